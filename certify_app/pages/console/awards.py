"""The register of awards."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.console_list import console_list
from certify_app.components.console_shell import console_shell, console_title
from certify_app.components.empty_state import empty_state
from certify_app.components.script import js
from certify_app.domain.awards.award_list import AWARDS
from certify_app.locales import _
from certify_app.pages.console.issue_awards import issue_button, issue_dialog, issued_message
from certify_app.state.console.awards import AwardList

TITLE = AWARDS.title


def awards() -> rx.Component:
    nothing = empty_state(
        _("No awards yet"), _("Import a file of awards, or issue one by hand."), icon_name="award"
    )
    print_button = button(
        _("Print"),
        icon="printer",
        variant="secondary",
        also=_("what is shown"),
        on_click=js("window.print()"),
    )
    return console_shell(
        console_title(
            _(TITLE),
            _("The register: every award, and how it stands."),
            print_button,
            issue_button(),
        ),
        issued_message(),
        console_list(AWARDS, AwardList, empty=nothing),
        issue_dialog(),
        active="/console/awards",
    )
