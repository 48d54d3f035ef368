"""Write the plan of an awards file, in the transaction that is open.

Everything was checked and drawn up before, so that other writers wait for these
inserts and for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session, SQLModel

from certify_app.db.bulk import insert_rows, reserve_ids, update_rows
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document
from certify_app.domain.imports.organisations import save_organisations
from certify_app.domain.imports.plan_qualifications import NAMED
from certify_app.domain.imports.queries import qualifications_by_code
from certify_app.domain.imports.staging import Staging
from certify_app.domain.learners.models import EnrolmentNumber, Learner

_LEARNERS = """
    SELECT new_learner.n + :base, organisation_id.id, first_name, middle_name, last_name,
        first_key, last_key, date_of_birth, email
    FROM new_learner JOIN person USING (number_key)
    LEFT JOIN organisation_id ON path = organisation ORDER BY n
"""
_NUMBERS = """
    SELECT new_learner.n + :base, number, person.number_key
    FROM new_learner JOIN person USING (number_key) ORDER BY n
"""
_LEARNER_CHANGES = """
    SELECT organisation_id.id, first_name, middle_name, last_name, first_key, last_key,
        date_of_birth, email, learner_change.id
    FROM learner_change LEFT JOIN organisation_id ON path = organisation
"""
_AWARDS = """
    SELECT award.n + :base, coalesce(learner_id, new_learner.n + :learners),
        qualification_id.id, organisation_id.id, number, award.reference,
        trim(first_name || ' ' || middle_name) || CASE last_name WHEN '' THEN ''
        ELSE ' ' || last_name END,
        award_date, nullif(expiry_date, ''), grade
    FROM award JOIN row USING (line) JOIN qualification_id USING (code)
    LEFT JOIN known_learner USING (number_key) LEFT JOIN new_learner USING (number_key)
    LEFT JOIN organisation_id ON path = organisation ORDER BY award.n
"""
_AWARD_CHANGES = """
    SELECT award_date, nullif(expiry_date, ''), grade, organisation_id.id,
        award_change.id
    FROM award_change LEFT JOIN organisation_id ON path = organisation
"""
_DOCUMENTS = """
    SELECT n + :base, kind, reference, download_limit, print_limit FROM document
"""
_BADGES = "SELECT n + :base, reference FROM badge"
LEARNER_COLUMNS = (
    "organisation_id",
    "first_name",
    "middle_name",
    "last_name",
    "first_name_key",
    "last_name_key",
    "date_of_birth",
    "email",
)
AWARD_COLUMNS = (
    "id",
    "learner_id",
    "qualification_id",
    "organisation_id",
    "enrolment_number",
    "reference",
    "awarded_name",
    "award_date",
    "expiry_date",
    "grade",
)
DOCUMENT_COLUMNS = ("award_id", "kind", "reference", "download_limit", "print_limit")


class AwardsWriter:
    """Writes one plan once."""

    def __init__(self, session: Session, stage: Staging) -> None:
        self.session = session
        self.stage = stage

    def write(self) -> tuple[int, int]:
        """The first and the last id of the new awards; the last is smaller for none."""
        self._organisations()
        self._qualifications()
        learners = self._learners()
        first = self._awards(learners)
        self._papers(first - 1)
        return first, first + self.stage.count("award") - 1

    def _organisations(self) -> None:
        ids = save_organisations(self.session, self.stage.organisations())
        self.stage.fill("organisation_id", 2, ids.items())

    def _qualifications(self) -> None:
        known = {c: k.row for c, k in qualifications_by_code(self.session).items()}
        for code, title, level, _line in self.stage.sql.execute(NAMED).fetchall():
            if code not in known:
                known[code] = Qualification(code=code, title=title, level=level)
                self.session.add(known[code])
            known[code].title = known[code].title or title
            known[code].level = known[code].level or level
        self.session.flush()
        ids = ((code, row.id) for code, row in known.items())
        self.stage.fill("qualification_id", 2, ids)

    def _learners(self) -> int:
        """The id before that of the first new learner."""
        base = reserve_ids(self.session, Learner, self.stage.count("new_learner")) - 1
        self._insert(Learner, ("id", *LEARNER_COLUMNS), _LEARNERS, base)
        numbers = ("learner_id", "number", "number_key")
        self._insert(EnrolmentNumber, numbers, _NUMBERS, base)
        changes = self._plan(_LEARNER_CHANGES)
        update_rows(self.session, Learner, LEARNER_COLUMNS, changes)
        return base

    def _awards(self, learners: int) -> int:
        """The id of the first new award."""
        first = reserve_ids(self.session, Award, self.stage.count("award"))
        self._insert(Award, AWARD_COLUMNS, _AWARDS, first - 1, learners=learners)
        changed = ("award_date", "expiry_date", "grade", "organisation_id")
        update_rows(self.session, Award, changed, self._plan(_AWARD_CHANGES))
        return first

    def _papers(self, base: int) -> None:
        self._insert(Document, DOCUMENT_COLUMNS, _DOCUMENTS, base)
        self._insert(Badge, ("award_id", "reference"), _BADGES, base)

    def _insert(
        self,
        model: type[SQLModel],
        columns: tuple[str, ...],
        query: str,
        base: int,
        **more: int,
    ) -> None:
        rows = self._plan(query, base=base, **more)
        insert_rows(self.session, model, columns, rows)

    def _plan(self, query: str, **values: int) -> Iterator[tuple[Any, ...]]:
        return self.stage.sql.execute(query, values)
