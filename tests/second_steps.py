"""An authenticator app for tests, and somebody who uses one."""

from __future__ import annotations

import pyotp
from sqlmodel import Session

from certify_app.domain.accounts.models import Account
from certify_app.domain.clock import now
from certify_app.domain.second_step.authenticator import new_offer
from certify_app.domain.second_step.recovery_codes import new_codes
from tests.people import Person


class App:
    """Shows the code of the moment, by the clock of the tests."""

    def __init__(self, secret: str) -> None:
        self.totp = pyotp.TOTP(secret)

    def code(self, later: int = 0) -> str:
        """`later` in steps of half a minute."""
        return self.totp.at(int(now().timestamp()) + 30 * later)

    def wrong(self) -> str:
        """None of those around now."""
        near = {self.code(by) for by in range(-2, 3)}
        return next(code for code in map("{:06d}".format, range(10)) if code not in near)


def give_second_step(session: Session, person: Person) -> tuple[App, list[str]]:
    """Turned on, with ten recovery codes."""
    offer = new_offer(session, person.id, person.email)
    session.get_one(Account, person.id).second_step_at = now()
    codes = new_codes(session, person.id)
    session.flush()
    return App(offer.secret), codes
