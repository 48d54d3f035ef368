"""The free allowance: reserved with the order by one conditional UPDATE, never passed."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.db.upsert import insert_into
from certify_app.domain.shop.models import FreeCopies, Order, OrderLine


def reserve_free_copies(
    session: Session, award_id: int, product_id: int, count: int, allowance: int
) -> bool:
    """Take so many free copies, all or none; False when another order took them first."""
    if count == 0:
        return True
    session.execute(
        insert_into(session, FreeCopies)
        .values(award_id=award_id, product_id=product_id, used=0)
        .on_conflict_do_nothing()
    )
    taken = session.exec(
        update(FreeCopies)
        .where(*_which(award_id, product_id), col(FreeCopies.used) + count <= allowance)
        .values(used=FreeCopies.used + count)
    )
    return taken.rowcount == 1


def give_back_free_copies(session: Session, award_id: int, product_id: int, count: int) -> None:
    session.exec(
        update(FreeCopies)
        .where(*_which(award_id, product_id), col(FreeCopies.used) >= count)
        .values(used=FreeCopies.used - count)
    )


def take_free_copies_again(session: Session, order: Order) -> None:
    """Late money pays what was ordered: the allowance may be passed then, never the order."""
    lines = session.exec(select(OrderLine).where(OrderLine.order_id == order.id)).all()
    for line in (line for line in lines if line.free):
        session.exec(
            update(FreeCopies)
            .where(*_which(line.award_id, line.product_id))
            .values(used=FreeCopies.used + line.free)
        )


def _which(award_id: int, product_id: int):  # type: ignore[no-untyped-def]
    return col(FreeCopies.award_id) == award_id, col(FreeCopies.product_id) == product_id
