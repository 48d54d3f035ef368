"""The next number of a series without gaps, taken with what it is for or not at all."""

from __future__ import annotations

from sqlmodel import Session, col, update

from certify_app.db.upsert import insert_into
from certify_app.domain.shop.models import CreditNoteCounter, InvoiceCounter


def next_number(session: Session, series: type[InvoiceCounter] | type[CreditNoteCounter]) -> int:
    """Whoever takes the next one waits until this unit of work has ended."""
    first = insert_into(session, series).values(id=1, last=0)
    session.execute(first.on_conflict_do_nothing())
    taken = update(series).where(col(series.id) == 1).values(last=series.last + 1)
    number: int = session.exec(taken.returning(col(series.last))).scalar_one()
    return number
