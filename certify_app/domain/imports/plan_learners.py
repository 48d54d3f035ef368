"""The learners a file names, held against the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlmodel import Session

from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.organisations import organisation_id
from certify_app.domain.imports.plan_qualifications import Records
from certify_app.domain.imports.problems import PersonIsAnother, Problem
from certify_app.domain.imports.queries import LearnerRecord, learners_by_number
from certify_app.domain.imports.results import Count
from certify_app.domain.imports.staging import Staging

BATCH = 500

_GATHER = """
    INSERT INTO person
    SELECT number_key, line, number, first_name, middle_name, last_name, first_key,
        last_key, date_of_birth,
        coalesce(nullif(email, ''), (
            SELECT email FROM row AS r WHERE r.number_key = row.number_key
            AND email <> '' ORDER BY line DESC LIMIT 1), ''),
        coalesce(nullif(organisation, ''), (
            SELECT organisation FROM row AS r WHERE r.number_key = row.number_key
            AND organisation <> '' ORDER BY line DESC LIMIT 1), '')
    FROM row WHERE line IN (SELECT max(line) FROM row GROUP BY number_key)
"""
_NUMBER_NEW = """
    INSERT INTO new_learner (number_key)
    SELECT number_key FROM person
    WHERE number_key NOT IN (SELECT number_key FROM known_learner) ORDER BY line
"""
_LATEST_OF_KNOWN = """
    SELECT person.* FROM person JOIN known_learner USING (number_key) JOIN (
        SELECT learner_id, max(line) AS latest FROM person
        JOIN known_learner USING (number_key) GROUP BY learner_id
    ) AS each_learner USING (learner_id) WHERE person.line = latest
    ORDER BY person.number_key
"""


class Person(NamedTuple):
    """What the last row of a learner says, with the last email and organisation given."""

    number_key: str
    line: int
    number: str
    first_name: str
    middle_name: str
    last_name: str
    first_key: str
    last_key: str
    date_of_birth: str
    email: str
    organisation: str


def match_learners(
    session: Session, stage: Staging, headers: HeaderMap, told: Callable[[int], None]
) -> None:
    """Find who is recorded already; refuse rows whose number is somebody else's."""
    stage.sql.execute(_GATHER)
    for batch in stage.batches("SELECT * FROM person ORDER BY number_key", BATCH):
        people = [Person(*row) for row in batch]
        known = learners_by_number(session, [p.number_key for p in people])
        matches = [(p, known[p.number_key]) for p in people if p.number_key in known]
        stage.fill("known_learner", 2, ((p.number_key, r.id) for p, r in matches))
        for person, record in matches:
            if _is_another(person, record):
                stage.refuse(list(_refusals(stage, headers, person)))
        told(len(people))


def plan_learners(session: Session, stage: Staging, records: Records, keeps_middle: bool) -> Count:
    """Number the new learners and note the changes of the known ones.

    Rows refused in the meantime have left their people behind, so these are gathered
    anew. Where two numbers of one learner disagree, the later line counts.
    """
    stage.sql.execute("DELETE FROM person")
    stage.sql.execute(_GATHER)
    stage.sql.execute(_NUMBER_NEW)
    count = Count(new=stage.count("new_learner"))
    for batch in stage.batches(_LATEST_OF_KNOWN, BATCH):
        people = [Person(*row) for row in batch]
        known = learners_by_number(session, [p.number_key for p in people])
        pairs = [(p, known[p.number_key]) for p in people if p.number_key in known]
        changes = [c for p, r in pairs if (c := _change(p, r, records, keeps_middle))]
        stage.fill("learner_change", 9, changes)
        count.changed += len(changes)
        count.unchanged += len(pairs) - len(changes)
    return count


def _is_another(person: Person, record: LearnerRecord) -> bool:
    """A correction leaves a name or the date of birth; nobody's whole identity changes."""
    recorded = {record.first_key, record.last_key}
    if recorded & {person.first_key, person.last_key}:
        return False
    born = record.date_of_birth
    return born is None or born.isoformat() != person.date_of_birth


def _refusals(stage: Staging, headers: HeaderMap, person: Person) -> Iterator[Problem]:
    error = PersonIsAnother(number=person.number)
    lines = stage.sql.execute("SELECT line FROM row WHERE number_key = ?", (person.number_key,))
    for (line,) in lines.fetchall():
        header = headers.header("enrolment_number")
        yield Problem(line, header, person.number, str(error))


def _change(
    person: Person, record: LearnerRecord, records: Records, keeps_middle: bool
) -> tuple[int | str, ...] | None:
    """The learner as the file corrects it; an empty cell erases nothing."""
    middle = record.middle_name if keeps_middle else person.middle_name
    email = person.email or record.email
    organisation = person.organisation
    moved = organisation and (
        organisation_id(organisation, records.organisations) != record.organisation_id
    )
    said = (person.first_name, middle, person.last_name, person.date_of_birth, email)
    born = record.date_of_birth.isoformat() if record.date_of_birth else ""
    held = (record.first_name, record.middle_name, record.last_name, born, record.email)
    if said == held and not moved:
        return None
    return (
        record.id,
        person.first_name,
        middle,
        person.last_name,
        person.first_key,
        person.last_key,
        person.date_of_birth,
        email,
        organisation,
    )
