"""`certify migrate`: the database as this version needs it.

With --json it prints {"changed": true, "revision": "0012"}.
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

EXAMPLES = ("certify backup && certify migrate",)


def command(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Bring the database up to date. Back up first; several may be started at once."""
    import certify_app.db.tables  # noqa: F401 - the shop's keys lead to other tables
    from certify_app.db.engine import database, write_now
    from certify_app.db.migrate import is_current, migrate, revision_of
    from certify_app.domain.shop.stock_shop import stock_shop

    changed = not is_current(database())
    if changed:
        migrate(database())
        write_now(stock_shop)
    with database().engine.connect() as connection:
        revision = revision_of(connection)
    if as_json:
        print(json.dumps({"changed": changed, "revision": revision}))
    else:
        done = "is now at" if changed else "was already at"
        print(f"The database {done} {revision}.")
