"""The print dialog of the viewer: which pages, and what a print costs."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.dialog import dialog
from certify_app.components.fields import text_field
from certify_app.components.forms import form
from certify_app.locales import _
from certify_app.state.portal.viewer import Viewer


def print_dialog() -> rx.Component:
    return dialog(
        form(
            text_field(
                "pages",
                _("Pages to print:"),
                hint=rx.cond(
                    Viewer.pages > 1,
                    _("Leave it empty for all pages, or enter some, such as 1,3 or 2-3."),
                    _("This document has one page."),
                ),
                errors=Viewer.print_errors,
                auto_complete="off",
                max_length=200,
            ),
            rx.el.p(
                _(
                    "One print is counted each time, however many pages you choose, even if you cancel in the next window."
                ),
                " ",
                rx.el.strong(Viewer.chosen.prints, class_name="text-ink"),
                class_name="text-note text-muted",
            ),
            id="print-form",
            on_submit=Viewer.print_pages,
        ),
        id="print-dialog",
        title=_("Print"),
        opened=Viewer.print_open,
        on_close=Viewer.close_print,
        actions=[
            button(_("Cancel"), variant="quiet", on_click=Viewer.close_print),
            submit(_("Print"), form="print-form"),
        ],
    )
