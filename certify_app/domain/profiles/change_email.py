"""A new email counts once the link mailed to it is followed; the old one is told."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from certify_app.db.engine import read
from certify_app.domain.accounts.errors import EmailMissing
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.accounts.mail_links import make_link, supersede_links, use_link
from certify_app.domain.accounts.models import Account, LinkPurpose
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.emails import normal_email
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.profiles.errors import EmailIsTaken

TRIES = Limit("change-email", 5, timedelta(hours=1))


async def count_new_email(account_id: int, typed: str) -> None:
    """Apart from the change itself, so that a refused one counts too: each tells whether
    somebody else has this email.

    Raises:
        TooManyTries
    """
    account = await read(_account, account_id)
    if typed.strip().lower() != account.email:
        await count_subject(TRIES, str(account_id))


def _account(session: Session, account_id: int) -> Account:
    return session.get_one(Account, account_id)


def wanted_email(session: Session, account: Account, typed: str) -> str:
    """In its normal form; "" if it is the account's already.

    Raises:
        EmailMissing, BadEmail, EmailIsTaken
    """
    if not typed.strip():
        raise EmailMissing
    email = normal_email(typed)
    if email == account.email:
        return ""
    if account_with_email(session, email):
        raise EmailIsTaken
    return email


def ask_for_new_email(session: Session, account: Account, email: str) -> None:
    """Mail the link; earlier ones stop working."""
    link = make_link(
        session,
        LinkPurpose.CHANGE_EMAIL,
        account.language,
        account_id=account.id,
        new_email=email,
    )
    send_mail(
        session,
        "confirm_email",
        email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        link=link.address,
        expires_at=link.expires_at,
    )
    _tell_old(session, account, "email_change_asked", account.email, email)


def change_email(session: Session, token: str) -> str:
    """Use the link up; returns the email that counts from now on.

    Raises:
        LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired
        EmailIsTaken: nothing is changed.
    """
    link = use_link(session, LinkPurpose.CHANGE_EMAIL, token)
    account = session.get_one(Account, link.account_id)
    old = account.email
    try:
        with session.begin_nested():
            account.email = link.new_email
            session.add(account)
    except IntegrityError:
        raise EmailIsTaken from None
    # What was mailed to the old address sets no password any more.
    supersede_links(session, LinkPurpose.RESET_PASSWORD, account_id=account.id)
    record_act(session, "email_changed", "account", account.id, account.id)
    _tell_old(session, account, "email_changed", old, account.email)
    return account.email


def _tell_old(session: Session, account: Account, kind: str, to: str, email: str) -> None:
    send_mail(
        session,
        kind,
        to,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        email=email,
    )
