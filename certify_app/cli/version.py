"""`certify version`: what runs here. With --json {"certify", "python", "reflex", "revision"}."""

from __future__ import annotations

import json
import platform
from typing import Annotated

import typer

EXAMPLES = ("certify version --json",)


def command(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Say which version this is, and which schema its database has to have."""
    from importlib.metadata import version

    from certify_app.db.migrate import newest

    said = {
        "certify": version("certify"),
        "python": platform.python_version(),
        "reflex": version("reflex"),
        "revision": newest(),
    }
    if as_json:
        print(json.dumps(said))
    else:
        print(f"Certify {said['certify']}, schema {said['revision']}", end="")
        print(f" (Python {said['python']}, Reflex {said['reflex']})")
