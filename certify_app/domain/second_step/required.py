"""Who may not do without two-step login."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from certify_app.config import settings
from certify_app.domain.accounts.models import StaffRole


class MayHaveSecondStep(Protocol):
    """An account, or the one who acts."""

    @property
    def staff_role(self) -> StaffRole | None: ...

    @property
    def second_step_at(self) -> datetime | None: ...


def must_set_up_second_step(account: MayHaveSecondStep) -> bool:
    """Administrators, before they do anything in the console; nobody in a demo."""
    administrator = account.staff_role is StaffRole.ADMINISTRATOR
    return administrator and account.second_step_at is None and not settings().demo
