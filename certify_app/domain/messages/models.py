"""The outbox: every mail, written in the transaction of the change it tells of."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class MailStatus(StrEnum):
    """KEPT: a demo without a mail server, where mails are read and never sent."""

    WAITING = "waiting"
    SENT = "sent"
    KEPT = "kept"
    FAILED = "failed"


class Mail(SQLModel, table=True):
    """One mail to one address, in the words the reader gets.

    `message_id` stays the same over every try, so a receiver that got the mail and
    lost the connection can tell the second copy. `attaches` names what is drawn and
    attached when it is sent, such as "invoice 42" for the invoice of order 42. An answer
    goes to `reply_to` where it is given.
    """

    __tablename__ = "mail"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    kind: str = Field(max_length=60)
    to: str = Field(index=True, max_length=254)
    subject: str = Field(max_length=300)
    text: str
    html: str
    message_id: str = Field(unique=True, max_length=300)
    status: MailStatus = Field(default=MailStatus.WAITING, index=True)
    attempts: int = 0
    problem: str = Field(default="", max_length=500)
    created_at: datetime = Field(default_factory=now, index=True)
    sent_at: datetime | None = None
    attaches: str = Field(default="", max_length=60)
    reply_to: str = Field(default="", max_length=254)
