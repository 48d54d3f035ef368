"""Orders in the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from certify_app.config import settings
from certify_app.domain.money import say_money
from certify_app.domain.shop.list_orders import OrderPage
from certify_app.domain.shop.list_orders import OrderRow as Listed
from certify_app.domain.shop.models import CreditNote, Order, OrderLine, OrderLog
from certify_app.domain.shop.statuses import (
    FulfilmentStatus,
    OrderStatus,
    PaymentStatus,
    RefundStatus,
)
from certify_app.locales import N_, _
from certify_app.locales.dates import day, moment
from certify_app.locales.paths import localised


@dataclass(frozen=True)
class OrderRow:
    """`part` says what was refunded of an order that stands."""

    number: str = ""
    href: str = ""
    name: str = ""
    status: str = ""
    delivery: str = ""
    total: str = ""
    created_by: str = ""
    created: str = ""
    part: str = ""
    is_test: bool = False


@dataclass(frozen=True)
class LineRow:
    id: str = ""
    product: str = ""
    qualification: str = ""
    reference: str = ""
    learner: str = ""
    quantity: str = ""
    price: str = ""
    free: str = ""
    total: str = ""


@dataclass(frozen=True)
class LogRow:
    id: str = ""
    status: str = ""
    created: str = ""
    action: str = ""


@dataclass(frozen=True)
class PaperRow:
    """A credit note to download."""

    number: str = ""
    href: str = ""
    amount: str = ""


STATUS = {
    OrderStatus.PENDING: N_("Pending"),
    OrderStatus.PROCESSING: N_("Processing"),
    OrderStatus.COMPLETE: N_("Complete"),
    OrderStatus.CANCELLED: N_("Cancelled"),
    OrderStatus.REFUNDED: N_("Refunded"),
}
WHAT: dict[tuple[str, str], str] = {
    ("order", OrderStatus.PENDING): N_("Order placed"),
    ("order", OrderStatus.PROCESSING): N_("Order paid"),
    ("order", OrderStatus.COMPLETE): N_("Order complete"),
    ("order", OrderStatus.CANCELLED): N_("Order cancelled"),
    ("order", OrderStatus.REFUNDED): N_("Money given back in full"),
    ("payment", PaymentStatus.CREATED): N_("Payment started"),
    ("payment", PaymentStatus.OPEN): N_("Payment started"),
    ("payment", PaymentStatus.PROCESSING): N_("Payment under way"),
    ("payment", PaymentStatus.PAID): N_("Payment received"),
    ("payment", PaymentStatus.FAILED): N_("Payment failed"),
    ("payment", PaymentStatus.EXPIRED): N_("Payment not finished"),
    ("refund", RefundStatus.CREATED): N_("Refund asked for"),
    ("refund", RefundStatus.SENT): N_("Refund on its way"),
    ("refund", RefundStatus.DONE): N_("Refund made"),
    ("refund", RefundStatus.FAILED): N_("Refund failed"),
    ("fulfilment", FulfilmentStatus.WAITING): N_("Waits for print again"),
    ("fulfilment", FulfilmentStatus.IN_PRINT): N_("In print"),
    ("fulfilment", FulfilmentStatus.DISPATCHED): N_("Sent"),
    ("fulfilment", FulfilmentStatus.COLLECTED): N_("Collected"),
    ("fulfilment", FulfilmentStatus.CALLED_OFF): N_("Printing called off"),
}


def order_row(order: Listed) -> OrderRow:
    """In the language being spoken."""
    return OrderRow(
        number=order.number,
        href=localised(f"/orders/{order.number}"),
        name=order.full_name,
        status=order.status.value,
        delivery=_(order.delivery),
        total=say_money(order.total, order.currency),
        created_by=order.created_by,
        created=day(order.created_at.astimezone(settings().zone).date()),
        part=part_refunded(order.status, order.refunded, order.currency),
        is_test=order.is_test,
    )


def part_refunded(status: OrderStatus, refunded: int, currency: str) -> str:
    if not refunded or status == OrderStatus.REFUNDED:
        return ""
    return _("{amount} refunded", amount=say_money(refunded, currency))


def line_row(line: OrderLine, currency: str) -> LineRow:
    return LineRow(
        id=str(line.id),
        product=_(line.product_name),
        qualification=line.document_title,
        reference=line.reference,
        learner=line.learner_name,
        quantity=str(line.quantity),
        price=say_money(line.unit_price, currency),
        free=_("{count} free", count=line.free) if line.free else "",
        total=say_money(line.gross, currency),
    )


def credit_row(note: CreditNote, order: Order) -> PaperRow:
    return PaperRow(
        number=f"{note.number:06d}",
        href=f"/api/orders/{order.number}/credit-notes/{note.number}.pdf",
        amount=say_money(note.gross, order.currency),
    )


def log_rows(logs: Sequence[OrderLog]) -> list[LogRow]:
    """The newest first; `status` is the order's own at that moment."""
    rows, status = [], OrderStatus.PENDING.value
    for log in logs:
        if log.machine == "order":
            status = log.new
        words = WHAT.get((log.machine, log.new), log.new)
        rows.append(LogRow(str(log.id), status, moment(log.at, settings().zone), _(words)))
    return rows[::-1]


def showing(page: OrderPage) -> str:
    """Such as "Showing 1 - 5 of 5"."""
    if not page.rows:
        return _("Nothing found")
    count = f"{page.count:,}" + ("+" if page.more else "")
    return _("Showing {first} - {last} of {count}", first=page.first, last=page.last, count=count)
