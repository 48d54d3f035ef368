"""Change Password (guide 7.2.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.accounts.hashing import aside, hash_aside
from certify_app.domain.accounts.mail_links import supersede_links
from certify_app.domain.accounts.models import Account, LinkPurpose
from certify_app.domain.accounts.prove_password import prove_password
from certify_app.domain.accounts.registration_details import check_new_password, gather, require
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.profiles.errors import CurrentPasswordMissing
from certify_app.domain.second_step.half_logins import end_half_logins


@dataclass(frozen=True)
class TypedPasswords:
    current: str = field(repr=False)
    new: str = field(repr=False)
    confirmation: str = field(repr=False)


async def change_password(account_id: int, session_id: int, typed: TypedPasswords) -> None:
    """Ends every login but `session_id`. The new one is checked before a try is counted.

    Raises:
        Problems: fields to put right.
        WrongCurrentPassword, LockedByWrongPasswords, TooBusy
    """
    shortest, about = await read(_rules, account_id)
    await aside(_check, typed, shortest, about)
    await prove_password(account_id, typed.current)
    await write(_set, account_id, session_id, await hash_aside(typed.new))


def _rules(session: Session, account_id: int) -> tuple[int, tuple[str, ...]]:
    account = session.get_one(Account, account_id)
    about = (account.email, account.first_name, account.last_name)
    return awarding_body(session).shortest_password, about


def _check(typed: TypedPasswords, shortest: int, about: tuple[str, ...]) -> None:
    wrong: list[DomainError] = [] if typed.current else [CurrentPasswordMissing()]
    gather(wrong, lambda: check_new_password(typed.new, typed.confirmation, shortest, about))
    require(wrong)


def _set(session: Session, account_id: int, session_id: int, password_hash: str) -> None:
    account = session.get_one(Account, account_id)
    account.password_hash = password_hash
    end_sessions(session, account_id, but=session_id)
    end_half_logins(session, account_id)
    supersede_links(session, LinkPurpose.RESET_PASSWORD, account_id=account_id)
    record_act(session, "password_changed", "account", account_id, account_id)
    send_mail(
        session,
        "password_changed",
        account.email,
        account_id=account_id,
        language=account.language,
        first_name=account.first_name,
        at=now(),
    )
