"""Orders (guide 5.3)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import link_button
from certify_app.components.empty_state import empty_state
from certify_app.components.portal_shell import portal_shell
from certify_app.components.text import page_title
from certify_app.locales import N_, _

TITLE = N_("Orders Details")


def orders() -> rx.Component:
    return portal_shell(
        page_title(_(TITLE)),
        empty_state(
            _("You have no orders"),
            _("Printed copies that you order are listed here until they reach you."),
            icon_name="package",
            action=link_button(_("View your documents"), "/documents", icon="file-badge"),
        ),
        active="/orders",
    )
