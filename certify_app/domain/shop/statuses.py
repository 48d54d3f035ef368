"""The four machines of an order: itself, its payments, its refunds, its fulfilment."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.machines import Machine
from certify_app.locales import N_


class OrderStatus(StrEnum):
    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETE = "complete"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class PaymentStatus(StrEnum):
    CREATED = "created"
    OPEN = "open"
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"


class RefundStatus(StrEnum):
    CREATED = "created"
    SENT = "sent"
    DONE = "done"
    FAILED = "failed"


class FulfilmentStatus(StrEnum):
    WAITING = "waiting"
    IN_PRINT = "in_print"
    DISPATCHED = "dispatched"
    COLLECTED = "collected"
    CALLED_OFF = "called_off"


ORDER = Machine(
    "order",
    {
        OrderStatus.PENDING: frozenset({OrderStatus.PROCESSING, OrderStatus.CANCELLED}),
        OrderStatus.PROCESSING: frozenset({OrderStatus.COMPLETE, OrderStatus.REFUNDED}),
        OrderStatus.COMPLETE: frozenset({OrderStatus.REFUNDED}),
        # Money that arrives after an order expired still pays it.
        OrderStatus.CANCELLED: frozenset({OrderStatus.PROCESSING}),
    },
)
_LATE = {PaymentStatus.PAID}
PAYMENT = Machine(
    "payment",
    {
        PaymentStatus.CREATED: frozenset(set(PaymentStatus) - {PaymentStatus.CREATED}),
        PaymentStatus.OPEN: frozenset(
            {PaymentStatus.PROCESSING, PaymentStatus.FAILED, PaymentStatus.EXPIRED} | _LATE
        ),
        PaymentStatus.PROCESSING: frozenset({PaymentStatus.FAILED} | _LATE),
        PaymentStatus.FAILED: frozenset(_LATE),
        PaymentStatus.EXPIRED: frozenset(_LATE),
    },
)
REFUND = Machine(
    "refund",
    {
        RefundStatus.CREATED: frozenset(
            {RefundStatus.SENT, RefundStatus.DONE, RefundStatus.FAILED}
        ),
        RefundStatus.SENT: frozenset({RefundStatus.DONE, RefundStatus.FAILED}),
    },
)
FULFILMENT = Machine(
    "fulfilment",
    {
        FulfilmentStatus.WAITING: frozenset(
            {FulfilmentStatus.IN_PRINT, FulfilmentStatus.CALLED_OFF}
        ),
        FulfilmentStatus.IN_PRINT: frozenset(
            {FulfilmentStatus.DISPATCHED, FulfilmentStatus.COLLECTED}
        ),
        # An order called off by expiry comes back when late money pays it.
        FulfilmentStatus.CALLED_OFF: frozenset({FulfilmentStatus.WAITING}),
    },
)
SHOWN = {
    OrderStatus.PENDING: N_("Pending"),
    OrderStatus.PROCESSING: N_("Processing"),
    OrderStatus.COMPLETE: N_("Complete"),
    OrderStatus.CANCELLED: N_("Cancelled"),
    OrderStatus.REFUNDED: N_("Refunded"),
}
