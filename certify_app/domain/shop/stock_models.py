"""Tables of what can be ordered, and of what a learner has chosen but not yet ordered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now
from certify_app.domain.documents.models import DocumentKind


class Product(SQLModel, table=True):
    """A printed copy that can be ordered for an award.

    `price` is gross in minor units, `vat_rate` in basis points. It is offered for
    awards that have a document of `document_kind`. `free_allowance` copies of it
    are free per award, for life.
    """

    __tablename__ = "product"
    __table_args__ = (CheckConstraint("price >= 0 AND vat_rate >= 0 AND free_allowance >= 0"),)

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    name: str = Field(max_length=120)
    document_kind: DocumentKind
    price: int
    vat_rate: int = 2000
    free_allowance: int = 0
    on_sale: bool = True
    position: int = 0


class DeliveryMethod(SQLModel, table=True):
    """A way to hand over an order. `price` is gross; days are working days, from and to."""

    __tablename__ = "delivery_method"
    __table_args__ = (CheckConstraint("price >= 0 AND vat_rate >= 0 AND days_from <= days_to"),)

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    name: str = Field(max_length=80)
    price: int
    vat_rate: int = 2000
    days_from: int
    days_to: int
    countries: str = Field(default="", max_length=800)
    is_collection: bool = False
    on_offer: bool = True
    position: int = 0


class Address(SQLModel, table=True):
    """Where a learner's bill or parcel goes. Removed ones stay for the orders that used them."""

    __tablename__ = "address"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    first_name: str = Field(max_length=100)
    last_name: str = Field(max_length=100)
    lines: str = Field(max_length=300)
    city: str = Field(default="", max_length=100)
    area: str = Field(default="", max_length=100)
    postcode: str = Field(default="", max_length=20)
    country: str = Field(max_length=2)
    created_at: datetime = Field(default_factory=now)
    removed_at: datetime | None = None


class StoreItem(SQLModel, table=True):
    """An award a learner has put into the Store by Order on its card."""

    __tablename__ = "store_item"
    __table_args__ = (UniqueConstraint("account_id", "award_id"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE")
    award_id: int = Field(foreign_key="award.id", ondelete="CASCADE")
    created_at: datetime = Field(default_factory=now)


class BasketLine(SQLModel, table=True):
    """So many copies of one product for one award; belongs to the learner, not the browser."""

    __tablename__ = "basket_line"
    __table_args__ = (
        UniqueConstraint("account_id", "award_id", "product_id"),
        CheckConstraint("quantity BETWEEN 1 AND 99"),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE")
    award_id: int = Field(foreign_key="award.id", ondelete="CASCADE")
    product_id: int = Field(foreign_key="product.id", ondelete="CASCADE")
    quantity: int = 1
    created_at: datetime = Field(default_factory=now)


class FreeCopies(SQLModel, table=True):
    """How many free copies of a product an award has used, for life."""

    __tablename__ = "free_copies"
    __table_args__ = (CheckConstraint("used >= 0"),)

    award_id: int = Field(foreign_key="award.id", primary_key=True, ondelete="CASCADE")
    product_id: int = Field(foreign_key="product.id", primary_key=True, ondelete="CASCADE")
    used: int = 0


class Basket(SQLModel, table=True):
    """A learner's basket; ordering it changes its key, so it can be ordered only once."""

    __tablename__ = "basket"

    account_id: int | None = Field(default=None, foreign_key="account.id", primary_key=True)
    key: str = Field(unique=True, max_length=64)
