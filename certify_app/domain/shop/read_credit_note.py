"""Everything a credit note says: an invoice's paper, with what was taken back."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.shop.errors import NoSuchCreditNote
from certify_app.domain.shop.models import CreditNote, CreditNoteLine, Invoice, Order
from certify_app.domain.shop.read_invoice import InvoiceLine, InvoicePaper, paper_of
from certify_app.locales import _, speaking


def read_credit_note(
    session: Session, number: int, order_number: str = "", account_id: int | None = None
) -> InvoicePaper:
    """By its number; with an order's number or an account only if it is theirs.

    Raises:
        NoSuchCreditNote
    """
    query = (
        select(CreditNote, Invoice, Order)
        .join(Order, col(Order.id) == CreditNote.order_id)
        .join(Invoice, col(Invoice.order_id) == Order.id)
        .where(CreditNote.number == number)
    )
    if order_number:
        query = query.where(Order.number == order_number)
    if account_id is not None:
        query = query.where(Order.account_id == account_id)
    row = session.exec(query).first()
    if row is None:
        raise NoSuchCreditNote
    note, invoice, order = row
    billed = paper_of(session, invoice, order)
    is_whole = note.gross == order.total
    return replace(
        billed,
        number=note.number,
        credits=invoice.number,
        issued=note.issued_at.astimezone(settings().zone).date(),
        seller=note.seller,
        vat_number=note.vat_number,
        lines=billed.lines if is_whole else _lines(session, note, billed),
        total=note.gross,
        vat=note.vat,
    )


def _lines(session: Session, note: CreditNote, billed: InvoicePaper) -> list[InvoiceLine]:
    """One for each VAT rate."""
    parts = session.exec(
        select(CreditNoteLine)
        .where(CreditNoteLine.number == note.number)
        .order_by(col(CreditNoteLine.vat_rate).desc())
    )
    with speaking(billed.language):
        what = _("Refund of part of order {number}", number=billed.order_number)
    return [
        InvoiceLine(what, note.reason, 1, p.gross - p.vat, p.vat, p.gross, p.vat_rate)
        for p in parts
    ]
