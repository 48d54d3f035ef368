"""The problems of an import as a CSV that opens safely in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from certify_app.domain.imports.problems import Problem
from certify_app.locales import _

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_problems(path: Path, problems: Iterable[Problem]) -> None:
    """One row a problem, in UTF-8 with a mark so that Excel reads it right."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_("Line"), _("Column"), _("Value"), _("What to do")])
        for p in problems:
            texts = map(formula_safe, (p.column, p.value, p.sentence))
            writer.writerow([p.line, *texts])


def formula_safe(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would work it out."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
