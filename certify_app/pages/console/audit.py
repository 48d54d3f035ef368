"""What was done, by whom, when; nobody can change it."""

from __future__ import annotations

import reflex as rx

from certify_app.components.console_list import console_list
from certify_app.components.console_shell import console_shell, console_title
from certify_app.components.empty_state import empty_state
from certify_app.domain.audit.audit_list import AUDIT
from certify_app.locales import _
from certify_app.state.console.audit import AuditLog

TITLE = AUDIT.title


def audit() -> rx.Component:
    nothing = empty_state(
        _("Nothing was done yet"), _("Every act of staff is written down here."), "scroll-text"
    )
    lead = _(
        "Every act of staff. Nothing here can be changed or deleted; the log is sealed every five minutes."
    )
    return console_shell(
        console_title(_(TITLE), lead),
        console_list(AUDIT, AuditLog, empty=nothing),
        active="/console/audit",
    )
