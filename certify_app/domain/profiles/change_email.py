"""A new email counts once the link mailed to it is followed; the old one is told."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from certify_app.db.engine import read
from certify_app.domain.accounts.errors import EmailMissing
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.accounts.mail_links import make_link, supersede_links, use_link
from certify_app.domain.accounts.models import Account, AccountEmail, LinkPurpose
from certify_app.domain.accounts.queries import (
    account_with_email,
    held_account,
    mailed_link,
    verified_emails,
)
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.emails import normal_email
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.profiles.errors import EmailIsTaken, EmailIsYours, TooManyEmails

TRIES = Limit("change-email", 5, timedelta(hours=1))
MOST = 5
"""Emails of one account."""


async def count_new_email(account_id: int, typed: str) -> None:
    """Apart from the change itself, so that a refused one counts too: each tells whether
    somebody else has this email.

    Raises:
        TooManyTries
    """
    if typed.strip().lower() not in await read(verified_emails, account_id):
        await count_subject(TRIES, str(account_id))


def wanted_email(session: Session, account: Account, typed: str) -> str:
    """In its normal form; "" if it is the account's primary one already.

    Raises:
        EmailMissing, BadEmail, EmailIsYours, EmailIsTaken
    """
    if not typed.strip():
        raise EmailMissing
    email = normal_email(typed)
    if email == account.email:
        return ""
    if holder := account_with_email(session, email):
        raise EmailIsYours if holder.id == account.id else EmailIsTaken
    return email


def ask_for_new_email(
    session: Session, account: Account, email: str, purpose: LinkPurpose = LinkPurpose.CHANGE_EMAIL
) -> None:
    """Mail the link; earlier ones for the same stop working. The primary email is told."""
    link = make_link(session, purpose, account.language, account_id=account.id, new_email=email)
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
    kind = "email_change_asked" if purpose is LinkPurpose.CHANGE_EMAIL else "email_add_asked"
    tell_of_email(session, account, kind, account.email, email)


def purpose_of(session: Session, token: str) -> LinkPurpose:
    """What the link behind a token is for; one that nobody knows counts as a change."""
    added = mailed_link(session, LinkPurpose.ADD_EMAIL, token)
    return LinkPurpose.ADD_EMAIL if added else LinkPurpose.CHANGE_EMAIL


def confirm_email(session: Session, token: str) -> str:
    """Use the link up; returns the email that is the account's from now on.

    Raises:
        LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired
        EmailIsTaken, TooManyEmails: nothing is changed.
    """
    if purpose_of(session, token) is LinkPurpose.ADD_EMAIL:
        return add_email(session, token)
    return change_email(session, token)


def change_email(session: Session, token: str) -> str:
    """The new one takes the place of the primary one, which the account has no more.

    Raises:
        As `confirm_email`.
    """
    link = use_link(session, LinkPurpose.CHANGE_EMAIL, token)
    account = held_account(session, link.account_id)
    old = account.email
    try:
        with session.begin_nested():
            account.email = link.new_email
            session.add(account)
    except IntegrityError:
        raise EmailIsTaken from None
    session.delete(session.get_one(AccountEmail, old))
    # What was mailed to the old address sets no password any more.
    supersede_links(session, LinkPurpose.RESET_PASSWORD, account_id=account.id)
    record_act(session, "email_changed", "account", account.id, account.id)
    tell_of_email(session, account, "email_changed", old, account.email)
    return account.email


def add_email(session: Session, token: str) -> str:
    """Beside those the account has.

    Raises:
        As `confirm_email`.
    """
    link = use_link(session, LinkPurpose.ADD_EMAIL, token)
    account = held_account(session, link.account_id)
    assert account.id
    if len(verified_emails(session, account.id)) >= MOST:
        raise TooManyEmails(most=MOST)
    try:
        with session.begin_nested():
            session.add(AccountEmail(email=link.new_email, account_id=account.id))
    except IntegrityError:
        raise EmailIsTaken from None
    record_act(session, "email_added", "account", account.id, account.id)
    tell_of_email(session, account, "email_added", account.email, link.new_email)
    return link.new_email


def tell_of_email(session: Session, account: Account, kind: str, to: str, email: str) -> None:
    send_mail(
        session,
        kind,
        to,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        email=email,
    )
