"""Tables of orders and their money; what can be ordered is in `stock_models`, invoices in
`paper_models`.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, String
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now
from certify_app.domain.shop.paper_models import (
    CreditNote,
    CreditNoteCounter,
    CreditNoteLine,
    Invoice,
    InvoiceCounter,
)
from certify_app.domain.shop.statuses import (
    FulfilmentStatus,
    OrderStatus,
    PaymentStatus,
    RefundStatus,
)
from certify_app.domain.shop.stock_models import (
    Address,
    Basket,
    BasketLine,
    DeliveryMethod,
    FreeCopies,
    Product,
    StoreItem,
)

__all__ = [
    "Address",
    "Basket",
    "BasketLine",
    "CreditNote",
    "CreditNoteCounter",
    "CreditNoteLine",
    "DeliveryMethod",
    "FreeCopies",
    "Invoice",
    "InvoiceCounter",
    "Order",
    "OrderLine",
    "OrderLog",
    "OrderWord",
    "Payment",
    "PaymentNotice",
    "Product",
    "Refund",
    "RefundSource",
    "StoreItem",
]

KEY = String(402).with_variant(String(402, collation="C"), "postgresql")
"""Folded text whose beginnings are searched: in byte order, so that an index finds them."""


SORTED_OR_SOUGHT = (
    "name_key",
    "last_name_key",
    "status",
    "delivery_name",
    "total",
    "created_by_key",
    "organisation_id",
)


class Order(SQLModel, table=True):
    """What was ordered, at the prices of that moment; never changed by later ones.

    All amounts are in minor units: `lines_net`, `delivery_net` and `vat` make `total`.
    `basket_key` is unique, so one basket makes one order however often it is sent.
    The keys are folded names; every column that the list sorts by has an index with
    the id after it, so that a page costs the same however many orders there are. That of
    the time holds the last names too, so that a common one is sought within it.
    """

    __tablename__ = "shop_order"
    __table_args__ = (
        *(Index(f"ix_shop_order_{name}_id", name, "id") for name in SORTED_OR_SOUGHT),
        Index("ix_shop_order_created_at_id", "created_at", "id", "last_name_key"),
        CheckConstraint("lines_net + delivery_net + vat = total", name="total_is_its_parts"),
        CheckConstraint("refunded BETWEEN 0 AND total", name="refunded_at_most_all"),
        CheckConstraint("lines_net >= 0 AND delivery_net >= 0 AND vat >= 0", name="no_negatives"),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True, max_length=20)
    account_id: int = Field(foreign_key="account.id", index=True)
    created_by_id: int | None = Field(default=None, foreign_key="account.id")
    basket_key: str = Field(unique=True, max_length=64)
    status: OrderStatus = OrderStatus.PENDING
    fulfilment: FulfilmentStatus = FulfilmentStatus.WAITING
    first_name: str = Field(max_length=100)
    last_name: str = Field(max_length=100)
    email: str = Field(max_length=254)
    billing: str = Field(max_length=700)
    delivery: str = Field(max_length=700)
    delivery_code: str = Field(max_length=40)
    delivery_name: str = Field(max_length=80)
    delivery_vat_rate: int = 0
    currency: str = Field(max_length=3)
    lines_net: int
    delivery_net: int
    vat: int
    total: int
    refunded: int = 0
    is_test: bool = False
    payment_provider: str = Field(default="", max_length=20)
    tracking_number: str = Field(default="", max_length=80)
    created_at: datetime = Field(default_factory=now)
    paid_at: datetime | None = None
    reminded_at: datetime | None = None
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id")
    created_by: str = Field(default="", max_length=201)
    name_key: str = Field(default="", sa_type=KEY)
    last_name_key: str = Field(default="", sa_type=KEY)
    created_by_key: str = Field(default="", sa_type=KEY)
    print_hash: str = Field(default="", max_length=64)


class OrderWord(SQLModel, table=True):
    """A word by whose beginning an order is found; "by:…" is of who created it."""

    __tablename__ = "order_word"
    __table_args__ = (
        Index("ix_order_word_word_order_id", "word", "order_id"),
        {"sqlite_with_rowid": False},
    )

    order_id: int = Field(foreign_key="shop_order.id", primary_key=True, ondelete="CASCADE")
    word: str = Field(primary_key=True, sa_type=KEY)


class OrderLine(SQLModel, table=True):
    """One product for one award, as it was when ordered; net and VAT make the gross."""

    __tablename__ = "order_line"
    __table_args__ = (
        CheckConstraint("net + vat = gross", name="line_is_its_parts"),
        CheckConstraint("quantity BETWEEN 1 AND 99", name="quantity_is_sane"),
        CheckConstraint("free BETWEEN 0 AND quantity", name="free_at_most_quantity"),
        Index("ix_order_line_product_code_order_id", "product_code", "order_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="shop_order.id", index=True, ondelete="CASCADE")
    award_id: int = Field(foreign_key="award.id")
    product_id: int = Field(foreign_key="product.id")
    product_name: str = Field(max_length=120)
    product_code: str = Field(max_length=40)
    document_title: str = Field(max_length=300)
    reference: str = Field(max_length=60)
    learner_name: str = Field(max_length=302)
    quantity: int
    free: int = 0
    unit_price: int
    vat_rate: int
    gross: int
    net: int
    vat: int


class OrderLog(SQLModel, table=True):
    """One move of one of an order's machines. Append-only."""

    __tablename__ = "order_log"

    id: int | None = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="shop_order.id", index=True, ondelete="CASCADE")
    machine: str = Field(max_length=20)
    old: str = Field(default="", max_length=20)
    new: str = Field(max_length=20)
    actor_id: int | None = Field(default=None, foreign_key="account.id")
    note: str = Field(default="", max_length=300)
    at: datetime = Field(default_factory=now)


class Payment(SQLModel, table=True):
    """One attempt to pay an order. `key` is sent to the provider, so a repeat is no second one."""

    __tablename__ = "payment"

    id: int | None = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="shop_order.id", index=True, ondelete="CASCADE")
    provider: str = Field(max_length=20)
    status: PaymentStatus = PaymentStatus.CREATED
    amount: int
    currency: str = Field(max_length=3)
    key: str = Field(unique=True, max_length=80)
    reference: str | None = Field(default=None, unique=True, max_length=120)
    charge: str = Field(default="", index=True, max_length=120)
    page: str = Field(default="", max_length=4000)
    is_live: bool = False
    note: str = Field(default="", max_length=300)
    created_at: datetime = Field(default_factory=now)
    settled_at: datetime | None = None


class RefundSource(StrEnum):
    STAFF = "staff"
    LEARNER = "learner"
    PROVIDER = "provider"
    DUPLICATE = "duplicate"


class Refund(SQLModel, table=True):
    """Money going back, in whole or in part; never more than was paid."""

    __tablename__ = "refund"
    __table_args__ = (CheckConstraint("amount > 0", name="refund_is_something"),)

    id: int | None = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="shop_order.id", index=True, ondelete="CASCADE")
    payment_id: int = Field(foreign_key="payment.id", index=True)
    source: RefundSource
    status: RefundStatus = RefundStatus.CREATED
    amount: int
    key: str = Field(unique=True, max_length=80)
    reference: str | None = Field(default=None, unique=True, max_length=120)
    actor_id: int | None = Field(default=None, foreign_key="account.id")
    reason: str = Field(default="", max_length=300)
    problem: str = Field(default="", max_length=300)
    created_at: datetime = Field(default_factory=now)
    settled_at: datetime | None = None


class PaymentNotice(SQLModel, table=True):
    """What a payment provider told us, kept before anything is done with it."""

    __tablename__ = "payment_notice"

    event_id: str = Field(primary_key=True, max_length=120)
    kind: str = Field(max_length=80)
    object_id: str = Field(max_length=120)
    is_live: bool = False
    received_at: datetime = Field(default_factory=now)
