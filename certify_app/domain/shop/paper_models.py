"""Tables of what is numbered without gaps: invoices, and credit notes for money given back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Invoice(SQLModel, table=True):
    """The VAT invoice of a paid order, numbered without gaps; the seller as it was then."""

    __tablename__ = "invoice"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    order_id: int = Field(foreign_key="shop_order.id", unique=True)
    issued_at: datetime = Field(default_factory=now)
    seller: str = Field(default="", max_length=600)
    vat_number: str = Field(default="", max_length=30)


class InvoiceCounter(SQLModel, table=True):
    """The last invoice number given; one row with id 1."""

    __tablename__ = "invoice_counter"

    id: int | None = Field(default=None, primary_key=True)
    last: int = 0


class CreditNote(SQLModel, table=True):
    """What a refund takes back from an invoice; amounts in minor units, the VAT in `vat`."""

    __tablename__ = "credit_note"
    __table_args__ = (
        CheckConstraint("gross > 0 AND vat BETWEEN 0 AND gross", name="credit_is_something"),
    )

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    order_id: int = Field(foreign_key="shop_order.id", index=True)
    refund_id: int = Field(foreign_key="refund.id", unique=True)
    issued_at: datetime = Field(default_factory=now)
    gross: int
    vat: int
    reason: str = Field(default="", max_length=300)
    seller: str = Field(default="", max_length=600)
    vat_number: str = Field(default="", max_length=30)


class CreditNoteLine(SQLModel, table=True):
    """The part of a credit note at one VAT rate, in basis points."""

    __tablename__ = "credit_note_line"
    __table_args__ = (
        CheckConstraint("gross > 0 AND vat BETWEEN 0 AND gross", name="credit_line_is_something"),
    )

    number: int = Field(foreign_key="credit_note.number", primary_key=True)
    vat_rate: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    gross: int
    vat: int


class CreditNoteCounter(SQLModel, table=True):
    """The last number of a credit note given; one row with id 1."""

    __tablename__ = "credit_note_counter"

    id: int | None = Field(default=None, primary_key=True)
    last: int = 0
