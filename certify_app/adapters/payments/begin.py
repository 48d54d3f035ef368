"""Start to pay an order, or go on where it was left: while a browser waits."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.adapters.payments.offered import offered, provider_named
from certify_app.adapters.payments.talk import look_at, open_payment, settle_or_tell
from certify_app.db.engine import read_now, write_now
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.mark_paid import need_no_payment
from certify_app.domain.shop.models import Order, Payment
from certify_app.domain.shop.pay_order import RUNNING, start_payment
from certify_app.domain.shop.queries import own_order
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus

SECONDS = 8.0


def begin_payment(account_id: int, number: str, wanted: str) -> Payment | None:
    """The payment to send the payer to; None when there is nothing to pay any more.

    `wanted` is the code of a way to pay; one that is not offered is the first offered.

    Raises:
        NoSuchOrder, NotPayable, AlreadyPaid
        ProviderTrouble, ProviderRefuses: the order is kept.
    """
    order = read_now(own_order, account_id, number)
    if order is None:
        raise NoSuchOrder
    if order.total == 0 and order.status == OrderStatus.PENDING:
        write_now(_take_for_nothing, order.id or 0)
        return None
    code = _way(order, wanted)
    for _page in range(2):
        payment = _opened(account_id, number, code)
        if payment.status in RUNNING:
            return payment
        if payment.status == PaymentStatus.PAID:
            return None
    return payment


def _way(order: Order, wanted: str) -> str:
    ways = offered()
    return next(
        (code for code in (wanted, order.payment_provider) if code in ways), next(iter(ways))
    )


def _opened(account_id: int, number: str, code: str) -> Payment:
    """Opened at the provider; a page that was open already is looked at first."""
    provider = provider_named(code, SECONDS)
    payment = write_now(start_payment, account_id, number, code, provider.is_live)
    if payment.reference is None:
        return open_payment(payment, SECONDS)
    if provider.is_online:
        write_now(settle_or_tell, [look_at(payment, SECONDS)])
    return read_now(Session.get_one, Payment, payment.id)


def _take_for_nothing(session: Session, order_id: int) -> None:
    need_no_payment(session, session.get_one(Order, order_id))
