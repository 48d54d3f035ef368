"""`certify more`: learners who ask for more downloads or prints."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from certify_app.domain.documents.answer_more_request import WaitingRequest

EXAMPLES = (
    "certify more",
    "certify more --answer 12 --grant 2",
)


def command(
    answer: Annotated[int, typer.Option(metavar="NUMBER", help="Answer this request.")] = 0,
    grant: Annotated[int, typer.Option(help="How many more; 0 refuses.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List the requests for more, or answer one."""
    from certify_app.db.engine import read_now, write_now
    from certify_app.domain.documents import answer_more_request as more

    if answer:
        write_now(more.answer_more_request, answer, grant)
        print(f"Request {answer} is granted {grant} more." if grant else f"{answer} is refused.")
        return
    waiting = read_now(more.list_more_requests)
    if as_json:
        print(json.dumps([_as_dict(one) for one in waiting], ensure_ascii=False, indent=2))
    else:
        _print_table(waiting)


def _as_dict(one: "WaitingRequest") -> dict[str, Any]:
    return {
        "number": one.id,
        "name": one.name,
        "email": one.email,
        "reference": one.reference,
        "kind": one.kind.value,
        "created_at": one.created_at.isoformat(),
    }


def _print_table(waiting: "list[WaitingRequest]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Number", "Name", "Email", "Document", "More", box=None, pad_edge=False)
    for one in waiting:
        table.add_row(str(one.id), one.name, one.email, one.reference, f"{one.kind}s")
    Console().print(table if waiting else "Nobody asks for more.")
