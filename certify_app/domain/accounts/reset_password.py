"""A new password by the link of a mail (guide 2.3.2, steps 6 to 8)."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.accounts.hashing import hash_aside
from certify_app.domain.accounts.mail_links import look_at_link, use_link
from certify_app.domain.accounts.models import Account, LinkPurpose
from certify_app.domain.accounts.registration_details import check_new_password
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    code_key,
    forget_wrong_passwords,
)
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.second_step.half_logins import end_half_logins

PURPOSE = LinkPurpose.RESET_PASSWORD


async def reset_password(token: str, password: str, confirmation: str) -> None:
    """Checks the password before it uses the link up, so that one may try again.

    Raises:
        LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired
        Problems, or one of the errors of `passwords`
        TooBusy
    """
    await read(check_reset, token, password, confirmation)
    await write(set_password, token, await hash_aside(password))


def check_reset(session: Session, token: str, password: str, confirmation: str) -> None:
    account = _account(session, look_at_link(session, PURPOSE, token).account_id)
    about = (account.email, account.first_name, account.last_name)
    shortest = awarding_body(session).shortest_password
    check_new_password(password, confirmation, shortest, about)


def set_password(session: Session, token: str, password_hash: str) -> None:
    """Lifts the lock of wrong passwords, not that of staff; logs out everywhere."""
    account = _account(session, use_link(session, PURPOSE, token).account_id)
    assert account.id
    account.password_hash = password_hash
    forget_wrong_passwords(session, address_key(account.email), code_key(account.id))
    end_sessions(session, account.id)
    end_half_logins(session, account.id)
    record_act(session, "password_reset", "account", account.id, account.id)
    send_mail(
        session,
        "password_changed",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        at=now(),
    )


def _account(session: Session, account_id: int | None) -> Account:
    return session.get_one(Account, account_id)
