"""`certify import-files`: workbooks, each attached to the award its name says.

A file is named after the award's reference (`10643835-01-3DCE7K.pdf`) or the enrolment
number and the qualification code, without its slashes (`801249141_603-1234-5.pdf`). Each is
opened, cleaned of scripts and attachments, and kept. Every good file is attached; it ends
with 1 if some were not. With --json it prints
{"ok": true, "new": 1, "changed": 0, "unchanged": 0, "errors": [{"file", "message"}]}.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

EXAMPLES = ("certify import-files workbooks/",)


def command(
    paths: Annotated[list[Path], typer.Argument(help="PDF files, or folders of them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Attach supplied PDF files, such as workbooks, to awards."""
    result = _attach_all(paths)
    if as_json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        for problem in result["errors"]:
            print(f"{problem['file']}: {problem['message']}.", file=sys.stderr)
        print(f"{result['new']} new, {result['changed']} changed, {result['unchanged']} unchanged")
    raise typer.Exit(0 if result["ok"] else 1)


def _attach_all(paths: list[Path]) -> dict[str, Any]:
    import certify_app.db.tables  # noqa: F401 - the award's keys lead to other tables
    from certify_app.db.engine import write_now
    from certify_app.domain.errors import DomainError
    from certify_app.domain.imports.attach_file import SuppliedFile, attach_file

    result: dict[str, Any] = {"ok": True, "new": 0, "changed": 0, "unchanged": 0, "errors": []}
    for path in _files(paths):
        try:
            done = write_now(attach_file, SuppliedFile(path.name, path.read_bytes()))
            result[done.value] += 1
        except (DomainError, OSError) as error:
            result["ok"] = False
            result["errors"].append({"file": path.name, "message": str(error)})
    return result


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.pdf")) if path.is_dir() else [path]
