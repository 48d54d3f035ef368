"""Tables of who may see what of a learner's, and until when."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now
from certify_app.domain.connections.statuses import (
    ConnectionStatus,
    ExtensionStatus,
    InitiatedBy,
)


class ShareLevel(StrEnum):
    """What the reader sees: the documents, or only "valid, award, date"."""

    FULL = "full"
    BRIEF = "brief"


class Connection(SQLModel, table=True):
    """A learner's sharing relation with one third party, known by its email.

    It ends at `expires_at`, whatever `status` still says. `before_expiry` is what an
    extension brings back. `chosen` counts how often documents were chosen.
    """

    __tablename__ = "connection"
    __table_args__ = (Index("ix_connection_learner_end", "learner_account_id", "expires_at"),)

    id: int | None = Field(default=None, primary_key=True)
    learner_account_id: int = Field(foreign_key="account.id", ondelete="CASCADE")
    third_party_account_id: int | None = Field(
        default=None, foreign_key="account.id", index=True, ondelete="SET NULL"
    )
    third_party_name: str = Field(max_length=200)
    third_party_email: str = Field(index=True, max_length=254)
    initiated_by: InitiatedBy
    status: ConnectionStatus = ConnectionStatus.PENDING
    before_expiry: ConnectionStatus = ConnectionStatus.PENDING
    expires_at: datetime = Field(index=True)
    level: ShareLevel = ShareLevel.FULL
    may_download: bool = False
    purpose: str = Field(default="", max_length=300)
    pin_hash: str | None = Field(default=None, max_length=100)
    chosen: int = 0
    created_at: datetime = Field(default_factory=now)
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by_id: int | None = Field(default=None, foreign_key="account.id")
    opened_at: datetime | None = None
    warned_days: int = 99


class SharedDocument(SQLModel, table=True):
    """One document of one connection."""

    __tablename__ = "shared_document"
    __table_args__ = (UniqueConstraint("connection_id", "document_id"),)

    id: int | None = Field(default=None, primary_key=True)
    connection_id: int = Field(foreign_key="connection.id", ondelete="CASCADE")
    document_id: int = Field(foreign_key="document.id", index=True, ondelete="CASCADE")


class SharedBadge(SQLModel, table=True):
    """One badge of one connection."""

    __tablename__ = "shared_badge"
    __table_args__ = (UniqueConstraint("connection_id", "badge_id"),)

    id: int | None = Field(default=None, primary_key=True)
    connection_id: int = Field(foreign_key="connection.id", ondelete="CASCADE")
    badge_id: int = Field(foreign_key="badge.id", index=True, ondelete="CASCADE")


class Extension(SQLModel, table=True):
    """A third party's wish to see the documents for longer; the learner answers."""

    __tablename__ = "extension"

    id: int | None = Field(default=None, primary_key=True)
    connection_id: int = Field(foreign_key="connection.id", index=True, ondelete="CASCADE")
    wished_until: datetime
    reason: str = Field(default="", max_length=300)
    status: ExtensionStatus = ExtensionStatus.WAITING
    created_at: datetime = Field(default_factory=now)
    answered_at: datetime | None = None


class ConnectionAct(StrEnum):
    """What a log of a connection tells."""

    ASKED = "asked"
    ASKED_AGAIN = "asked_again"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SHARED = "shared"
    EXTENDED = "extended"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECLINED = "extension_declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    OPENED = "opened"
    DOWNLOADED = "downloaded"
    CHECKED = "checked"


class ConnectionEvent(SQLModel, table=True):
    """What happened with a connection: who, what, when. Append-only."""

    __tablename__ = "connection_event"
    __table_args__ = (Index("ix_connection_event_of", "connection_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    connection_id: int = Field(foreign_key="connection.id", ondelete="CASCADE")
    actor_id: int | None = Field(default=None, foreign_key="account.id")
    act: ConnectionAct
    document_id: int | None = Field(default=None, foreign_key="document.id")
    badge_id: int | None = Field(default=None, foreign_key="badge.id")
    note: str = Field(default="", max_length=300)
    at: datetime = Field(default_factory=now)


class FoundInSearch(SQLModel, table=True):
    """A third party's search showed this learner. Append-only; the learner sees it."""

    __tablename__ = "found_in_search"

    id: int | None = Field(default=None, primary_key=True)
    learner_account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    third_party_account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    at: datetime = Field(default_factory=now)


class Invitation(SQLModel, table=True):
    """The link of one request mail; sending the request again supersedes it.

    Whether it was used or has ended is told by the connection's own status.
    """

    __tablename__ = "invitation"

    id: int | None = Field(default=None, primary_key=True)
    connection_id: int = Field(foreign_key="connection.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True, max_length=64)
    created_at: datetime = Field(default_factory=now)
    superseded_at: datetime | None = None


class PinPass(SQLModel, table=True):
    """The right PIN was given in a login session; it is asked once in each."""

    __tablename__ = "pin_pass"
    __table_args__ = (UniqueConstraint("connection_id", "session_id"),)

    id: int | None = Field(default=None, primary_key=True)
    connection_id: int = Field(foreign_key="connection.id", ondelete="CASCADE")
    session_id: int = Field(foreign_key="login_session.id", index=True, ondelete="CASCADE")
