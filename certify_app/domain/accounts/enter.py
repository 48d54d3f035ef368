"""Coming in once the first proof is given: at once, or by way of a second step."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.errors import LockedByStaff
from certify_app.domain.accounts.models import Account, Role
from certify_app.domain.accounts.queries import has_used_browser
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.second_step.half_logins import open_half_login
from certify_app.domain.sign_ins.models import SignInWay
from certify_app.domain.sign_ins.record_sign_in import record_sign_in


@dataclass(frozen=True)
class LoggedIn:
    """`token` goes into the cookie and nowhere else."""

    token: str = field(repr=False)
    account_id: int
    role: Role


@dataclass(frozen=True)
class HalfWay:
    """A code is still to be given; `token` goes into a cookie of its own."""

    token: str = field(repr=False)


Entered = LoggedIn | HalfWay


def enter(
    session: Session, account: Account, device: Device, way: SignInWay, further: str = ""
) -> Entered:
    """After a password or a code by mail. `further` is the page that was wanted.

    Raises:
        LockedByStaff, LockedByWrongCodes
    """
    refuse_if_locked(session, account)
    assert account.id
    if account.second_step_at:
        return HalfWay(open_half_login(session, account.id, further))
    return log_straight_in(session, account, device, way)


def log_straight_in(session: Session, account: Account, device: Device, way: SignInWay) -> LoggedIn:
    """Nothing is left to prove.

    Raises:
        LockedByStaff
    """
    refuse_if_locked(session, account)
    assert account.id
    if not has_used_browser(session, account.id, device.browser):
        _tell_of_new_browser(session, account, device)
    record_sign_in(session, account.id, way, device)
    confirmed_at = None if way is SignInWay.MAIL_CODE else now()
    token = open_session(session, account.id, device.address, device.browser, confirmed_at)
    return LoggedIn(token, account.id, account.role)


def refuse_if_locked(session: Session, account: Account) -> None:
    """
    Raises:
        LockedByStaff
    """
    if account.locked_at:
        body = awarding_body(session).name
        raise LockedByStaff(body=body, mailbox=settings().reports_email)


def _tell_of_new_browser(session: Session, account: Account, device: Device) -> None:
    send_mail(
        session,
        "new_sign_in",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        at=now(),
        browser=device.browser,
        address=device.address,
    )
