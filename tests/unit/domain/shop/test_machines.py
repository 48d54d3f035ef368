from __future__ import annotations

from itertools import product

import pytest

from certify_app.domain.machines import IllegalMove
from certify_app.domain.shop.statuses import (
    FULFILMENT,
    ORDER,
    PAYMENT,
    REFUND,
    FulfilmentStatus,
    OrderStatus,
    PaymentStatus,
    RefundStatus,
)

LEGAL = {
    ORDER: {
        "pending>processing",
        "pending>cancelled",
        "processing>complete",
        "processing>refunded",
        "complete>refunded",
        "cancelled>processing",
    },
    PAYMENT: {
        "created>open",
        "created>processing",
        "created>paid",
        "created>failed",
        "created>expired",
        "open>processing",
        "open>paid",
        "open>failed",
        "open>expired",
        "processing>paid",
        "processing>failed",
        "failed>paid",
        "expired>paid",
    },
    REFUND: {"created>sent", "created>done", "created>failed", "sent>done", "sent>failed"},
    FULFILMENT: {
        "waiting>in_print",
        "waiting>called_off",
        "in_print>dispatched",
        "in_print>collected",
        "called_off>waiting",
    },
}
STATUSES = {
    ORDER: OrderStatus,
    PAYMENT: PaymentStatus,
    REFUND: RefundStatus,
    FULFILMENT: FulfilmentStatus,
}
MOVES = [
    (machine, old, new)
    for machine, statuses in STATUSES.items()
    for old, new in product(statuses, statuses)
]


@pytest.mark.parametrize(("machine", "old", "new"), MOVES)
def test_every_move_is_allowed_or_refused_as_the_table_says(machine, old, new):
    if f"{old}>{new}" in LEGAL[machine]:
        machine.check(old, new)
    else:
        with pytest.raises(IllegalMove):
            machine.check(old, new)


def test_nothing_that_is_paid_becomes_unpaid_again():
    assert not any(PAYMENT.allows(PaymentStatus.PAID, new) for new in PaymentStatus)
