"""`certify registrations`: those whose email is not in the records."""

import json
import sys
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from certify_app.domain.accounts.registrations_waiting import WaitingRegistration

EXAMPLES = (
    "certify registrations",
    "certify registrations --approve 12",
)


def command(
    approve: int = typer.Option(None, metavar="ID", help="Make the account."),
    refuse: int = typer.Option(None, metavar="ID", help="Make none, and say so by mail."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON document."),
) -> None:
    """List the registrations that wait for you, or decide on one."""
    from certify_app.db.engine import read_now
    from certify_app.domain.accounts.registrations_waiting import list_waiting

    if approve is not None or refuse is not None:
        _decide(approve, refuse)
        return
    waiting = read_now(list_waiting)
    if as_json:
        print(json.dumps([_as_dict(w) for w in waiting], ensure_ascii=False, indent=2))
    else:
        _print_table(waiting)


def _decide(approve: int | None, refuse: int | None) -> None:
    from certify_app.db.engine import write_now
    from certify_app.domain.accounts import decide_registration as decide
    from certify_app.domain.errors import DomainError

    try:
        if approve is not None:
            account = write_now(decide.approve_registration, approve)
            print(f"{account.email} can log in now.")
        if refuse is not None:
            refused = write_now(decide.refuse_registration, refuse)
            print(f"{refused.email} is refused.")
    except DomainError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None


def _as_dict(waiting: "WaitingRegistration") -> dict[str, Any]:
    return {
        "id": waiting.id,
        "name": waiting.name,
        "enrolment_number": waiting.enrolment_number,
        "email": waiting.email,
        "email_in_records": waiting.email_in_records,
        "created_at": waiting.created_at.isoformat(),
    }


def _print_table(waiting: "list[WaitingRegistration]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Id", "Name", "Number", "Email", "In the records", box=None, pad_edge=False)
    for one in waiting:
        table.add_row(
            str(one.id), one.name, one.enrolment_number, one.email, one.email_in_records or "none"
        )
    Console().print(table if waiting else "No registration waits for you.")
