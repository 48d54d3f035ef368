"""VAT invoices are numbered without gaps: the number is taken with the payment."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.db.upsert import insert_into
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.shop.models import Invoice, InvoiceCounter, Order


def number_invoice(session: Session, order: Order) -> Invoice:
    """The order's invoice; its number is the next one, taken in this transaction."""
    if invoice := session.exec(select(Invoice).where(Invoice.order_id == order.id)).first():
        return invoice
    first = insert_into(session, InvoiceCounter).values(id=1, last=0)
    session.execute(first.on_conflict_do_nothing())
    assert order.id
    number = session.exec(
        update(InvoiceCounter)
        .where(col(InvoiceCounter.id) == 1)
        .values(last=InvoiceCounter.last + 1)
        .returning(col(InvoiceCounter.last))
    ).scalar_one()
    body = awarding_body(session)
    seller = "\n".join(filter(None, (body.name, body.address)))
    invoice = Invoice(number=number, order_id=order.id, seller=seller, vat_number=body.vat_number)
    session.add(invoice)
    return invoice
