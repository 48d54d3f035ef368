"""Asking the provider about everything at once."""

from __future__ import annotations

from certify_app.adapters.payments.reconcile import reconcile
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus
from tests.clock import HeldClock
from tests.http.till import Till


def test_reconciling_finds_what_nobody_told_us_of(till: Till) -> None:
    till.stripe.faults.webhooks = "lost"
    paid, lost, refunded = till.order(), till.order(), till.order()
    till.stripe.pay(till.session_of(paid))
    till.stripe.faults.lost_answers["sessions.create"] = 1
    till.start(lost)
    till.stripe.pay(list(till.stripe.sessions)[1])
    third = till.session_of(refunded)
    till.stripe.pay(third)
    till.back(refunded)
    intent = till.stripe.sessions[third]["payment_intent"]
    till.stripe.refund({"payment_intent": intent, "amount": 1200})

    first, again = reconcile(), reconcile()

    assert (first.payments, first.problems) == (3, [])
    assert {(c["order"], c["new"]) for c in first.changed} == {
        (paid.number, "paid"),
        (lost.number, "paid"),
    }
    assert again.changed == []
    assert till.fresh(paid).status == till.fresh(lost).status == OrderStatus.PROCESSING
    assert till.fresh(refunded).status == OrderStatus.REFUNDED


def test_reconciling_goes_on_after_what_fails_and_says_so(till: Till) -> None:
    till.stripe.faults.webhooks = "lost"
    first, second = till.order(), till.order()
    till.session_of(first)
    till.stripe.pay(till.session_of(second))
    del till.stripe.sessions[next(iter(till.stripe.sessions))]
    report = reconcile()
    assert [problem["order"] for problem in report.problems] == [first.number]
    assert till.fresh(second).status == OrderStatus.PROCESSING


def test_a_page_nobody_was_ever_shown_is_forgotten_after_a_day(
    till: Till, clock: HeldClock
) -> None:
    order = till.order()
    till.stripe.faults.failures["sessions.create"] = 1
    till.start(order)
    clock.move(days=2)
    reconcile()
    assert [payment.status for payment in till.payments()] == [PaymentStatus.EXPIRED]
    assert till.stripe.sessions == {}
