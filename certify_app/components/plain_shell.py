"""The frame of pages outside the portal: login, registration, what people read."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.banners import connection_banner, demo_banner
from certify_app.components.brand_mark import brand_mark, logo
from certify_app.components.footer import page_footer
from certify_app.components.offline import keep_offline_page
from certify_app.components.rosette import rosette
from certify_app.components.skip_link import MAIN, skip_link
from certify_app.locales import _
from certify_app.state.brand import Brand


def plain_shell(*content: Any, promise: Any = None, below: Any = None) -> rx.Component:
    """One card beside the engraved panel, as the login has it.

    `promise` and `below` are the large and the small words on the panel; phones show
    the card alone.
    """
    panel = _panel(
        promise or _("Your qualifications, wherever you need them."),
        below
        or _("See, download and share your certificates. Employers can check them in seconds."),
    )
    form = rx.el.div(
        rx.el.div(brand_mark(), class_name="mb-6 md:hidden"),
        *content,
        class_name="min-w-0 p-5 sm:p-8 md:px-9 md:py-10 [&_h1]:text-3xl/9",
    )
    card = rx.el.div(
        panel,
        form,
        class_name="mx-auto grid w-full max-w-[64rem] overflow-hidden rounded-2xl border border-line "
        "bg-surface shadow-panel md:grid-cols-2",
    )
    return _page(
        rx.el.main(card, id=MAIN, tab_index=-1, class_name="w-full px-3 pt-4 sm:px-6 md:pt-14")
    )


def reading_shell(*content: Any) -> rx.Component:
    """A page of text under the awarding body's name."""
    head = rx.el.header(
        rx.el.div(brand_mark(), class_name="mx-auto flex max-w-[72rem] px-4 sm:px-6 py-2.5"),
        class_name="border-b border-line bg-surface",
    )
    main = rx.el.main(
        *content,
        id=MAIN,
        tab_index=-1,
        class_name="mx-auto w-full max-w-[72rem] px-4 sm:px-6 pt-8 md:pt-10",
    )
    return _page(head, main)


def _page(*content: Any) -> rx.Component:
    return rx.el.div(
        skip_link(),
        demo_banner(),
        connection_banner(),
        *content,
        page_footer(),
        on_mount=[Brand.load, keep_offline_page()],
        class_name="flex min-h-dvh flex-col bg-ground",
    )


def _panel(promise: Any, below: Any) -> rx.Component:
    name = rx.el.div(
        logo("size-10", on_brand=True),
        rx.el.span(Brand.name, class_name="brand-name font-semibold min-w-0"),
        class_name="relative flex items-center gap-3",
    )
    words = rx.el.div(
        rx.el.p(promise, class_name="serif text-[2.0625rem]/[2.75rem] text-on-brand! text-balance"),
        rx.el.p(below, class_name="mt-5 max-w-[25rem] opacity-90"),
        class_name="relative mt-auto",
    )
    return rx.el.div(
        rosette("absolute -top-6 left-[38%] w-[26rem] max-w-none opacity-25"),
        name,
        words,
        class_name="relative hidden min-h-[41rem] flex-col overflow-hidden bg-brand p-10 text-on-brand md:flex",
    )
