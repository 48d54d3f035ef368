"""Many references checked at once: CSV in, CSV with a verdict a row out."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import database
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.domain.references import BadReference
from certify_app.domain.verification.check_reference import Answer, Question, check_references
from certify_app.http.api.fields import Asked, text
from certify_app.http.api.operation import CSV, Call, Operation, Reply
from certify_app.locales import N_

MOST_ROWS, TOGETHER = 10_000, 200
MOST_BYTES = 2 * 1024 * 1024
COLUMNS = ("reference", "surname", "award_date")
TOLD = (
    "reference",
    "status",
    "name",
    "qualification",
    "level",
    "grade",
    "award_date",
    "expiry_date",
    "ended_on",
    "replaced_by",
    "checked_at",
)


class NotATable(DomainError):
    sentence = N_(
        "Send CSV whose first line has a column reference, and surname or award_date if wanted"
    )


class TooManyRows(DomainError):
    sentence = N_("Send at most {most} rows")


class CsvBody(Asked):
    """The text of the file, with the headers reference, surname and award_date."""

    text: Annotated[str, text(MOST_BYTES)]


async def verify_csv(call: Call) -> Reply:
    questions = list(_questions(call.body.text))
    said = await asyncio.to_thread(_check_all, questions)
    return Reply(said.encode(), CSV, headers={"Content-Disposition": "attachment"})


def _questions(content: str) -> Iterator[Question]:
    """
    Raises:
        NotATable, TooManyRows
    """
    try:
        table = csv.DictReader(io.StringIO(content), strict=True)
        if "reference" not in (table.fieldnames or ()):
            raise NotATable
        for count, row in enumerate(table, start=1):
            if count > MOST_ROWS:
                raise TooManyRows(most=MOST_ROWS)
            cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
            day = _day(cells["award_date"])
            yield Question(cells["reference"][:200], cells["surname"][:200], day)
    except csv.Error:
        raise NotATable from None


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


def _check_all(questions: list[Question]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(TOLD)
    at = now().isoformat(timespec="seconds")
    for start in range(0, len(questions), TOGETHER):
        some = questions[start : start + TOGETHER]
        with database().read() as session:
            writer.writerows(_rows(session, some, at))
    return written.getvalue()


def _rows(session: Session, questions: list[Question], at: str) -> Iterator[list[object]]:
    answers = check_references(session, questions, settings().zone)
    for question, answer in zip(questions, answers, strict=True):
        cells = _cells(question, answer)
        yield [*(_harmless(cell) for cell in cells), at]


def _cells(question: Question, answer: Answer | BadReference) -> list[object]:
    if isinstance(answer, BadReference):
        return [question.reference, "bad_reference", *[""] * 8]
    award = answer.award
    if award is None:
        return [answer.reference, answer.outcome.value, *[""] * 8]
    return [
        answer.reference,
        answer.outcome.value,
        award.name,
        award.qualification,
        award.level,
        award.grade,
        award.award_date or "",
        award.expiry_date or "",
        award.ended_on or "",
        award.replaced_by,
    ]


def _harmless(cell: object) -> str:
    """A spreadsheet takes no cell for a formula."""
    text = str(cell)
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text


OPERATIONS = [
    Operation(
        "POST",
        "/verify/bulk",
        "Check up to 10,000 references",
        Scope.VERIFY,
        verify_csv,
        body=CsvBody,
        takes=CSV,
        gives_media=CSV,
        most_bytes=MOST_BYTES,
        problems=(422,),
        about="One line is answered for each line asked, in the same order.",
    )
]
