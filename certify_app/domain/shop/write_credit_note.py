"""Credit notes, numbered without gaps: what a refund takes back from an invoice."""

from __future__ import annotations

from collections import defaultdict

from sqlmodel import Session, col, select

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.money import NOTHING, Amounts
from certify_app.domain.shop.models import (
    CreditNote,
    CreditNoteCounter,
    CreditNoteLine,
    Invoice,
    Order,
    OrderLine,
    Refund,
    RefundSource,
)
from certify_app.domain.shop.next_number import next_number
from certify_app.domain.shop.split_credit import split_credit


def credit_refund(session: Session, order: Order, refund: Refund) -> CreditNote | None:
    """The credit note of a refund that was made; None where no invoice billed the money."""
    billed = session.exec(select(Invoice.number).where(Invoice.order_id == order.id)).first()
    if billed is None or refund.source == RefundSource.DUPLICATE:
        return None
    number = next_number(session, CreditNoteCounter)
    # Taken first: it holds back other refunds, so what is left is known.
    parts = split_credit(refund.amount, _left_to_credit(session, order))
    total = sum(parts.values(), NOTHING)
    body = awarding_body(session)
    assert order.id
    assert refund.id
    note = CreditNote(
        number=number,
        order_id=order.id,
        refund_id=refund.id,
        gross=total.gross,
        vat=total.vat,
        reason=refund.reason,
        seller="\n".join(filter(None, (body.name, body.address))),
        vat_number=body.vat_number,
    )
    session.add(note)
    session.flush()
    for rate, part in parts.items():
        line = CreditNoteLine(number=number, vat_rate=rate, gross=part.gross, vat=part.vat)
        session.add(line)
    return note


def _left_to_credit(session: Session, order: Order) -> dict[int, Amounts]:
    """What was billed at each VAT rate, without what earlier notes took back."""
    left = billed_by_rate(session, order)
    earlier = session.exec(
        select(CreditNoteLine)
        .join(CreditNote, col(CreditNote.number) == CreditNoteLine.number)
        .where(CreditNote.order_id == order.id)
    )
    for line in earlier:
        left[line.vat_rate] += Amounts(-line.gross, -line.vat)
    return left


def billed_by_rate(session: Session, order: Order) -> dict[int, Amounts]:
    """An order's gross and VAT by VAT rate, delivery included."""
    billed: dict[int, Amounts] = defaultdict(lambda: NOTHING)
    delivery = Amounts(order.total, order.vat)
    for line in session.exec(select(OrderLine).where(OrderLine.order_id == order.id)):
        billed[line.vat_rate] += Amounts(line.gross, line.vat)
        delivery += Amounts(-line.gross, -line.vat)
    billed[order.delivery_vat_rate] += delivery
    return billed
