"""Orders as the awarding body's own system reads them, and how it moves them on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from certify_app.domain.shop.fulfil_order import dispatch_order, hand_over_order, print_order
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.queries import order_numbered
from certify_app.domain.shop.statuses import OrderStatus


class Step(StrEnum):
    IN_PRINT = "in_print"
    DISPATCHED = "dispatched"
    COLLECTED = "collected"


def orders_after(
    session: Session,
    after: int,
    limit: int,
    status: OrderStatus | None = None,
    created_from: datetime | None = None,
) -> Sequence[Order]:
    """In the order they were placed."""
    found = select(Order).where(col(Order.id) > after)
    if status:
        found = found.where(col(Order.status) == status)
    if created_from:
        found = found.where(col(Order.created_at) >= created_from)
    return session.exec(found.order_by(col(Order.id)).limit(limit)).all()


def step_on(session: Session, number: str, step: Step, tracking_number: str = "") -> None:
    """
    Raises:
        NoSuchOrder, NotFulfillable
    """
    order = order_numbered(session, number)
    if step is Step.IN_PRINT:
        print_order(session, order)
    elif step is Step.DISPATCHED:
        dispatch_order(session, order, tracking_number=tracking_number)
    else:
        hand_over_order(session, order)
