"""What the shop shows a learner: always by the account that asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, func, select

from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner
from certify_app.domain.money import Amounts, with_vat
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.models import (
    BasketLine,
    DeliveryMethod,
    FreeCopies,
    Order,
    Product,
    StoreItem,
)


@dataclass(frozen=True)
class Offer:
    """One product for one award: `free_left` copies cost nothing."""

    award_id: int
    product_id: int
    product_code: str
    product_name: str
    learner_name: str
    qualification: str
    reference: str
    price: int
    vat_rate: int
    allowance: int
    free_left: int
    on_sale: bool
    quantity: int = 0

    @property
    def free(self) -> int:
        return min(self.quantity, self.free_left)

    @property
    def amounts(self) -> Amounts:
        return with_vat(self.price * (self.quantity - self.free), self.vat_rate)


def store(session: Session, account_id: int) -> Sequence[Offer]:
    """The products on sale for each award the learner has put into the Store."""
    wanted = _offers(account_id).join(
        StoreItem,
        (col(StoreItem.award_id) == Award.id) & (col(StoreItem.account_id) == account_id),
    )
    rows = session.execute(
        wanted.where(col(Product.on_sale), col(Award.status) == AwardStatus.VALID).order_by(
            col(StoreItem.id).desc(), col(Product.position)
        )
    )
    return [_offer(row, 0) for row in rows]


def basket(session: Session, account_id: int) -> Sequence[Offer]:
    """The basket's lines, also those that can no longer be ordered."""
    rows = session.execute(_basket(), {"account_id": account_id})
    return [_offer(row, row[-1]) for row in rows]


@cache
def _basket() -> Select[Award, str, Product, str, int, int]:
    """Written once, since building it costs more than asking it."""
    whose = bindparam("account_id", type_=Integer)
    return (
        _offers(whose)
        .add_columns(col(BasketLine.quantity))
        .join(
            BasketLine,
            (col(BasketLine.award_id) == Award.id)
            & (col(BasketLine.product_id) == Product.id)
            & (col(BasketLine.account_id) == whose),
        )
        .order_by(col(BasketLine.id))
    )


def offer(session: Session, account_id: int, award_id: int, product_id: int) -> Offer | None:
    """One product for one of the learner's own awards, or None."""
    row = session.execute(
        _offers(account_id).where(col(Award.id) == award_id, col(Product.id) == product_id)
    ).first()
    return _offer(row, 0) if row else None


def basket_count(session: Session, account_id: int) -> int:
    total = session.exec(
        select(func.sum(BasketLine.quantity)).where(BasketLine.account_id == account_id)
    ).one()
    return int(total or 0)


def delivery_methods(session: Session) -> Sequence[DeliveryMethod]:
    return session.exec(
        select(DeliveryMethod).where(DeliveryMethod.on_offer).order_by(col(DeliveryMethod.position))
    ).all()


def own_order(session: Session, account_id: int, number: str) -> Order | None:
    return session.exec(
        select(Order).where(Order.account_id == account_id, Order.number == number)
    ).first()


def order_numbered(session: Session, number: str) -> Order:
    """Anybody's, for staff.

    Raises:
        NoSuchOrder
    """
    order = session.exec(select(Order).where(Order.number == number)).first()
    if order is None:
        raise NoSuchOrder
    return order


def _offers(account_id: Any) -> Select[Award, str, Product, str, int]:
    """`account_id` or a parameter for it."""
    used = func.coalesce(col(FreeCopies.used), 0)
    return (
        sa_select(Award, col(Qualification.title), Product, col(Document.reference), used)
        .join(
            Learner,
            (col(Learner.id) == Award.learner_id) & (col(Learner.account_id) == account_id),
        )
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .join(Document, col(Document.award_id) == Award.id)
        .join(Product, col(Product.document_kind) == Document.kind)
        .join(
            FreeCopies,
            (col(FreeCopies.award_id) == Award.id) & (col(FreeCopies.product_id) == Product.id),
            isouter=True,
        )
    )


def _offer(row: Sequence[Any], quantity: int) -> Offer:
    award, title, product, reference, used = row[:5]
    return Offer(
        award_id=award.id,
        product_id=product.id,
        product_code=product.code,
        product_name=product.name,
        learner_name=award.awarded_name,
        qualification=title,
        reference=reference,
        price=product.price,
        vat_rate=product.vat_rate,
        allowance=product.free_allowance,
        free_left=max(0, product.free_allowance - used),
        on_sale=product.on_sale and award.status == AwardStatus.VALID,
        quantity=quantity,
    )
