"""Put a mail in the outbox, to be sent when the change it tells of is committed."""

from __future__ import annotations

from email.utils import parseaddr
from uuid import uuid4

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.emails import normal_email
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.messages.kinds import KINDS
from certify_app.domain.messages.models import Mail
from certify_app.domain.messages.render import render
from certify_app.domain.messages.sender import sender_of
from certify_app.locales import speaking

JOB = "send_mail"


def send_mail(
    session: Session,
    /,
    kind: str,
    to: str,
    account_id: int | None = None,
    language: str = "en",
    attaches: str = "",
    reply_to: str = "",
    **params: object,
) -> Mail:
    """Write the outbox row and its job. `params` are those of the letter in `kinds.py`;
    `attaches` and `reply_to` are as `Mail` says.

    Raises:
        BadEmail: `to` is not a single address.
    """
    sender = sender_of(awarding_body(session))
    with speaking(language):
        said = render(KINDS[kind](sender, **params), sender)
    mail = Mail(
        account_id=account_id,
        kind=kind,
        to=_address(to),
        subject=said.subject,
        text=said.text,
        html=said.html,
        message_id=_new_message_id(),
        attaches=attaches,
        reply_to=normal_email(reply_to) if reply_to else "",
    )
    session.add(mail)
    session.flush()
    enqueue_job(session, JOB, {"mail_id": mail.id}, key=f"mail {mail.id}")
    return mail


def _address(to: str) -> str:
    """Our own mailbox is as its setting says, even "registry@localhost"."""
    return to if to == settings().reports_email else normal_email(to)


def _new_message_id() -> str:
    host = parseaddr(settings().mail_from)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid4().hex}@{host}>"
