"""The qualifications a file of awards names, held against the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlmodel import Session

from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Qualification
from certify_app.domain.awards.yields import Yield, yield_of
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.problems import Problem, QualificationIsAnother
from certify_app.domain.imports.queries import (
    KnownQualification,
    organisations_by_key,
    qualifications_by_code,
)
from certify_app.domain.imports.results import Count
from certify_app.domain.imports.staging import Staging
from certify_app.domain.learners.models import Organisation
from certify_app.domain.names import fold

NAMED = "SELECT code, min(title), max(level), min(line) FROM row GROUP BY code"


@dataclass
class Records:
    """What of the records is small enough to be held in memory while a file is planned."""

    body: AwardingBody
    qualifications: dict[str, KnownQualification]
    organisations: dict[str, Organisation]
    _yields: dict[str, Yield] = field(default_factory=dict)

    def qualification_id(self, code: str) -> int | None:
        known = self.qualifications.get(code)
        return known.row.id if known else None

    def yield_of(self, code: str) -> Yield:
        """What an award of it yields; a new one has the defaults of the model."""
        if code not in self._yields:
            known = self.qualifications.get(code)
            row = known.row if known else Qualification(code=code, title="")
            has_units = bool(known and known.has_units)
            self._yields[code] = yield_of(row, has_units, self.body)
        return self._yields[code]


def read_records(session: Session) -> Records:
    return Records(
        body=awarding_body(session),
        qualifications=qualifications_by_code(session),
        organisations=organisations_by_key(session),
    )


def check_qualifications(stage: Staging, headers: HeaderMap, records: Records) -> Iterator[Problem]:
    """An import of awards never renames a qualification."""
    for code, title, level, _line in stage.sql.execute(NAMED).fetchall():
        known = records.qualifications.get(code)
        if known is None or _agree(known.row, title, level):
            continue
        error = QualificationIsAnother(
            code=code, title=known.row.title, level=known.row.level or "–"
        )
        lines = stage.sql.execute("SELECT line FROM row WHERE code = ?", (code,))
        for (line,) in lines.fetchall():
            header = headers.header("qualification_title")
            yield Problem(line, header, title, str(error))


def count_qualifications(stage: Staging, records: Records) -> Count:
    count = Count()
    for code, _title, level, _line in stage.sql.execute(NAMED):
        known = records.qualifications.get(code)
        if known is None:
            count.new += 1
        elif _fills_gaps(known.row, level):
            count.changed += 1
        else:
            count.unchanged += 1
    return count


def _fills_gaps(row: Qualification, level: str) -> bool:
    """Whether the file knows a title or level that the records lack."""
    return not row.title or bool(level and not row.level)


def _agree(row: Qualification, title: str, level: str) -> bool:
    same_title = not row.title or fold(row.title) == fold(title)
    same_level = not row.level or not level or fold(row.level) == fold(level)
    return same_title and same_level
