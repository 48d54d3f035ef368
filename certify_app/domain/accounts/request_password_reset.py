"""Forgot my password: a link to the email of the account (guide 2.3.2)."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.errors import EmailMissing, NotRegistered
from certify_app.domain.accounts.limits import RESET, RESET_OF_EMAIL, count_network, count_subject
from certify_app.domain.accounts.mail_links import make_link
from certify_app.domain.accounts.models import LinkPurpose
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.emails import normal_email
from certify_app.domain.messages.send_mail import send_mail
from certify_app.locales import language

SAME_SECONDS = 0.6
"""More than a mail takes to be written."""


@dataclass(frozen=True)
class Requested:
    """`revealed`: the mail was sent; otherwise it was if the email is registered."""

    email: str
    revealed: bool


async def forgot_password(typed: str, address: str) -> Requested:
    """What one typed as email. Where nobody is told who is registered, the answer takes
    the same time for all.

    Raises:
        EmailMissing, BadEmail, NotRegistered, TooManyTries
    """
    started = time.monotonic()
    if not typed.strip():
        raise EmailMissing
    email = normal_email(typed)
    await count_network(RESET, address)
    await count_subject(RESET_OF_EMAIL, email)
    await write(request_password_reset, email)
    revealed = await read(reveals_unregistered)
    if not revealed:
        await asyncio.sleep(max(0.0, started + SAME_SECONDS - time.monotonic()))
    return Requested(email, revealed)


def request_password_reset(session: Session, email: str) -> None:
    """`email` is in its normal form, any of the account's: it is the mailbox its owner can
    read now. Earlier links of the account stop working.

    Raises:
        NotRegistered: unless the awarding body tells nobody who is registered.
    """
    account = account_with_email(session, email)
    if account is None:
        if reveals_unregistered(session):
            raise NotRegistered
        return
    link = make_link(session, LinkPurpose.RESET_PASSWORD, language(), account_id=account.id)
    send_mail(
        session,
        "reset_password",
        email,
        account_id=account.id,
        language=language(),
        first_name=account.first_name,
        link=link.address,
        expires_at=link.expires_at,
    )


def reveals_unregistered(session: Session) -> bool:
    """Whether a stranger may learn that an email is not registered."""
    return settings().reveal_unregistered and awarding_body(session).reveal_unregistered
