"""The shop's invariants, over real HTTP with the real `stripe` client and a Stripe of our own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from certify_app.domain.shop.models import PaymentNotice, Product, RefundSource
from certify_app.domain.shop.overdue_orders import (
    look_at_open_payments,
)
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus, RefundStatus
from tests.clock import HeldClock
from tests.http.till import Till, is_paid_once, session_in


def test_stripe_asks_for_exactly_the_orders_total(till: Till) -> None:
    order = till.order(total=1200 + 399, method="second-class")
    known = till.session_of(order)
    session, items = till.stripe.sessions[known], till.stripe.items[known]
    assert (session["amount_total"], session["currency"]) == (1599, "gbp")
    assert [item["amount_total"] for item in items] == [1200, 399]
    assert order.lines_net + order.delivery_net + order.vat == order.total == 1599
    assert (session["client_reference_id"], session["customer_email"]) == (
        order.number,
        "jane@example.org",
    )


def test_paid_and_told_by_stripe_the_order_is_paid_once(till: Till) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    assert is_paid_once(till, order)
    assert till.back(order) == f"/dashboard?paid={order.number}"


def test_eight_tabs_open_one_payment_page(till: Till) -> None:
    order = till.order()
    with ThreadPoolExecutor(8) as tabs:
        pages = set(tabs.map(lambda _: till.start(order), range(8)))
    assert len({page for page in pages if "/c/pay/" in page}) == 1
    assert len(till.stripe.sessions) == 1
    assert len(till.payments()) == 1


def test_a_price_that_changes_later_changes_neither_order_nor_payment(till: Till) -> None:
    order = till.order()
    with till.shop.db.write() as session:
        session.exec(select(Product).where(Product.code == "unit-certificate")).one().price = 9900
    known = till.session_of(order)
    assert till.stripe.sessions[known]["amount_total"] == 1200


def test_a_notice_sent_five_times_and_again_later_pays_once(till: Till) -> None:
    order = till.order()
    till.stripe.faults.times = 5
    till.stripe.pay(till.session_of(order))
    till.work()
    for event in till.stripe.events:
        till.stripe.webhooks.send(event)
    till.work()
    assert is_paid_once(till, order)


def test_an_old_notice_after_a_newer_one_undoes_nothing(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.stripe.faults.webhooks = "held"
    till.stripe.debit(known)
    till.stripe.clear(known)
    till.stripe.webhooks.release(backwards=True)
    till.work()
    assert is_paid_once(till, order)


def test_a_slow_debit_waits_and_then_pays(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.stripe.debit(known)
    till.work()
    assert till.back(order) == f"/orders/{order.number}?payment=waiting"
    assert till.start(order) == f"/orders/{order.number}?payment=waiting"
    assert till.fresh(order).status == OrderStatus.PENDING
    till.stripe.clear(known)
    till.work()
    assert is_paid_once(till, order)


def test_a_slow_debit_that_bounces_can_be_paid_otherwise(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.stripe.debit(known)
    till.stripe.bounce(known)
    till.work()
    assert till.back(order, "") == f"/orders/{order.number}?payment=declined"
    till.stripe.pay(till.session_of(order))
    till.work()
    assert is_paid_once(till, order)


@pytest.mark.parametrize("comes", ["before", "instead of", "after"])
def test_the_browser_comes_back_in_any_order_with_the_notice(till: Till, comes: str) -> None:
    order = till.order()
    known = till.session_of(order)
    till.stripe.faults.webhooks = "held"
    till.stripe.pay(known)
    if comes == "after":
        till.stripe.webhooks.release()
        till.work()
    assert till.back(order) == f"/dashboard?paid={order.number}"
    if comes == "before":
        till.stripe.webhooks.release()
    till.work()
    assert is_paid_once(till, order)


def test_without_notice_and_browser_the_payment_is_found(till: Till, clock: HeldClock) -> None:
    till.stripe.faults.webhooks = "lost"
    order = till.order()
    till.stripe.pay(till.session_of(order))
    clock.move(minutes=11)
    till.shop.do(look_at_open_payments)
    till.work()
    assert is_paid_once(till, order)


def test_an_answer_that_was_lost_leads_to_the_same_page_when_asked_again(till: Till) -> None:
    order = till.order()
    till.stripe.faults.lost_answers["sessions.create"] = 1
    assert till.start(order) == f"/orders/{order.number}?payment=unreachable"
    first = next(iter(till.stripe.sessions))
    assert till.session_of(order) == first
    assert len(till.stripe.sessions) == 1


def test_a_notice_of_a_page_we_never_heard_of_pays_by_our_key(till: Till) -> None:
    order = till.order()
    till.stripe.faults.lost_answers["sessions.create"] = 1
    till.start(order)
    till.stripe.pay(next(iter(till.stripe.sessions)))
    till.work()
    assert is_paid_once(till, order)


def test_two_pages_paid_are_one_paid_order_and_the_second_goes_back(till: Till) -> None:
    order = till.order()
    first = till.session_of(order)
    with till.shop.db.write() as session:
        payment = session.get_one(type(till.payments()[0]), till.payments()[0].id)
        payment.status = PaymentStatus.EXPIRED  # as it stands when only we lost sight of it
    second = till.session_of(order)
    till.stripe.pay(first)
    till.stripe.pay(second)
    till.work()
    till.work()
    assert is_paid_once(till, order)
    back = till.refunds()
    assert [(r.source, r.amount, r.status) for r in back] == [
        (RefundSource.DUPLICATE, 1200, RefundStatus.DONE)
    ]
    assert till.fresh(order).refunded == 0
    assert sorted(c["amount_refunded"] for c in till.stripe.charges.values()) == [0, 1200]


def test_a_declined_card_leaves_the_page_open_and_another_pays(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    till.stripe.decline(known)
    till.work()
    assert till.back(order, "") == f"/orders/{order.number}"
    assert till.session_of(order) == known
    till.stripe.pay(known)
    till.work()
    assert is_paid_once(till, order)


def test_an_expired_page_is_replaced_by_a_new_one(till: Till) -> None:
    order = till.order()
    old = till.session_of(order)
    till.stripe.expire(old)
    new = session_in(till.start(order))
    assert new != old
    assert sorted(p.status for p in till.payments()) == ["expired", "open"]


@pytest.mark.parametrize("fault", ["down", "failing"])
def test_when_stripe_is_away_the_order_is_kept_and_can_be_paid_later(
    till: Till, fault: str
) -> None:
    order = till.order()
    till.stripe.faults.is_down = fault == "down"
    till.stripe.faults.failures["sessions.create"] = 1
    assert till.start(order) == f"/orders/{order.number}?payment=unreachable"
    till.stripe.faults.is_down = False
    till.stripe.faults.failures.clear()
    till.stripe.pay(till.session_of(order))
    till.stripe.faults.is_down = True
    assert till.back(order) == f"/orders/{order.number}?payment=waiting"
    till.stripe.faults.is_down = False
    till.work()
    assert is_paid_once(till, order)


@pytest.mark.parametrize("how", ["unsigned", "forged", "stale", "changed", "live", "empty", "huge"])
def test_a_notice_that_is_not_stripes_changes_nothing(till: Till, how: str) -> None:
    order = till.order()
    till.stripe.faults.webhooks = "lost"
    till.stripe.pay(till.session_of(order))
    event, hooks = till.stripe.events[-1], till.stripe.webhooks
    status = {
        "unsigned": lambda: hooks.send(event, signed=False),
        "forged": lambda: hooks.send(event, secret="whsec_guess"),
        "stale": lambda: hooks.send(event, age=400),
        "changed": lambda: send_changed(till, event),
        "live": lambda: hooks.send({**event, "livemode": True}),
        "empty": lambda: hooks.send({}),
        "huge": lambda: hooks.send({**event, "more": "x" * 300_000}),
    }[how]()
    till.work()
    assert status == (413 if how == "huge" else 400)
    assert till.fresh(order).status == OrderStatus.PENDING
    with till.shop.db.read() as session:
        assert session.exec(select(PaymentNotice)).all() == []


def send_changed(till: Till, event: dict[str, object]) -> int:
    import json
    import time

    import httpx
    import stripe

    body = json.dumps(event)
    secret, at = till.stripe.webhooks.secret, int(time.time())
    signed = stripe.WebhookSignature.generate_signature_header(body, secret, timestamp=at)
    headers = {"Stripe-Signature": signed}
    return httpx.post(till.stripe.webhooks.url, content=body + " ", headers=headers).status_code
