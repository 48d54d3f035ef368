"""`certify reports`: the issues that learners report with their documents."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from certify_app.domain.reports.queries import Reported

EXAMPLES = (
    "certify reports",
    'certify reports answer 12 --text "It is corrected."',
)

ACTS = ("list", "take", "answer", "close")


def command(
    act: Annotated[str, typer.Argument(help="list, take, answer or close")] = "list",
    number: Annotated[int, typer.Argument(help="Of the report.")] = 0,
    text: Annotated[str, typer.Option(help="The answer; the learner gets it by mail.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Answered and closed ones too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List the reports that wait for you, or take, answer or close one."""
    from certify_app.db.engine import read_now
    from certify_app.domain.reports.queries import open_reports

    if act not in ACTS:
        print(f"Say one of: {', '.join(ACTS)}", file=sys.stderr)
        raise typer.Exit(2)
    if act != "list":
        _move(act, number, text)
        return
    found = read_now(open_reports, every)
    if as_json:
        print(json.dumps([_as_dict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _print_table(found)


def _move(act: str, number: int, text: str) -> None:
    from certify_app.db.engine import write_now
    from certify_app.domain.reports import answer_report as staff

    if act == "take":
        write_now(staff.take_report, number)
    elif act == "answer":
        write_now(staff.answer_report, number, text)
    else:
        write_now(staff.close_report, number)
    done = {"take": "is being looked into", "answer": "is answered", "close": "is closed"}
    print(f"Report {number} {done[act]}.")


def _as_dict(one: "Reported") -> dict[str, Any]:
    report, subject = one.report, one.subject
    return {
        "id": report.id,
        "status": report.status.value,
        "reason": report.reason,
        "description": report.description,
        "name": f"{one.sender.first_name} {one.sender.last_name}".strip(),
        "email": one.sender.email,
        "enrolment_number": subject.award.enrolment_number,
        "title": subject.title,
        "reference": subject.reference,
        "answer": report.answer,
        "created_at": report.created_at.isoformat(),
        "answered_at": report.answered_at.isoformat() if report.answered_at else None,
    }


def _print_table(found: "list[Reported]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Id", "Status", "Reason", "Title", "From", box=None, pad_edge=False)
    for one in found:
        report = one.report
        table.add_row(
            str(report.id), report.status.value, report.reason, one.subject.title, one.sender.email
        )
    Console().print(table if found else "No report waits for you.")
