"""`certify doctor`: what is wrong with this deployment and what to do about it.

Ends with 0 when nothing is broken, 1 when something is. With --json it prints
{"ok": true, "findings": [{"about", "level": "well" | "warning" | "problem", "says", "do"}]}.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from certify_app.doctor.finding import Finding

EXAMPLES = ("certify doctor", "certify doctor --json | jq '.findings[] | select(.do)'")
SIGNS = {"well": "[green]well[/]", "warning": "[yellow]look[/]", "problem": "[red]wrong[/]"}


def command(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Check settings, database, mail, payment, disk, clock and backup; say what to do."""
    import certify_app.db.tables  # noqa: F401 - a foreign key needs its table to be known
    from certify_app.doctor.checks import CHECKS
    from certify_app.doctor.finding import Level, run_checks

    found = list(run_checks(CHECKS))
    broken = [one for one in found if one.level is Level.PROBLEM]
    if as_json:
        document = {"ok": not broken, "findings": [asdict(one) for one in found]}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print_table(found, len(broken))
    if broken:
        raise typer.Exit(1)


def _print_table(found: list[Finding], broken: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for one in found:
        said = escape(one.says) + (f"\n[bold]{escape(one.do)}[/]" if one.do else "")
        table.add_row(SIGNS[one.level], one.about, said)
    console = Console(highlight=False)
    console.print(table)
    console.print(f"\n{broken} to put right." if broken else "\nNothing is broken.")
