"""Refunds, orders called off or expired, disputes: over real HTTP with a Stripe of our own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from certify_app.domain.shop.cancel_order import cancel_own_order
from certify_app.domain.shop.errors import RefundTooLarge
from certify_app.domain.shop.models import Order, RefundSource
from certify_app.domain.shop.overdue_orders import (
    expire_unpaid_orders,
)
from certify_app.domain.shop.refund_order import ask_refund
from certify_app.domain.shop.statuses import OrderStatus, RefundStatus
from tests.clock import HeldClock
from tests.http.till import Till, is_paid_once


def test_six_refunds_at_once_give_back_no_more_than_was_paid(till: Till) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()

    def click(number: int) -> int:
        try:
            with till.shop.db.write() as session:
                mine = session.get_one(Order, order.id)
                return ask_refund(session, mine, 500, f"click-{number}", RefundSource.STAFF).amount
        except RefundTooLarge:
            return 0

    with ThreadPoolExecutor(6) as clicks:
        assert sum(clicks.map(click, range(6))) == 1000
    till.work()
    assert [c["amount_refunded"] for c in till.stripe.charges.values()] == [1000]
    assert {r.status for r in till.refunds()} == {RefundStatus.DONE}


def test_a_refund_whose_answer_was_lost_is_made_once(till: Till, clock: HeldClock) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    till.stripe.faults.lost_answers["refunds.create"] = 1
    till.shop.do(cancel_own_order, till.shop.jane, order.number)
    till.work()
    clock.move(hours=1)
    till.work()
    assert len(till.stripe.refunds) == 1
    assert till.fresh(order).status == OrderStatus.REFUNDED
    assert len(till.mails("order_refunded")) == 1


def test_a_refund_is_credited_to_its_learner_alone(till: Till) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    till.shop.do(cancel_own_order, till.shop.jane, order.number)
    till.work()
    paper = f"/api/orders/{order.number}/credit-notes/1.pdf"
    for person, status in (("jane", 200), ("olwen", 200), ("dave", 404), ("mallory", 404)):
        with till.browser(getattr(till.shop.people, person)) as client:
            answer = client.get(paper)
        assert answer.status_code == status
        assert answer.headers["cache-control"] == "no-store"
        assert answer.content.startswith(b"%PDF") is (status == 200)
    with till.browser() as jane:
        for number in ("2", "0", "-1", "two", "9" * 30, "%00"):
            assert jane.get(paper.replace("1.pdf", f"{number}.pdf")).status_code == 404


def test_a_refund_made_in_stripes_dashboard_is_known_once(till: Till) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    intent = next(iter(till.stripe.intents))
    till.stripe.faults.times = 3
    till.stripe.refund({"payment_intent": intent, "amount": 700})
    till.work()
    assert [(r.source, r.amount) for r in till.refunds()] == [(RefundSource.PROVIDER, 700)]
    assert (till.fresh(order).refunded, till.fresh(order).status) == (700, OrderStatus.PROCESSING)


def test_a_cancelled_order_cannot_be_paid_any_more(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.shop.do(cancel_own_order, till.shop.jane, order.number)
    till.work()
    assert till.stripe.sessions[known]["status"] == "expired"
    assert till.start(order) == f"/orders/{order.number}"
    assert len(till.mails("order_cancelled")) == 1


def test_what_was_paid_while_it_was_called_off_goes_back(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.shop.do(cancel_own_order, till.shop.jane, order.number)
    till.stripe.pay(known)
    till.work()
    till.work()
    assert till.fresh(order).status == OrderStatus.CANCELLED
    assert [c["amount_refunded"] for c in till.stripe.charges.values()] == [1200]
    assert till.print_jobs() == []


def test_an_order_nobody_paid_expires_with_its_page(till: Till, clock: HeldClock) -> None:
    order = till.order()
    known = till.session_of(order)
    clock.move(days=15)
    till.shop.do(expire_unpaid_orders)
    till.work()
    assert till.fresh(order).status == OrderStatus.CANCELLED
    assert till.stripe.sessions[known]["status"] == "expired"


def test_an_order_paid_at_the_last_moment_does_not_expire(till: Till, clock: HeldClock) -> None:
    till.stripe.faults.webhooks = "lost"
    order = till.order()
    till.stripe.pay(till.session_of(order))
    clock.move(days=15)
    till.shop.do(expire_unpaid_orders)
    till.work()
    assert is_paid_once(till, order)


def test_a_dispute_is_logged_and_staff_are_told(till: Till) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    intent = next(iter(till.stripe.intents))
    till.stripe.dispute(intent)
    till.work()
    till.stripe.dispute(intent, closed=True)
    till.work()
    assert [mail.to for mail in till.mails("staff_payment")] == ["registry@localhost"] * 2


def test_other_money_than_asked_for_is_left_to_people(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.stripe.sessions[known]["amount_total"] = 1
    till.stripe.faults.times = 3
    till.stripe.pay(known)
    till.work()
    till.back(order)
    assert till.fresh(order).status == OrderStatus.PENDING
    assert len(till.mails("staff_payment")) == 1
