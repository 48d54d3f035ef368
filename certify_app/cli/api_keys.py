"""`certify api-keys`: keys for the systems that use the API.

`list --json` prints a list of {"id", "name", "hint", "scopes", "created_at", "expires_at",
"last_used_at", "revoked_at"}; `create --json` {"id", "name", "key", "scopes", "expires_at"}.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from certify_app.domain.api_keys.models import ApiKey

command = typer.Typer(no_args_is_help=True, help="Make, list and revoke keys of the API.")
EXAMPLES = (
    'certify api-keys create "Records system" --scope awards:write --scope awards:read',
    "certify api-keys list",
    "certify api-keys revoke 3",
)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


@command.command()
def create(
    name: Annotated[str, typer.Argument(help="The system it is for.")],
    scope: Annotated[list[str], typer.Option(help="What it may do; give it several times.")],
    expires: Annotated[str, typer.Option(help="Its last day, such as 31/12/2027; a year.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a key and print it, this once."""
    from certify_app.db.engine import write_now
    from certify_app.domain.api_keys.create_key import create_key
    from certify_app.domain.imports.dates import parse_date

    made = write_now(create_key, name, scope, parse_date(expires) if expires else None)
    if as_json:
        facts = as_dict(made.row)
        shown = {k: facts[k] for k in ("id", "name", "scopes", "expires_at")} | {"key": made.text}
        print(json.dumps(shown, ensure_ascii=False))
        return
    print(made.text)
    print("Keep it now: it is not shown again.")


@command.command(name="list")
def list_(as_json: AsJson = False) -> None:
    """List the keys, those that hold first."""
    from certify_app.db.engine import read_now
    from certify_app.domain.api_keys.queries import list_keys

    keys = read_now(list_keys)
    if as_json:
        print(json.dumps([as_dict(key) for key in keys], ensure_ascii=False, indent=2))
    else:
        _print_table(keys)


@command.command()
def revoke(
    number: Annotated[int, typer.Argument(help="As `certify api-keys list` shows it.")],
) -> None:
    """End a key at once."""
    from certify_app.db.engine import write_now
    from certify_app.domain.api_keys.revoke_key import revoke_key

    print(f"{write_now(revoke_key, number).name} has no access any more.")


def as_dict(key: ApiKey) -> dict[str, Any]:
    return {
        "id": key.id,
        "name": key.name,
        "hint": key.hint,
        "scopes": key.scopes.split(),
        **{
            name: moment.isoformat() if (moment := getattr(key, name)) else None
            for name in ("created_at", "expires_at", "last_used_at", "revoked_at")
        },
    }


def _print_table(keys: list[ApiKey]) -> None:
    from rich.console import Console
    from rich.table import Table

    from certify_app.domain.messages.moments import moment

    table = Table("Number", "Name", "Begins", "May", "Until", "Used", box=None, pad_edge=False)
    for key in keys:
        until = moment(key.expires_at) if key.holds() else "ended"
        used = moment(key.last_used_at) if key.last_used_at else "never"
        table.add_row(str(key.id), key.name, f"{key.hint}…", key.scopes, until, used)
    Console().print(table if keys else "There are no API keys.")
