"""Everything an invoice says, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.accounts.models import Account
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.documents.find_master import design_of
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.models import Invoice, Order, OrderLine


@dataclass(frozen=True)
class InvoiceLine:
    """What was sold: amounts in minor units, `vat_rate` in basis points."""

    what: str
    more: str
    quantity: int
    net: int
    vat: int
    gross: int
    vat_rate: int


@dataclass(frozen=True)
class InvoicePaper:
    """An invoice as it is drawn. Without a VAT number it is no VAT invoice. `credits` is the
    number of the invoice that a credit note is about; 0 on an invoice itself."""

    number: int
    issued: date
    order_number: str
    ordered: date
    seller: str
    vat_number: str
    billed_to: str
    sent_to: str
    currency: str
    lines: Sequence[InvoiceLine]
    total: int
    vat: int
    paid_by: str
    is_test: bool
    language: str
    design: Design
    credits: int = 0

    @property
    def has_vat(self) -> bool:
        return bool(self.vat_number) and self.vat > 0


def read_invoice(
    session: Session, order_id: int | None = None, number: str = "", account_id: int | None = None
) -> InvoicePaper:
    """By the order's id or number; with an account only its own.

    Raises:
        NoSuchOrder: there is no such order, or it has no invoice.
    """
    query = select(Invoice, Order).join(Order, col(Order.id) == Invoice.order_id)
    query = query.where(Order.id == order_id if order_id else Order.number == number)
    if account_id is not None:
        query = query.where(Order.account_id == account_id)
    row = session.exec(query).first()
    if row is None:
        raise NoSuchOrder
    return paper_of(session, *row)


def paper_of(session: Session, invoice: Invoice, order: Order) -> InvoicePaper:
    zone = settings().zone
    return InvoicePaper(
        number=invoice.number,
        issued=invoice.issued_at.astimezone(zone).date(),
        order_number=order.number,
        ordered=order.created_at.astimezone(zone).date(),
        seller=invoice.seller,
        vat_number=invoice.vat_number,
        billed_to=order.billing,
        sent_to=order.delivery,
        currency=order.currency,
        lines=_lines(session, order),
        total=order.total,
        vat=order.vat,
        paid_by=order.payment_provider,
        is_test=order.is_test,
        language=session.get_one(Account, order.account_id).language,
        design=design_of(awarding_body(session)),
    )


def _lines(session: Session, order: Order) -> list[InvoiceLine]:
    rows = session.exec(
        select(OrderLine).where(OrderLine.order_id == order.id).order_by(col(OrderLine.id))
    ).all()
    lines = [
        InvoiceLine(
            what=row.product_name,
            more=f"{row.document_title}, {row.reference}, {row.learner_name}",
            quantity=row.quantity,
            net=row.net,
            vat=row.vat,
            gross=row.gross,
            vat_rate=row.vat_rate,
        )
        for row in rows
    ]
    return [*lines, _delivery(order, lines)]


def _delivery(order: Order, lines: list[InvoiceLine]) -> InvoiceLine:
    vat = order.vat - sum(line.vat for line in lines)
    return InvoiceLine(
        what=order.delivery_name,
        more="",
        quantity=1,
        net=order.delivery_net,
        vat=vat,
        gross=order.delivery_net + vat,
        vat_rate=order.delivery_vat_rate,
    )
