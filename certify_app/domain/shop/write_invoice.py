"""VAT invoices are numbered without gaps: the number is taken with the payment."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.domain.shop.models import Invoice, InvoiceCounter, Order


def number_invoice(session: Session, order: Order) -> Invoice:
    """The order's invoice; its number is the next one, taken in this transaction."""
    if invoice := session.exec(select(Invoice).where(Invoice.order_id == order.id)).first():
        return invoice
    if session.get(InvoiceCounter, 1) is None:
        session.add(InvoiceCounter(id=1, last=0))
        session.flush()
    assert order.id
    number = session.exec(
        update(InvoiceCounter)
        .where(col(InvoiceCounter.id) == 1)
        .values(last=InvoiceCounter.last + 1)
        .returning(col(InvoiceCounter.last))
    ).scalar_one()
    invoice = Invoice(number=number, order_id=order.id)
    session.add(invoice)
    return invoice
