"""Orders: read, and moved on as they are printed and sent."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.models import Order as Row
from certify_app.domain.shop.order_details import OrderDetails, order_details
from certify_app.domain.shop.read_orders import Step, orders_after, step_on
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.http.api.fields import Asked, Given, PageQuery, text
from certify_app.http.api.operation import Call, Operation, Reply, as_json
from certify_app.http.api.paging import cut, read_cursor

Status = Literal["pending", "processing", "complete", "cancelled", "refunded"]
Fulfilment = Literal["waiting", "in_print", "dispatched", "collected", "called_off"]


class OrderSummary(Given):
    """Amounts are in minor units of the currency, with VAT."""

    number: str
    status: Status
    fulfilment: Fulfilment
    first_name: str
    last_name: str
    total: int
    refunded: int
    currency: str
    delivery_method: str
    created_at: datetime


class OrderLine(Given):
    reference: str
    product_code: str
    product_name: str
    quantity: int
    gross: int


class Order(OrderSummary):
    """`delivery` is the address, a line each."""

    email: str
    delivery: str
    tracking_number: str
    lines: list[OrderLine]


class OrderPage(Given):
    items: list[OrderSummary]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


class OrderQuery(PageQuery):
    status: Status | None = None


class StepBody(Asked):
    status: Literal["in_print", "dispatched", "collected"]
    tracking_number: Annotated[str, text(80)] = ""


async def list_orders(call: Call) -> Reply:
    query: OrderQuery = call.query
    status = OrderStatus(query.status) if query.status else None
    found = await read(orders_after, read_cursor(query.cursor), query.limit + 1, status)
    rows, following = cut(found, query.limit)
    items = [OrderSummary(**_summary(row)) for row in rows]
    return as_json(OrderPage(items=items, next=following))


async def get_order(call: Call) -> Reply:
    return as_json(_order(await read(_details, call.path["number"])))


async def move_order(call: Call) -> Reply:
    body: StepBody = call.body
    number = call.path["number"]
    step = Step(body.status)
    await write(_step_on, number, step, body.tracking_number, call.machine.key_id)
    return as_json(_order(await read(_details, number)))


def _step_on(session: Session, number: str, step: Step, tracking: str, key_id: int) -> None:
    step_on(session, number, step, tracking)
    record_act(session, "order_moved_by_api", "api_key", key_id, None, order=number)


def _details(session: Session, number: str) -> OrderDetails:
    found = order_details(session, number)
    if found is None:
        raise NoSuchOrder
    return found


def _summary(row: Row) -> dict[str, object]:
    return {
        "number": row.number,
        "status": row.status.value,
        "fulfilment": row.fulfilment.value,
        "first_name": row.first_name,
        "last_name": row.last_name,
        "total": row.total,
        "refunded": row.refunded,
        "currency": row.currency,
        "delivery_method": row.delivery_name,
        "created_at": row.created_at,
    }


def _order(found: OrderDetails) -> Order:
    row = found.order
    lines = [
        OrderLine(**line.model_dump(include=set(OrderLine.model_fields))) for line in found.lines
    ]
    more = {"email": row.email, "delivery": row.delivery, "tracking_number": row.tracking_number}
    return Order.model_validate({**_summary(row), **more, "lines": lines})


OPERATIONS = [
    Operation(
        "GET",
        "/orders",
        "List orders",
        Scope.READ_ORDERS,
        list_orders,
        query=OrderQuery,
        gives=OrderPage,
    ),
    Operation(
        "GET",
        "/orders/{number}",
        "Read an order",
        Scope.READ_ORDERS,
        get_order,
        gives=Order,
        problems=(404,),
    ),
    Operation(
        "POST",
        "/orders/{number}/status",
        "Move an order on",
        Scope.WRITE_ORDERS,
        move_order,
        body=StepBody,
        gives=Order,
        problems=(404, 422),
    ),
]
