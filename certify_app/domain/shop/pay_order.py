"""Start paying an order: a payment row first, then the provider, so no crash loses either."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.shop.errors import AlreadyPaid, NoSuchOrder, NotPayable
from certify_app.domain.shop.models import Order, OrderLine, Payment
from certify_app.domain.shop.move_order import lock_order
from certify_app.domain.shop.providers import Asked, AskedLine, Opened
from certify_app.domain.shop.queries import own_order
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus
from certify_app.domain.shop.tell_learner import order_lines, tell_learner
from certify_app.domain.tokens import new_token

RUNNING = (PaymentStatus.CREATED, PaymentStatus.OPEN, PaymentStatus.PROCESSING)


def start_payment(
    session: Session, account_id: int, number: str, provider: str, is_live: bool = False
) -> Payment:
    """The running payment of an order with this provider, or a new one.

    Two tabs share one.

    Raises:
        NoSuchOrder: not an order of this account.
        AlreadyPaid, NotPayable: it is past paying.
    """
    order = own_order(session, account_id, number)
    if order is None or order.id is None:
        raise NoSuchOrder
    lock_order(session, order)
    if order.status == OrderStatus.CANCELLED:
        raise NotPayable
    if order.status != OrderStatus.PENDING:
        raise AlreadyPaid
    order.payment_provider = provider
    return _running(session, order, provider) or _new(session, order, provider, is_live)


def _running(session: Session, order: Order, provider: str) -> Payment | None:
    return session.exec(
        select(Payment).where(
            Payment.order_id == order.id,
            Payment.provider == provider,
            col(Payment.status).in_(RUNNING),
        )
    ).first()


def _new(session: Session, order: Order, provider: str, is_live: bool) -> Payment:
    assert order.id
    payment = Payment(
        order_id=order.id,
        provider=provider,
        amount=order.total,
        currency=order.currency,
        key=new_token(),
        is_live=is_live,
    )
    session.add(payment)
    session.flush()
    return payment


def what_to_ask(session: Session, payment_id: int, back_to: str) -> Asked:
    """What the provider is asked to collect: the order's gross lines, then its delivery."""
    payment = session.get_one(Payment, payment_id)
    order = session.get_one(Order, payment.order_id)
    rows = session.exec(select(OrderLine).where(OrderLine.order_id == order.id)).all()
    lines = [
        AskedLine(f"{row.quantity} × {row.product_name}, {row.document_title}", row.gross)
        for row in rows
        if row.gross
    ]
    delivery = order.total - sum(row.gross for row in rows)
    if delivery:
        lines.append(AskedLine(order.delivery_name, delivery))
    return Asked(
        payment.key,
        order.number,
        order.email,
        order.currency,
        tuple(lines),
        back_to,
    )


def note_opened(session: Session, payment_id: int, opened: Opened) -> None:
    """The provider has it: keep its reference and page, unless it moved on meanwhile.

    Who pays without a page of a provider is told by mail how.
    """
    noted = session.exec(
        update(Payment)
        .where(col(Payment.id) == payment_id, col(Payment.status) == PaymentStatus.CREATED)
        .values(status=PaymentStatus.OPEN, reference=opened.reference, page=opened.page)
        .execution_options(synchronize_session=False)
    )
    if noted.rowcount and not opened.page:
        _tell_how_to_pay(session, session.get_one(Payment, payment_id))


def _tell_how_to_pay(session: Session, payment: Payment) -> None:
    order = session.get_one(Order, payment.order_id)
    tell_learner(
        session,
        order,
        "order_placed",
        lines=order_lines(session, order),
        total=order.total,
        currency=order.currency,
        bank_details=awarding_body(session).bank_details,
        at_collection=payment.provider == "collection",
    )
