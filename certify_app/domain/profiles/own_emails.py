"""Several emails: one primary, all of them verified, any of them logs in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, delete, select, update

from certify_app.domain.accounts.mail_links import supersede_links
from certify_app.domain.accounts.models import AccountEmail, LinkPurpose, MailLink
from certify_app.domain.accounts.queries import held_account, verified_emails
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.profiles.change_email import (
    MOST,
    ask_for_new_email,
    tell_of_email,
    wanted_email,
)
from certify_app.domain.profiles.errors import EmailIsPrimary, EmailIsYours, TooManyEmails


@dataclass(frozen=True)
class OwnEmail:
    """`waits`: for its link to be followed."""

    email: str
    primary: bool = False
    waits: bool = False


def own_emails(session: Session, account_id: int) -> list[OwnEmail]:
    """The primary one first, those that wait last."""
    verified = verified_emails(session, account_id)
    found = [OwnEmail(email, primary=place == 0) for place, email in enumerate(verified)]
    return found + [OwnEmail(email, waits=True) for email in _waiting(session, account_id)]


def ask_to_add(session: Session, account_id: int, typed: str) -> str:
    """Mail the link to another email; returns that email.

    Raises:
        EmailMissing, BadEmail, EmailIsYours, EmailIsTaken, TooManyEmails
    """
    account = held_account(session, account_id)
    email = wanted_email(session, account, typed)
    if not email:
        raise EmailIsYours
    others = {own.email for own in own_emails(session, account_id)} - {email}
    if len(others) >= MOST:
        raise TooManyEmails(most=MOST)
    ask_for_new_email(session, account, email, LinkPurpose.ADD_EMAIL)
    return email


def make_primary(session: Session, account_id: int, email: str) -> bool:
    """Mails about the account's safety go there from now on; the former one is told.

    False for an email that is not a verified one of the account.
    """
    account = held_account(session, account_id)
    if email not in verified_emails(session, account_id):
        return False
    former = account.email
    if former == email:
        return True
    account.email = email
    session.add(account)
    record_act(session, "primary_email_changed", "account", account_id, account_id)
    tell_of_email(session, account, "primary_email_changed", former, email)
    return True


def remove_email(session: Session, account_id: int, email: str) -> bool:
    """A verified one, or one that waits; its mailbox and the primary one are told.

    False for what is not one of the account's.

    Raises:
        EmailIsPrimary
    """
    account = held_account(session, account_id)
    if email == account.email:
        raise EmailIsPrimary
    if email in _waiting(session, account_id):
        _take_back(session, account_id, email)
        return True
    mine = col(AccountEmail.account_id) == account_id
    gone = session.execute(delete(AccountEmail).where(mine, col(AccountEmail.email) == email))
    if gone.rowcount != 1:  # type: ignore[attr-defined]
        return False
    # What was mailed to it sets no password any more.
    supersede_links(session, LinkPurpose.RESET_PASSWORD, account_id=account_id)
    record_act(session, "email_removed", "account", account_id, account_id)
    for to in (account.email, email):
        tell_of_email(session, account, "email_removed", to, email)
    return True


def _waiting(session: Session, account_id: int) -> list[str]:
    """Those whose link can still be followed, to add them."""
    found = select(MailLink.new_email).where(*_open_links(account_id)).order_by(col(MailLink.id))
    return list(session.exec(found))


def _take_back(session: Session, account_id: int, email: str) -> None:
    which = [*_open_links(account_id), col(MailLink.new_email) == email]
    session.exec(update(MailLink).where(*which).values(superseded_at=now()))


def _open_links(account_id: int) -> list[Any]:
    return [
        col(MailLink.account_id) == account_id,
        col(MailLink.purpose) == LinkPurpose.ADD_EMAIL,
        col(MailLink.used_at).is_(None),
        col(MailLink.superseded_at).is_(None),
        col(MailLink.expires_at) > now(),
    ]
