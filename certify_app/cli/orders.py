"""`certify orders`: what staff do with orders, until it is a screen."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from sqlmodel import Session

    from certify_app.domain.shop.models import Order

EXAMPLES = (
    "certify orders list --search jane",
    "certify orders show 12345678 --json",
)

T = TypeVar("T")
Number = Annotated[str, typer.Argument(help="The order's number.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
AsStaff = Annotated[
    str, typer.Option("--as", metavar="EMAIL", help="The member of staff who does it.")
]
command = typer.Typer(no_args_is_help=True, help="List, print, send and refund orders.")


@command.command("list")
def list_(
    search: Annotated[str, typer.Option(help="Beginnings of words in any column.")] = "",
    status: Annotated[str, typer.Option(help="pending, processing, complete …")] = "",
    page: int = 1,
    size: int = 20,
    as_json: AsJson = False,
) -> None:
    """List orders, the newest first."""
    from certify_app.cli._order_print import print_page
    from certify_app.db.engine import read_now
    from certify_app.domain.shop.list_orders import Wanted, list_orders
    from certify_app.domain.shop.statuses import OrderStatus

    with _sentences():
        try:
            wished = OrderStatus(status) if status else None
        except ValueError:
            raise typer.BadParameter(f"use one of: {', '.join(OrderStatus)}") from None
        wanted = Wanted(text=search, status=wished, page=page, size=size)
        print_page(read_now(list_orders, wanted), as_json)


@command.command()
def show(number: Number, as_json: AsJson = False) -> None:
    """Show one order with its lines, logs, payments and refunds."""
    from certify_app.cli._order_print import print_details
    from certify_app.db.engine import read_now
    from certify_app.domain.shop.errors import NoSuchOrder
    from certify_app.domain.shop.order_details import order_details

    with _sentences():
        found = read_now(order_details, number)
        if found is None:
            raise NoSuchOrder
        print_details(found, as_json)


@command.command("mark-paid")
def mark_paid(
    number: Number,
    note: Annotated[str, typer.Option(help="Where the money was seen, such as BACS 12.")],
    by: Annotated[str, typer.Option(help="invoice or collection.")] = "invoice",
    staff: AsStaff = "",
) -> None:
    """Mark an order paid by bank transfer, cash or cheque."""
    from certify_app.domain.shop.mark_paid import mark_paid as use_case

    if by not in ("invoice", "collection"):
        raise typer.BadParameter("use invoice or collection")
    _do(number, staff, lambda session, order, who: use_case(session, order, who, note, by))
    print(f"Order {number} is paid.")


@command.command("print")
def print_(
    numbers: Annotated[list[str], typer.Argument(help="The orders' numbers.")],
    to: Annotated[str, typer.Option(help="The PDF to write.")] = "orders.pdf",
    staff: AsStaff = "",
) -> None:
    """Write the print files of orders into one PDF; from now on they are in print."""
    from pathlib import Path

    from certify_app.domain.shop.fulfil_order import print_order
    from certify_app.domain.shop.print_file import batch_of

    with _sentences():
        pdf = batch_of(numbers)
        Path(to).write_bytes(pdf)
    for number in numbers:
        _do(number, staff, print_order)
    print(f"{to} holds {len(numbers)} order{'' if len(numbers) == 1 else 's'}.")


@command.command()
def dispatch(
    number: Number,
    tracking: Annotated[str, typer.Option(help="The parcel's tracking number.")] = "",
    staff: AsStaff = "",
) -> None:
    """Mark an order sent; its learner is told by mail."""
    from certify_app.domain.shop.fulfil_order import dispatch_order

    _do(number, staff, lambda session, order, who: dispatch_order(session, order, who, tracking))
    print(f"Order {number} is on its way.")


@command.command()
def collect(number: Number, staff: AsStaff = "") -> None:
    """Mark an order handed over at collection."""
    from certify_app.domain.shop.fulfil_order import hand_over_order

    _do(number, staff, hand_over_order)
    print(f"Order {number} is collected.")


@command.command()
def refund(
    number: Number,
    amount: Annotated[str, typer.Option(help="Such as 12.50; all that is left if none.")] = "",
    reason: str = "",
    key: Annotated[str, typer.Option(help="The same key again is the same refund.")] = "",
    staff: AsStaff = "",
) -> None:
    """Give money back, in full or in part, the way it was paid."""
    from certify_app.domain.money import say_money
    from certify_app.domain.shop.refund_order import refund_by_staff

    made = _do(
        number,
        staff,
        lambda session, order, who: refund_by_staff(session, order, amount, reason, key, who),
    )
    print(f"{say_money(made.amount, made_in(number))} of order {number} go back.")


@command.command()
def cancel(number: Number, staff: AsStaff = "") -> None:
    """Call an order off; what was paid goes back."""
    from certify_app.domain.shop.cancel_order import cancel_by_staff

    _do(number, staff, cancel_by_staff)
    print(f"Order {number} is cancelled.")


@command.command("order-for")
def order_for(
    email: Annotated[str, typer.Argument(help="The learner's.")],
    award: Annotated[str, typer.Argument(help="The award's reference.")],
    product: Annotated[str, typer.Argument(help="Such as replacement-certificate.")],
    staff: Annotated[str, typer.Option("--as", metavar="EMAIL", help="Who orders it.")],
    quantity: int = 1,
    delivery: str = "collection",
    pay_by: str = "invoice",
    as_json: AsJson = False,
) -> None:
    """Order a printed copy for a learner, to their newest address."""
    import json

    from certify_app.db.engine import write_now
    from certify_app.domain.money import say_money
    from certify_app.domain.shop.order_for_learner import (
        StaffOrder,
        order_for_learner,
        staff_with,
    )

    wanted = StaffOrder(email, award, product, quantity, delivery, pay_by)
    with _sentences():
        order = write_now(lambda s: order_for_learner(s, staff_with(s, staff), wanted))
    if as_json:
        print(json.dumps({"number": order.number, "total": order.total}))
    else:
        print(f"Order {order.number} over {say_money(order.total, order.currency)} is placed.")


@command.command()
def reconcile(
    days: Annotated[int, typer.Option(help="Of paid orders, to find refunds made outside.")] = 30,
    as_json: AsJson = False,
) -> None:
    """Ask the payment provider about every payment and refund without an end."""
    from certify_app.adapters.payments.reconcile import reconcile as run
    from certify_app.cli._order_print import print_reconciled

    with _sentences():
        report = run(days)
    print_reconciled(report, as_json)
    if report.problems:
        raise typer.Exit(1)


def _do(number: str, staff: str, use_case: "Callable[[Session, Order, int | None], T]") -> T:
    from certify_app.db.engine import write_now
    from certify_app.domain.shop.order_for_learner import staff_with
    from certify_app.domain.shop.queries import order_numbered

    def work(session: "Session") -> T:
        who = staff_with(session, staff) if staff else None
        return use_case(session, order_numbered(session, number), who)

    with _sentences():
        return write_now(work)


def made_in(number: str) -> str:
    """The order's currency."""
    from certify_app.db.engine import read_now
    from certify_app.domain.shop.queries import order_numbered

    return read_now(order_numbered, number).currency


@contextmanager
def _sentences() -> Iterator[None]:
    import certify_app.db.tables  # noqa: F401 - the order's keys lead to other tables
    from certify_app.domain.errors import DomainError

    try:
        yield
    except DomainError as error:
        print(f"{error}.", file=sys.stderr)
        raise typer.Exit(1) from None
