"""A provider that took other money than was asked for: staff are told, once."""

from __future__ import annotations

from sqlmodel import Session, select

from certify_app.domain.shop.models import Order, OrderLog, Payment
from certify_app.domain.shop.move_order import lock_order, write_log
from certify_app.domain.shop.tell_learner import tell_staff

WRONG = "wrong_money"


def note_wrong_money(session: Session, payment_id: int) -> None:
    payment = session.get_one(Payment, payment_id)
    order = session.get_one(Order, payment.order_id)
    lock_order(session, order)
    noted = select(OrderLog.id).where(OrderLog.order_id == order.id, OrderLog.new == WRONG)
    if session.exec(noted).first() is None:
        write_log(session, order, "payment", payment.status, WRONG)
        says = "The provider took another amount, currency or mode than we asked for."
        tell_staff(session, order, says)
