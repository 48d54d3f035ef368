"""Mails about an order, to the address its learner uses now, in their language."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.accounts.models import Account
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.shop.models import Invoice, Order, OrderLine


def tell_learner(
    session: Session, order: Order, kind: str, attaches: str = "", **more: Any
) -> None:
    """Put the mail in the outbox; `more` are what the letter takes besides name and number."""
    account = session.get_one(Account, order.account_id)
    send_mail(
        session,
        kind,
        account.email,
        account.id,
        account.language,
        attaches,
        first_name=account.first_name,
        number=order.number,
        **more,
    )


def send_receipt(session: Session, order_id: int) -> None:
    """What was paid, with the invoice; nothing was paid for what is free."""
    order = session.get_one(Order, order_id)
    billed = session.exec(select(Invoice.number).where(Invoice.order_id == order_id)).first()
    tell_learner(
        session,
        order,
        "order_paid",
        f"invoice {order_id}" if billed else "",
        lines=order_lines(session, order),
        total=order.total,
        currency=order.currency,
        delivery=order.delivery_name,
        has_invoice=billed is not None,
    )


def tell_staff(session: Session, order: Order, says: str) -> None:
    """To the awarding body's mailbox: something about a payment that people must look at."""
    to = settings().reports_email
    send_mail(session, "staff_payment", to, number=order.number, says=says)


def order_lines(session: Session, order: Order) -> list[tuple[str, int]]:
    """What was ordered and its gross amount, as letters list it; delivery last."""
    rows = session.exec(
        select(OrderLine).where(OrderLine.order_id == order.id).order_by(col(OrderLine.id))
    ).all()
    lines = [(f"{r.quantity} × {r.product_name}: {r.document_title}", r.gross) for r in rows]
    return [*lines, (order.delivery_name, order.total - sum(row.gross for row in rows))]
