"""Everything on the screen of one order (guide 5.3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session, col, select

from certify_app.domain.shop.models import (
    CreditNote,
    Invoice,
    Order,
    OrderLine,
    OrderLog,
    Payment,
    Refund,
)
from certify_app.domain.shop.statuses import FulfilmentStatus, OrderStatus

T = TypeVar("T", OrderLine, OrderLog, Payment, Refund)


@dataclass(frozen=True)
class OrderDetails:
    """An order with its lines, its Logs (oldest first), payments and refunds.

    `delivery_gross` with the lines' gross makes the total.
    """

    order: Order
    lines: Sequence[OrderLine]
    logs: Sequence[OrderLog]
    payments: Sequence[Payment]
    refunds: Sequence[Refund]
    invoice: Invoice | None
    credit_notes: Sequence[CreditNote] = ()

    @property
    def delivery_gross(self) -> int:
        return self.order.total - sum(line.gross for line in self.lines)

    @property
    def may_pay(self) -> bool:
        return self.order.status == OrderStatus.PENDING

    @property
    def may_cancel(self) -> bool:
        """Not yet in print: unpaid, or paid and waiting."""
        waiting = self.order.fulfilment == FulfilmentStatus.WAITING
        return waiting and self.order.status in (OrderStatus.PENDING, OrderStatus.PROCESSING)

    @property
    def is_part_refunded(self) -> bool:
        return self.order.refunded > 0 and self.order.status != OrderStatus.REFUNDED


def order_details(
    session: Session, number: str, account_id: int | None = None
) -> OrderDetails | None:
    """One account's order; without an account anybody's, for staff. None: there is none."""
    query = select(Order).where(Order.number == number)
    if account_id is not None:
        query = query.where(Order.account_id == account_id)
    order = session.exec(query).first()
    if order is None:
        return None
    return OrderDetails(
        order=order,
        lines=_all(session, OrderLine, order),
        logs=_all(session, OrderLog, order),
        payments=_all(session, Payment, order),
        refunds=_all(session, Refund, order),
        invoice=session.exec(select(Invoice).where(Invoice.order_id == order.id)).first(),
        credit_notes=session.exec(
            select(CreditNote)
            .where(CreditNote.order_id == order.id)
            .order_by(col(CreditNote.number))
        ).all(),
    )


def _all(session: Session, table: type[T], order: Order) -> Sequence[T]:
    found = select(table).where(col(table.order_id) == order.id)
    return session.exec(found.order_by(col(table.id))).all()
