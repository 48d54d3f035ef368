"""How `certify orders` prints: for people, and as one JSON document."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.table import Table

from certify_app.adapters.payments.reconcile import Reconciled
from certify_app.config import settings
from certify_app.domain.money import say_money
from certify_app.domain.shop.list_orders import OrderPage, OrderRow
from certify_app.domain.shop.order_details import OrderDetails
from certify_app.domain.shop.statuses import SHOWN
from certify_app.locales import _
from certify_app.locales.dates import moment


def print_page(page: OrderPage, as_json: bool) -> None:
    if as_json:
        rows = [_row(row) for row in page.rows]
        _document({"count": page.count, "more": page.more, "orders": rows})
        return
    table = _table(
        "Number", "Full name", "Status", "Delivery Type", "Total", "Created by", "Created"
    )
    for row in page.rows:
        table.add_row(
            row.number,
            row.full_name,
            _(SHOWN[row.status]),
            row.delivery,
            say_money(row.total, row.currency),
            row.created_by,
            moment(row.created_at, settings().zone),
        )
    Console().print(table if page.rows else "No orders.")
    if page.rows:
        more = "+" if page.more else ""
        print(f"Showing {page.first} - {page.last} of {page.count:,}{more}")


def _row(row: OrderRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "full_name": row.full_name,
        "status": row.status,
        "delivery": row.delivery,
        "total": row.total,
        "currency": row.currency,
        "created_by": row.created_by,
        "created_at": row.created_at.isoformat(),
    }


def print_details(found: OrderDetails, as_json: bool) -> None:
    if as_json:
        _document(_details(found))
        return
    order = found.order
    facts = _table("", "")
    for label, value in (
        ("Order", order.number),
        ("Status", f"{_(SHOWN[order.status])}, {order.fulfilment.replace('_', ' ')}"),
        ("For", f"{order.first_name} {order.last_name}, {order.email}"),
        ("Created by", f"{order.created_by}, {moment(order.created_at, settings().zone)}"),
        ("Delivery", f"{order.delivery_name}: {', '.join(order.delivery.splitlines())}"),
        ("Total", say_money(order.total, order.currency)),
        ("Refunded", say_money(order.refunded, order.currency)),
        ("Invoice", f"{found.invoice.number:06d}" if found.invoice else "none"),
        ("Credit notes", ", ".join(f"{n.number:06d}" for n in found.credit_notes) or "none"),
        ("Print file", "ready" if order.print_hash else "not ready"),
    ):
        facts.add_row(label, value)
    Console().print(facts)
    for line in found.lines:
        amount = say_money(line.gross, order.currency)
        print(f"  {line.quantity} × {line.product_name}, {line.reference}: {amount}")
    for log in found.logs:
        at = moment(log.at, settings().zone)
        print(f"  {at}  {log.machine}: {log.old or '-'} → {log.new} {log.note}".rstrip())


def _details(found: OrderDetails) -> dict[str, Any]:
    order = found.order.model_dump(mode="json", exclude={"basket_key"})
    secret = {"key", "page"}
    return {
        **order,
        "invoice": found.invoice.number if found.invoice else None,
        "credit_notes": [note.model_dump(mode="json") for note in found.credit_notes],
        "lines": [line.model_dump(mode="json") for line in found.lines],
        "logs": [log.model_dump(mode="json") for log in found.logs],
        "payments": [p.model_dump(mode="json", exclude=secret) for p in found.payments],
        "refunds": [refund.model_dump(mode="json") for refund in found.refunds],
    }


def print_reconciled(report: Reconciled, as_json: bool) -> None:
    if as_json:
        _document(report.as_dict())
        return
    print(f"Asked about {report.payments} payments and {report.refunds} refunds.")
    for change in report.changed:
        print(f"  Order {change['order']}: {change['what']} {change['old']} → {change['new']}")
    for problem in report.problems:
        print(f"  Order {problem['order']}: {problem['problem']}")
    if not report.changed and not report.problems:
        print("Everything is as the provider says.")


def _table(*titles: str) -> Table:
    return Table(*titles, box=None, pad_edge=False, show_header=any(titles))


def _document(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
