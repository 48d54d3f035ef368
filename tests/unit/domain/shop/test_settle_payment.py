from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from sqlmodel import select

from certify_app.domain.jobs.models import Job
from certify_app.domain.shop.cancel_order import call_off, cancel_own_order
from certify_app.domain.shop.errors import (
    AlreadyPaid,
    NoSuchOrder,
    NotPayable,
    RefundTooLarge,
    TooLateToCancel,
)
from certify_app.domain.shop.fulfil_order import dispatch_order, print_order
from certify_app.domain.shop.mark_paid import mark_paid, need_no_payment
from certify_app.domain.shop.models import Invoice, Order, OrderLog, Product, Refund, RefundSource
from certify_app.domain.shop.pay_order import start_payment
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.providers import Seen, SeenRefund
from certify_app.domain.shop.refund_order import ask_refund, note_outside_refund, settle_refund
from certify_app.domain.shop.settle_payment import WrongMoney, settle_payment
from certify_app.domain.shop.statuses import (
    FulfilmentStatus,
    OrderStatus,
    PaymentStatus,
    RefundStatus,
)


def jobs(shop, name):
    with shop.db.read() as session:
        return session.exec(select(Job).where(Job.name == name)).all()


def invoices(shop):
    with shop.db.read() as session:
        return [i.number for i in session.exec(select(Invoice).order_by(Invoice.number))]


def test_a_paid_order_is_processing_with_one_invoice_receipt_and_print_job(shop):
    order = shop.order()
    payment = shop.payment(order)
    for _ in range(5):
        shop.settle(payment)
    assert shop.fresh(order).status == OrderStatus.PROCESSING
    assert invoices(shop) == [1]
    assert len(jobs(shop, "send_receipt")) == len(jobs(shop, "prepare_print")) == 1


def test_eight_at_once_settle_it_once(shop):
    order = shop.order()
    payment = shop.payment(order)
    with ThreadPoolExecutor(8) as eight:
        list(eight.map(lambda _: shop.settle(payment), range(8)))
    with shop.db.read() as session:
        paid = session.exec(select(OrderLog).where(OrderLog.new == "processing")).all()
    assert (len(paid), invoices(shop), len(jobs(shop, "send_receipt"))) == (1, [1], 1)


@pytest.mark.parametrize(
    "told",
    list(permutations([PaymentStatus.OPEN, PaymentStatus.PROCESSING, PaymentStatus.PAID])),
)
def test_in_whatever_order_it_is_told_a_paid_order_stays_paid(shop, told):
    order = shop.order()
    payment = shop.payment(order)
    for status in told:
        shop.settle(payment, status)
    assert shop.fresh(order).status == OrderStatus.PROCESSING


def test_a_declined_payment_can_still_be_paid(shop):
    order = shop.order()
    payment = shop.payment(order)
    shop.settle(payment, PaymentStatus.FAILED)
    assert shop.fresh(order).status == OrderStatus.PENDING
    second = shop.payment(order)
    assert second.id != payment.id
    shop.settle(second)
    assert shop.fresh(order).status == OrderStatus.PROCESSING


@pytest.mark.parametrize(
    "wrong", [{"amount": 1}, {"currency": "EUR"}, {"is_live": True}], ids=["amount", "EUR", "live"]
)
def test_other_money_than_asked_changes_nothing(shop, wrong):
    order = shop.order()
    payment = shop.payment(order)
    right = {"amount": 1200, "currency": "GBP", "is_live": False}
    seen = Seen(PaymentStatus.PAID, charge="pi", **(right | wrong))
    with pytest.raises(WrongMoney):
        shop.do(settle_payment, payment.id, seen)
    assert shop.fresh(order).status == OrderStatus.PENDING


def test_money_after_the_order_expired_still_pays_it(shop):
    order = shop.order()
    payment = shop.payment(order)
    with shop.db.write() as session:
        assert call_off(session, session.get_one(Order, order.id), expired=True)
    shop.settle(payment)
    paid = shop.fresh(order)
    assert (paid.status, paid.fulfilment) == (OrderStatus.PROCESSING, FulfilmentStatus.WAITING)


def test_two_payments_of_one_order_pay_it_once_and_the_second_goes_back(shop):
    order = shop.order()
    first = shop.payment(order)
    shop.settle(first, PaymentStatus.FAILED)
    second = shop.payment(order)
    shop.settle(second)
    shop.settle(first)
    with shop.db.read() as session:
        back = session.exec(select(Refund)).one()
    assert (back.source, back.amount, back.payment_id) == (RefundSource.DUPLICATE, 1200, first.id)
    assert (invoices(shop), shop.fresh(order).refunded) == ([1], 0)


def test_two_tabs_share_one_payment(shop):
    order = shop.order()
    with ThreadPoolExecutor(6) as tabs:
        started = list(
            tabs.map(lambda _: shop.do(start_payment, shop.jane, order.number, "stripe"), range(6))
        )
    assert len({payment.key for payment in started}) == 1


@pytest.mark.parametrize("who", ["dave", "mallory", "tracy", "olwen"])
def test_nobody_pays_or_cancels_anothers_order(shop, who):
    order = shop.order()
    account_id = getattr(shop.people, who).id
    with pytest.raises(NoSuchOrder):
        shop.do(start_payment, account_id, order.number, "stripe")
    with pytest.raises(NoSuchOrder):
        shop.do(cancel_own_order, account_id, order.number)


def test_a_paid_order_is_not_paid_again_and_a_cancelled_one_not_at_all(shop):
    paid = shop.order()
    shop.settle(shop.payment(paid))
    with pytest.raises(AlreadyPaid):
        shop.do(start_payment, shop.jane, paid.number, "stripe")
    called_off = shop.order()
    shop.do(cancel_own_order, shop.jane, called_off.number)
    with pytest.raises(NotPayable):
        shop.do(start_payment, shop.jane, called_off.number, "stripe")


def test_invoice_numbers_have_no_gaps_even_when_a_payment_fails_half_way(shop):
    for _ in range(2):
        shop.settle(shop.payment(shop.order()))
    payment = shop.payment(shop.order())
    with pytest.raises(RuntimeError), shop.db.write() as session:
        seen = Seen(PaymentStatus.PAID, 1200, "GBP", "pi", False)
        settle_payment(session, payment.id, seen)
        raise RuntimeError("the power goes")
    shop.settle(payment)
    assert invoices(shop) == [1, 2, 3]


def test_six_refunds_at_once_never_exceed_what_was_paid(shop):
    order = shop.order()
    shop.settle(shop.payment(order))

    def refund(number):
        with shop.db.write() as session:
            mine = session.get_one(Order, order.id)
            return ask_refund(session, mine, 500, f"r{number}", RefundSource.STAFF)

    def tried(number):
        try:
            return refund(number).amount
        except RefundTooLarge:
            return 0

    with ThreadPoolExecutor(6) as clicks:
        given = sum(clicks.map(tried, range(6)))
    assert (given, shop.fresh(order).refunded) == (1000, 1000)


def test_the_same_refund_asked_twice_is_one(shop):
    order = shop.order()
    shop.settle(shop.payment(order))
    for _ in range(2):
        with shop.db.write() as session:
            mine = session.get_one(Order, order.id)
            ask_refund(session, mine, 300, "same", RefundSource.STAFF)
    assert shop.fresh(order).refunded == 300


@pytest.mark.parametrize("amount", [0, -1, 1201])
def test_a_refund_of_nothing_or_too_much_is_refused(shop, amount):
    order = shop.order()
    shop.settle(shop.payment(order))
    with pytest.raises(RefundTooLarge, match="At most £12.00"), shop.db.write() as session:
        mine = session.get_one(Order, order.id)
        ask_refund(session, mine, amount, "x", RefundSource.STAFF)


def settled_refund(shop, order, amount, status, key="k"):
    with shop.db.write() as session:
        mine = session.get_one(Order, order.id)
        refund = ask_refund(session, mine, amount, key, RefundSource.STAFF)
    shop.do(settle_refund, refund.id, SeenRefund(f"re_{key}", status, amount, key))


def test_a_part_refund_keeps_the_status_and_the_rest_closes_the_order(shop):
    order = shop.order()
    shop.settle(shop.payment(order))
    settled_refund(shop, order, 500, RefundStatus.DONE, "a")
    assert shop.fresh(order).status == OrderStatus.PROCESSING
    settled_refund(shop, order, 700, RefundStatus.DONE, "b")
    assert shop.fresh(order).status == OrderStatus.REFUNDED


def test_a_refund_that_failed_can_be_asked_again(shop):
    order = shop.order()
    shop.settle(shop.payment(order))
    settled_refund(shop, order, 1200, RefundStatus.FAILED, "a")
    assert shop.fresh(order).refunded == 0
    settled_refund(shop, order, 1200, RefundStatus.DONE, "b")
    assert shop.fresh(order).status == OrderStatus.REFUNDED


def test_a_refund_made_at_the_provider_is_known_once(shop):
    order = shop.order()
    payment = shop.payment(order)
    shop.settle(payment)
    seen = SeenRefund("re_out", RefundStatus.DONE, 200, "")
    for _ in range(3):
        with shop.db.write() as session:
            note_outside_refund(session, session.get_one(type(payment), payment.id), seen)
    assert shop.fresh(order).refunded == 200


def test_cancelling_before_print_gives_everything_back(shop):
    order = shop.order()
    shop.settle(shop.payment(order))
    shop.do(cancel_own_order, shop.jane, order.number)
    called_off = shop.fresh(order)
    assert (called_off.refunded, called_off.fulfilment) == (1200, FulfilmentStatus.CALLED_OFF)
    with pytest.raises(TooLateToCancel):
        shop.do(cancel_own_order, shop.jane, order.number)


def test_cancelling_gives_free_copies_back(shop):
    with shop.db.write() as session:
        session.get_one(Product, shop.product("unit-certificate").id).free_allowance = 1
    shop.add("unit-certificate")
    order = shop.do(place_order, shop.jane, shop.choice(0))
    with shop.db.write() as session:
        need_no_payment(session, session.get_one(Order, order.id))
    assert shop.fresh(order).status == OrderStatus.PROCESSING
    assert invoices(shop) == []
    shop.do(cancel_own_order, shop.jane, order.number)
    assert shop.fresh(order).status == OrderStatus.REFUNDED
    shop.add("unit-certificate")
    assert shop.do(place_order, shop.jane, shop.choice(0)).total == 0


def test_what_is_in_print_is_not_cancelled(shop):
    order = shop.order()
    shop.settle(shop.payment(order))
    with shop.db.write() as session:
        print_order(session, session.get_one(Order, order.id))
    with pytest.raises(TooLateToCancel):
        shop.do(cancel_own_order, shop.jane, order.number)


def test_a_dispatched_order_is_complete_and_its_learner_is_told(shop):
    order = shop.order()
    with shop.db.write() as session:
        mark_paid(session, session.get_one(Order, order.id), shop.people.olwen.id, "BACS 12")
    with shop.db.write() as session:
        dispatch_order(session, session.get_one(Order, order.id), tracking_number="AB1")
    sent = shop.fresh(order)
    assert (sent.status, sent.tracking_number) == (OrderStatus.COMPLETE, "AB1")
    assert len(jobs(shop, "tell_dispatched")) == 1
