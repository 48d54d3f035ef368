"""The awards a file holds, held against the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlmodel import Session

from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.errors import DomainError
from certify_app.domain.imports import problems, queries
from certify_app.domain.imports.check_award import AwardRow
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.organisations import organisation_id
from certify_app.domain.imports.plan_qualifications import Records
from certify_app.domain.imports.problems import Problem
from certify_app.domain.imports.queries import AwardRecord
from certify_app.domain.imports.results import Count
from certify_app.domain.imports.staging import Staging
from certify_app.domain.references import new_reference

BATCH = 500
_ROWS = """
    SELECT row.*, learner_id FROM row LEFT JOIN known_learner USING (number_key)
    ORDER BY line
"""


@dataclass
class _Batch:
    """What the records hold of the awards of a few hundred rows."""

    by_reference: dict[str, AwardRecord]
    elsewhere: set[str]
    current: dict[tuple[int, int, date], list[AwardRecord]]


@dataclass
class AwardPlan:
    """Numbers new awards from 1 and writes them, with their papers, to the staging."""

    stage: Staging
    headers: HeaderMap
    records: Records
    awards: Count = field(default_factory=Count)
    documents: int = 0
    badges: int = 0

    def add(self, rows: list[tuple[AwardRow, int | None]], batch: _Batch) -> None:
        new: list[AwardRow] = []
        changes: list[tuple[Any, ...]] = []
        known: list[tuple[int, str, bool]] = []
        for row, learner in rows:
            try:
                record = self._find(row, learner, batch)
            except DomainError as error:
                self._refuse(row, error)
                continue
            if record is None:
                new.append(row)
                continue
            if change := self._change(row, record):
                changes.append(change)
            known.append((row.line, record.reference, change is not None))
        self.awards.unchanged += len(known) - len(changes)
        self.stage.fill("known_award", 3, known)
        self.stage.fill("award_change", 5, changes)
        self.awards.changed += len(changes)
        self._issue(new)

    def _find(self, row: AwardRow, learner: int | None, batch: _Batch) -> AwardRecord | None:
        """The record of this award, if there is one.

        Raises:
            ReferenceTaken, AwardUnclear
        """
        qualification = self.records.qualification_id(row.code)
        if row.reference:
            return _with_reference(row, learner, qualification, batch)
        if learner is None or qualification is None:
            return None
        day = date.fromisoformat(row.award_date)
        found = batch.current.get((learner, qualification, day), [])
        if len(found) > 1:
            raise problems.AwardUnclear
        return found[0] if found else None

    def _change(self, row: AwardRow, record: AwardRecord) -> tuple[Any, ...] | None:
        """The award as the file corrects it; one not valid any more is left alone."""
        held = record.organisation_id
        told = organisation_id(row.organisation, self.records.organisations)
        moved = row.organisation and told != held
        expiry = record.expiry_date.isoformat() if record.expiry_date else ""
        same = (record.award_date.isoformat(), record.grade) == (
            row.award_date,
            row.grade or record.grade,
        )
        if record.status is not AwardStatus.VALID or (
            same and not moved and (row.expiry_date or expiry) == expiry
        ):
            return None
        return (
            record.id,
            row.award_date,
            row.expiry_date or expiry,
            row.grade or record.grade,
            row.organisation,
        )

    def _issue(self, rows: list[AwardRow]) -> None:
        numbered = list(enumerate(rows, start=self.awards.new + 1))
        self.awards.new += len(rows)
        self.stage.fill(
            "award",
            3,
            ((n, row.line, row.reference or new_reference()) for n, row in numbered),
        )
        papers = [paper for n, row in numbered for paper in self._papers(n, row.code)]
        self.stage.fill("document", 5, papers)
        self.documents += len(papers)
        badges = [
            (n, new_reference()) for n, row in numbered if self.records.yield_of(row.code).badge
        ]
        self.stage.fill("badge", 2, badges)
        self.badges += len(badges)

    def _papers(self, n: int, code: str) -> Iterator[tuple[Any, ...]]:
        """Enums are stored by their names in both databases."""
        yields = self.records.yield_of(code)
        for kind in yields.kinds:
            limits = (yields.download_limit, yields.print_limit)
            yield (n, kind.name, new_reference(), *limits)

    def _refuse(self, row: AwardRow, error: DomainError) -> None:
        header = self.headers.header("reference")
        self.stage.refuse([Problem(row.line, header, row.reference, str(error))])


def _with_reference(
    row: AwardRow, learner: int | None, qualification: int | None, batch: _Batch
) -> AwardRecord | None:
    record = batch.by_reference.get(row.reference)
    owner = record and (record.learner_id, record.qualification_id)
    if row.reference in batch.elsewhere or (owner and owner != (learner, qualification)):
        raise problems.ReferenceTaken(reference=row.reference)
    return record


def plan_awards(session: Session, plan: AwardPlan, told: Callable[[int], None]) -> None:
    for batch in plan.stage.batches(_ROWS, BATCH):
        rows = [(AwardRow(*cells[:-1]), cells[-1]) for cells in batch]
        plan.add(rows, _look_up(session, rows))
        told(len(rows))


def _look_up(session: Session, rows: list[tuple[AwardRow, int | None]]) -> _Batch:
    references = [row.reference for row, _learner in rows if row.reference]
    learners = {learner for row, learner in rows if learner and not row.reference}
    return _Batch(
        by_reference=queries.awards_by_reference(session, references) if references else {},
        elsewhere=queries.references_elsewhere(session, references) if references else set(),
        current=queries.current_awards(session, learners) if learners else {},
    )
