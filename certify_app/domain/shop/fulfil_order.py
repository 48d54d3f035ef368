"""From print to the letter box: staff move a paid order on."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.machines import IllegalMove
from certify_app.domain.shop.errors import NotFulfillable
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.move_order import lock_order, move_fulfilment, move_order
from certify_app.domain.shop.statuses import FulfilmentStatus, OrderStatus
from certify_app.domain.shop.tell_learner import tell_learner


def print_order(session: Session, order: Order, actor_id: int | None = None) -> None:
    """A paid order goes into print; from now on it cannot be cancelled.

    Raises:
        NotFulfillable: it is not paid, or further on already.
    """
    _move(session, order, FulfilmentStatus.IN_PRINT, actor_id)


def dispatch_order(
    session: Session,
    order: Order,
    actor_id: int | None = None,
    tracking_number: str = "",
) -> None:
    """Sent on its way: the order is complete and its learner is told.

    Raises:
        NotFulfillable: it is not paid and in print.
    """
    _finish(session, order, FulfilmentStatus.DISPATCHED, actor_id, tracking_number)


def hand_over_order(session: Session, order: Order, actor_id: int | None = None) -> None:
    """Collected by the learner: the order is complete.

    Raises:
        NotFulfillable: it is not paid and in print.
    """
    _finish(session, order, FulfilmentStatus.COLLECTED, actor_id, "")


def _finish(
    session: Session,
    order: Order,
    to: FulfilmentStatus,
    actor_id: int | None,
    tracking_number: str,
) -> None:
    if order.fulfilment == FulfilmentStatus.WAITING:
        _move(session, order, FulfilmentStatus.IN_PRINT, actor_id)
    _move(session, order, to, actor_id, tracking_number=tracking_number[:80])
    move_order(session, order, OrderStatus.COMPLETE, actor_id)
    if to == FulfilmentStatus.DISPATCHED:
        enqueue_job(session, "tell_dispatched", {"order_id": order.id}, f"dispatched-{order.id}")


def _move(
    session: Session,
    order: Order,
    to: FulfilmentStatus,
    actor_id: int | None,
    **changes: str,
) -> None:
    lock_order(session, order)
    if order.status != OrderStatus.PROCESSING or 0 < order.total == order.refunded:
        raise NotFulfillable
    try:
        moved = move_fulfilment(session, order, to, actor_id, **changes)
    except IllegalMove:
        raise NotFulfillable from None
    if not moved:
        raise NotFulfillable
    record_act(session, f"order_{to}", "order", order.id, actor_id)


def tell_dispatched(session: Session, order_id: int) -> None:
    order = session.get_one(Order, order_id)
    tell_learner(
        session,
        order,
        "order_dispatched",
        delivery=order.delivery_name,
        address=order.delivery,
        tracking=order.tracking_number,
    )
