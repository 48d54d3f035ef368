"""Files for imports: good ones, with what a test wants changed."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from certify_app.db.engine import Database
from certify_app.domain.imports.columns import AWARDS
from certify_app.domain.imports.import_file import import_file
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.results import ImportResult

HEADERS = list(AWARDS.columns)
SIAN = {
    "enrolment_number": "TA-200001",
    "first_name": "Siân",
    "middle_name": "Mair",
    "last_name": "O’Neill-Łyś",
    "date_of_birth": "12/04/1998",
    "email": "Sian@example.org",
    "organisation": "Teifi Trust > Coleg Teifi",
    "qualification_code": "000/0001/1",
    "qualification_title": "Award in Coppicing",
    "level": "Level 2",
    "award_date": "2026-07-01",
    "expiry_date": "",
    "grade": "Pass",
    "reference": "",
}
UNITS = ["qualification_code", "unit_code", "unit_title", "level", "credits"]
QUALIFICATIONS = [
    "qualification_code",
    "documents",
    "badge_name",
    "badge_criteria",
    "download_limit",
    "print_limit",
]


def sian(**changes: str) -> dict[str, str]:
    return SIAN | changes


def another(number: int, **changes: str) -> dict[str, str]:
    """Somebody else, with an award of the same qualification."""
    who = {
        "enrolment_number": f"TA-3{number:05d}",
        "first_name": "Gwen",
        "last_name": f"Prydderch {'abcdefghij'[number % 10]}",
        "email": f"gwen{number}@example.org",
    }
    return SIAN | who | changes


def write_csv(path: Path, rows: list[dict[str, str]], headers: list[str] | None = None) -> Path:
    names = headers or list(rows[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([row.get(name, "") for name in names] for row in rows)
    return path


def write_lines(path: Path, headers: list[str], *rows: str) -> Path:
    path.write_text("\n".join([",".join(headers), *rows]) + "\n", encoding="utf-8")
    return path


def write_workbook(path: Path, headers: list[str], *rows: list[Any]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(headers)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def run(db: Database, path: Path, **options: Any) -> ImportResult:
    return import_file(db, path, ImportOptions(**options))


def new(result: ImportResult) -> dict[str, int]:
    return {noun: count.new for noun, count in result.counts.items() if count.new}


def changed(result: ImportResult) -> dict[str, int]:
    return {noun: count.changed for noun, count in result.counts.items() if count.changed}


def sentences(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(p.line, p.column, p.sentence) for p in result.problems]
