"""Where notices go, and what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.webhooks import deliveries, endpoints
from certify_app.domain.webhooks.announce import send_notice
from certify_app.domain.webhooks.errors import NoSuchEndpoint
from certify_app.domain.webhooks.events import EventKind
from certify_app.domain.webhooks.models import Delivery as DeliveryRow
from certify_app.domain.webhooks.models import Endpoint as EndpointRow
from certify_app.http.api.fields import Asked, Given, PageQuery, text
from certify_app.http.api.operation import Call, Operation, Reply, as_json
from certify_app.http.api.paging import cut, read_cursor

Event = Literal[
    "award.issued", "award.revoked", "award.superseded", "awards.imported", "order.moved"
]


class Endpoint(Given):
    id: int
    url: str
    events: list[str]
    created_at: datetime


class NewEndpoint(Endpoint):
    """`secret` signs what is sent. It is told this once."""

    secret: str


class EndpointList(Given):
    items: list[Endpoint]


class EndpointBody(Asked):
    url: Annotated[str, text(500, 1)]
    events: Annotated[list[Event], Field(min_length=1, max_length=10)]


class Delivery(Given):
    """`answer_status` is the HTTP status of the last try; 0 for no answer."""

    id: int
    notice_id: str
    event: str
    data: dict[str, Any]
    status: Literal["waiting", "delivered", "failed"]
    attempts: int
    answer_status: int
    problem: str
    created_at: datetime
    delivered_at: datetime | None


class DeliveryPage(Given):
    items: list[Delivery]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


async def list_endpoints(_: Call) -> Reply:
    found = await read(endpoints.list_endpoints)
    return as_json(EndpointList(items=[_endpoint(row) for row in found]))


async def add_endpoint(call: Call) -> Reply:
    body: EndpointBody = call.body
    row = await write(endpoints.add_endpoint, body.url, list(body.events))
    made = NewEndpoint(**_endpoint(row).model_dump(), secret=row.secret)
    return as_json(made, 201)


async def remove_endpoint(call: Call) -> Reply:
    await write(endpoints.remove_endpoint, _number(call, "id"))
    return Reply(b"", status=204)


async def test_endpoint(call: Call) -> Reply:
    return as_json(_delivery(await write(_ping, _number(call, "id"))), 202)


async def list_deliveries(call: Call) -> Reply:
    """The newest first: the cursor leads to older ones."""
    query: PageQuery = call.query
    before = read_cursor(query.cursor) or None
    found = await read(_deliveries, _number(call, "id"), before, query.limit + 1)
    rows, following = cut(found, query.limit)
    return as_json(DeliveryPage(items=[_delivery(row) for row in rows], next=following))


async def deliver_again(call: Call) -> Reply:
    ids = _number(call, "id"), _number(call, "delivery")
    return as_json(_delivery(await write(deliveries.deliver_again, *ids)), 202)


def _number(call: Call, name: str) -> int:
    """Raises NoSuchEndpoint for what is no number."""
    said = call.path[name]
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise NoSuchEndpoint
    return int(said)


def _ping(session: Session, endpoint_id: int) -> DeliveryRow:
    endpoint = endpoints.find_endpoint(session, endpoint_id)
    return send_notice(session, endpoint, EventKind.PING, {})


def _deliveries(
    session: Session, endpoint_id: int, before: int | None, limit: int
) -> list[DeliveryRow]:
    endpoints.find_endpoint(session, endpoint_id)
    return deliveries.list_deliveries(session, endpoint_id, before, limit)


def _endpoint(row: EndpointRow) -> Endpoint:
    return Endpoint(
        id=row.id or 0, url=row.url, events=row.events.split(), created_at=row.created_at
    )


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery.model_validate(row.model_dump(include=set(Delivery.model_fields)))


ONE = "/webhooks/{id}"
OPERATIONS = [
    Operation(
        "GET",
        "/webhooks",
        "List endpoints",
        Scope.WEBHOOKS,
        list_endpoints,
        gives=EndpointList,
    ),
    Operation(
        "POST",
        "/webhooks",
        "Add an endpoint",
        Scope.WEBHOOKS,
        add_endpoint,
        body=EndpointBody,
        gives=NewEndpoint,
        status=201,
        problems=(422,),
    ),
    Operation(
        "POST",
        f"{ONE}/test",
        "Send a test notice",
        Scope.WEBHOOKS,
        test_endpoint,
        gives=Delivery,
        status=202,
        problems=(404,),
    ),
    Operation(
        "GET",
        f"{ONE}/deliveries",
        "List what was sent",
        Scope.WEBHOOKS,
        list_deliveries,
        query=PageQuery,
        gives=DeliveryPage,
        problems=(404, 422),
    ),
    Operation(
        "POST",
        f"{ONE}/deliveries/{{delivery}}/retry",
        "Send a notice again",
        Scope.WEBHOOKS,
        deliver_again,
        gives=Delivery,
        status=202,
        problems=(404,),
    ),
    Operation(
        "DELETE",
        ONE,
        "Delete an endpoint and its log",
        Scope.WEBHOOKS,
        remove_endpoint,
        status=204,
        problems=(404,),
    ),
]
