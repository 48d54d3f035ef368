"""What stands at an address that leads nowhere."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import link_button
from certify_app.components.message_page import message_page
from certify_app.locales import N_, _

TITLE = N_("Page not found")


def not_found() -> rx.Component:
    return message_page(
        "compass",
        _(TITLE),
        _("Check the address, or go to the start."),
        link_button(_("Go to the start"), href="/", variant="primary"),
        link_button(_("Help and contact"), href="/help"),
    )
