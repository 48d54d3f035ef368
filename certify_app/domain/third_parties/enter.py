"""Coming in with a code by mail: into the account there is, or a new one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import Entered, LoggedIn, enter, log_straight_in
from certify_app.domain.accounts.hashing import hash_aside
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.sign_ins.models import SignInWay
from certify_app.domain.third_parties.errors import NotAThirdParty
from certify_app.domain.third_parties.open_account import Newcomer, open_account
from certify_app.domain.third_parties.sign_in_code import use_code
from certify_app.domain.tokens import new_token


@dataclass(frozen=True)
class Arrival:
    """What was sent with a code; without a `newcomer` only an account that exists is entered.

    `further` is the page to come back to after a second step.
    """

    email: str
    code: str
    newcomer: Newcomer | None = None
    further: str = ""


async def enter_with_code(arrival: Arrival, device: Device) -> Entered:
    """
    Raises:
        WrongCode, CodeEnded, TooManyTries, TooBusy
        NotAThirdParty, LockedByStaff, LockedByWrongCodes
    """
    await use_code(arrival.email, arrival.code, device.address)
    known = await read(account_with_email, arrival.email)
    nobodys = "" if known else await hash_aside(new_token())
    return await write(_let_in, arrival, nobodys, device)


def _let_in(session: Session, arrival: Arrival, password_hash: str, device: Device) -> Entered:
    account = account_with_email(session, arrival.email)
    if account is None and arrival.newcomer is None:
        raise NotAThirdParty
    newcomer = arrival.newcomer or Newcomer("", "")
    account = open_account(session, arrival.email, newcomer, password_hash)
    return enter(session, account, device, SignInWay.MAIL_CODE, arrival.further)


def enter_by_invitation(
    session: Session, email: str, newcomer: Newcomer, password_hash: str, device: Device
) -> LoggedIn:
    """With a password; the invitation's link has proven the mailbox.

    Raises:
        NotAThirdParty, LockedByStaff
    """
    if account_with_email(session, email):
        raise NotAThirdParty
    account = open_account(session, email, newcomer, password_hash)
    return log_straight_in(session, account, device, SignInWay.PASSWORD)
