"""What stands above a page: that this is a demo, that the connection is lost."""

from __future__ import annotations

import reflex as rx
from reflex_components_core.core.banner import has_too_many_connection_errors

from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.locales import _


def demo_banner() -> rx.Component:
    """Only in demo mode, which /brand.css tells: it is there at the first paint and shifts nothing."""
    words = rx.el.p(
        _("This is a demo: nobody here is real, and mails are not sent."),
        " ",
        link(
            _("Read the mails"),
            href="/demo/mailbox",
            full_load=True,
            class_name="font-semibold underline underline-offset-[3px] whitespace-nowrap",
        ),
        class_name="mx-auto max-w-[69rem] px-4 py-1.5 text-caption text-center",
    )
    return rx.el.aside(
        words,
        aria_label=_("Demo"),
        class_name="[display:var(--demo-banner,none)] bg-brand-deep text-white",
    )


def connection_banner() -> rx.Component:
    """Shown while the page cannot reach us; it goes away by itself."""
    words = rx.el.p(
        icon("wifi-off", 20),
        rx.el.span(_("The connection is lost. What you typed is kept; we are trying again.")),
        class_name="flex items-center justify-center gap-3 px-4 py-3 text-note font-semibold",
    )
    return rx.el.div(
        rx.cond(
            has_too_many_connection_errors,
            rx.el.div(words, class_name="bg-gold-tint text-gold-text border-b border-gold-line"),
            rx.fragment(),
        ),
        role="alert",
        class_name="sticky top-0 z-40",
    )
