"""VAT invoices are numbered without gaps: the number is taken with the payment."""

from __future__ import annotations

from sqlmodel import Session, select

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.shop.models import Invoice, InvoiceCounter, Order
from certify_app.domain.shop.next_number import next_number


def number_invoice(session: Session, order: Order) -> Invoice:
    """The order's invoice; its number is the next one, taken in this transaction."""
    if invoice := session.exec(select(Invoice).where(Invoice.order_id == order.id)).first():
        return invoice
    assert order.id
    number = next_number(session, InvoiceCounter)
    body = awarding_body(session)
    seller = "\n".join(filter(None, (body.name, body.address)))
    invoice = Invoice(number=number, order_id=order.id, seller=seller, vat_number=body.vat_number)
    session.add(invoice)
    return invoice
