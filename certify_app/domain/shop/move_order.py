"""The one place that moves an order's machines; every move writes a log row."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, update

from certify_app.domain.machines import Machine
from certify_app.domain.shop.models import Order, OrderLog
from certify_app.domain.shop.statuses import (
    FULFILMENT,
    ORDER,
    FulfilmentStatus,
    OrderStatus,
)
from certify_app.domain.webhooks.announce import announce
from certify_app.domain.webhooks.events import EventKind


def move_order(
    session: Session,
    order: Order,
    to: OrderStatus,
    actor_id: int | None = None,
    note: str = "",
    **changes: Any,
) -> bool:
    """Move an order, with other columns in the same UPDATE.

    False when somebody else moved it first: then nothing was changed.

    Raises:
        IllegalMove: the table has no such move.
    """
    return _move(session, order, ORDER, "status", to, actor_id, note, changes)


def move_fulfilment(
    session: Session,
    order: Order,
    to: FulfilmentStatus,
    actor_id: int | None = None,
    note: str = "",
    **changes: Any,
) -> bool:
    """Move what is printed and sent; see `move_order`."""
    return _move(session, order, FULFILMENT, "fulfilment", to, actor_id, note, changes)


def lock_order(session: Session, order: Order) -> None:
    """Hold the order until the unit of work ends, and read it as it stands now.

    A no-op UPDATE holds the row on both databases.
    """
    session.exec(
        update(Order)
        .where(col(Order.id) == order.id)
        .values(total=Order.total)
        .execution_options(synchronize_session=False)
    )
    session.refresh(order)


def write_log(
    session: Session,
    order: Order,
    machine: str,
    old: str,
    new: str,
    actor_id: int | None = None,
    note: str = "",
) -> None:
    assert order.id
    session.add(
        OrderLog(
            order_id=order.id,
            machine=machine,
            old=old,
            new=new,
            actor_id=actor_id,
            note=note[:300],
        )
    )


def _move(
    session: Session,
    order: Order,
    machine: Machine[Any],
    column: str,
    to: Any,
    actor_id: int | None,
    note: str,
    changes: dict[str, Any],
) -> bool:
    old = getattr(order, column)
    machine.check(old, to)
    moved = session.exec(
        update(Order)
        .where(col(Order.id) == order.id, getattr(Order, column) == old)
        .values({column: to, **changes})
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:
        return False
    session.refresh(order)
    write_log(session, order, machine.name, old, to, actor_id, note)
    said = {"number": order.number, "status": order.status, "fulfilment": order.fulfilment}
    announce(session, EventKind.ORDER_MOVED, **said)
    return True
