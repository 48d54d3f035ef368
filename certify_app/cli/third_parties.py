"""`certify third-parties`: who may search for learners."""

import json

import typer

EXAMPLES = (
    "certify third-parties",
    "certify third-parties --approve tracy@example.com",
)


def command(
    approve: str = typer.Option("", metavar="EMAIL", help="Open the search of learners."),
    close: str = typer.Option("", metavar="EMAIL", help="Close it again."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON document."),
) -> None:
    """List the third parties, or decide who may search for learners who opted in."""
    from certify_app.db.engine import read_now, write_now
    from certify_app.domain.third_parties.approve_search import approve_search, list_third_parties

    if approve:
        print(f"{write_now(approve_search, approve).email} may search for learners.")
    if close:
        print(f"{write_now(approve_search, close, False).email} may not search for learners.")
    if approve or close:
        return
    rows = [
        {
            "email": one.email,
            "name": one.name,
            "organisation": one.organisation,
            "search_approved_at": str(one.search_approved_at or ""),
        }
        for one in read_now(list_third_parties)
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print_table(rows)


def _print_table(rows: list[dict[str, str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Email", "Name", "Organisation", "May search since", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row.values())
    Console().print(table if rows else "There are no third parties.")
