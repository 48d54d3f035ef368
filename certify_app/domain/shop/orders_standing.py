"""What the dashboard says of a learner's orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from certify_app.domain.shop.models import Order
from certify_app.domain.shop.statuses import OrderStatus


@dataclass(frozen=True)
class OrdersStanding:
    """How many are on their way, and those that wait for their payment, newest first."""

    processing: int
    unpaid: Sequence[Order]


def orders_standing(session: Session, account_id: int, most: int = 3) -> OrdersStanding:
    mine = col(Order.account_id) == account_id
    processing = session.exec(
        select(func.count())
        .select_from(Order)
        .where(mine, col(Order.status) == OrderStatus.PROCESSING)
    ).one()
    unpaid = session.exec(
        select(Order)
        .where(mine, col(Order.status) == OrderStatus.PENDING)
        .order_by(col(Order.id).desc())
        .limit(most)
    ).all()
    return OrdersStanding(processing, unpaid)
