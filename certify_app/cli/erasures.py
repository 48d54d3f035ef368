"""`certify erasures`: learners who ask that their account be erased."""

import json
from typing import Annotated

import typer

Number = Annotated[int, typer.Argument(help="The request's number.")]
command = typer.Typer(
    no_args_is_help=True, help="Requests for erasure: list, approve or refuse them."
)


@command.command("list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Those that wait for you, the oldest first."""
    from dataclasses import asdict

    from certify_app.db.engine import read_now
    from certify_app.domain.own_data.answer_erasure import erasures_waiting

    waiting = read_now(erasures_waiting)
    if as_json:
        print(json.dumps([asdict(w) for w in waiting], default=str, ensure_ascii=False, indent=2))
        return
    for one in waiting:
        print(f"{one.id}  {one.created_at:%Y-%m-%d}  {one.name} <{one.email}>  {one.reason}")
    if not waiting:
        print("No request for erasure waits for you.")


@command.command()
def approve(number: Number) -> None:
    """Erase the account now; awards, orders and invoices stay."""
    from certify_app.db.engine import write_now
    from certify_app.domain.own_data.answer_erasure import approve_erasure

    write_now(approve_erasure, number)
    print("The account is erased.")


@command.command()
def refuse(
    number: Number,
    why: Annotated[str, typer.Option(help="What to answer by mail.")],
) -> None:
    """Keep the account, and say why by mail."""
    from certify_app.db.engine import write_now
    from certify_app.domain.own_data.answer_erasure import refuse_erasure

    write_now(refuse_erasure, number, why)
    print("The request is refused.")
