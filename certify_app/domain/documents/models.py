"""Tables of the documents an award yields, and of what is done with them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class DocumentKind(StrEnum):
    CERTIFICATE = "certificate"
    UNIT_CERTIFICATE = "unit_certificate"
    LETTER = "letter"
    WORKBOOK = "workbook"


class Document(SQLModel, table=True):
    """One paper of an award, with its own reference, limits and counts.

    `file_hash` names the supplied file of a kind that is not drawn by us.
    """

    __tablename__ = "document"

    id: int | None = Field(default=None, primary_key=True)
    award_id: int = Field(foreign_key="award.id", index=True, ondelete="CASCADE")
    kind: DocumentKind
    reference: str = Field(unique=True, max_length=60)
    download_limit: int
    downloads: int = 0
    print_limit: int
    prints: int = 0
    file_hash: str | None = Field(default=None, max_length=64)
    created_at: datetime = Field(default_factory=now)

    @property
    def downloads_left(self) -> int:
        return max(0, self.download_limit - self.downloads)

    @property
    def prints_left(self) -> int:
        return max(0, self.print_limit - self.prints)


class GrantKind(StrEnum):
    DOWNLOAD = "download"
    PRINT = "print"


class Grant(SQLModel, table=True):
    """One counted download or print, given out by a token for a short while.

    The count was raised when the grant was made, so the same token may fetch the
    file again, whole or by ranges, until it expires. One that was never delivered
    whole is given back, or kept when too many were given back before.
    """

    __tablename__ = "document_grant"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    document_id: int = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    account_id: int = Field(foreign_key="account.id", index=True)
    kind: GrantKind
    pages: str = Field(default="", max_length=200)
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime = Field(index=True)
    delivered_at: datetime | None = None
    given_back_at: datetime | None = None
    kept_at: datetime | None = None


class MoreRequest(SQLModel, table=True):
    """A learner at the limit asks for more; staff grant or refuse it."""

    __tablename__ = "document_more_request"

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    account_id: int = Field(foreign_key="account.id", index=True)
    kind: GrantKind
    created_at: datetime = Field(default_factory=now, index=True)
    answered_at: datetime | None = None
    granted: int = 0


class EventKind(StrEnum):
    VIEW = "view"
    DOWNLOAD = "download"
    PRINT = "print"


class DocumentEvent(SQLModel, table=True):
    """Who did what with a document, when and from where. Append-only."""

    __tablename__ = "document_event"

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    kind: EventKind
    at: datetime = Field(default_factory=now)
    address: str = Field(default="", max_length=64)
    pages: str = Field(default="", max_length=200)
