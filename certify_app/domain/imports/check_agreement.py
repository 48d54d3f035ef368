"""Whether the rows of one file agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from certify_app.domain.errors import DomainError
from certify_app.domain.imports import problems
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.problems import Problem
from certify_app.domain.imports.staging import Staging

_WHO = "first_key || '/' || last_key || '/' || date_of_birth"
_DIFFERENT_PEOPLE = f"""
    SELECT number_key, line, number, {_WHO} FROM row WHERE number_key IN (
        SELECT number_key FROM row GROUP BY number_key HAVING min({_WHO}) <> max({_WHO})
    ) ORDER BY number_key, line
"""  # noqa: S608 - nothing in it comes from outside
_REFERENCE_TWICE = """
    SELECT reference, line FROM row WHERE reference IN (
        SELECT reference FROM row WHERE reference <> ''
        GROUP BY reference HAVING count(*) > 1
    ) ORDER BY reference, line
"""
_AWARD_TWICE = """
    SELECT line, first FROM row JOIN (
        SELECT number_key, code, award_date, min(line) AS first FROM row
        GROUP BY number_key, code, award_date
        HAVING count(*) > 1 AND min(reference) = ''
    ) USING (number_key, code, award_date) WHERE line > first
"""
_TITLES_DIFFER = """
    SELECT line, first, code FROM row JOIN (
        SELECT code, min(line) AS first FROM row GROUP BY code
        HAVING min(title_key || '/' || level) <> max(title_key || '/' || level)
    ) USING (code) JOIN (
        SELECT line AS other, title_key AS t, level AS l FROM row
    ) ON other = first
    WHERE title_key <> t OR level <> l
"""


def check_agreement(stage: Staging, headers: HeaderMap) -> None:
    """Refuse rows that contradict others, then take every refused row out."""
    stage.drop_refused()
    for check in (_people, _references, _awards, _titles):
        stage.refuse(list(check(stage, headers)))
        stage.drop_refused()


def _people(stage: Staging, headers: HeaderMap) -> Iterator[Problem]:
    """Which line is right cannot be known, so all of them are refused."""
    found = stage.sql.execute(_DIFFERENT_PEOPLE)
    for _key, group in groupby(found, itemgetter(0)):
        rows = list(group)
        first, who = rows[0][1], rows[0][3]
        second = next(row[1] for row in rows if row[3] != who)
        for _, line, number, _ in rows:
            other = line if line > second else second
            error = problems.PersonDiffers(first=first, line=other, number=number)
            yield _problem(line, headers, "enrolment_number", number, error)


def _references(stage: Staging, headers: HeaderMap) -> Iterator[Problem]:
    """Whose reference it is cannot be known, so all of its lines are refused."""
    found = stage.sql.execute(_REFERENCE_TWICE)
    for reference, group in groupby(found, itemgetter(0)):
        lines = [line for _, line in group]
        for line in lines:
            error = problems.ReferenceTwice(
                first=lines[0], line=max(line, lines[1]), reference=reference
            )
            yield _problem(line, headers, "reference", reference, error)


def _awards(stage: Staging, headers: HeaderMap) -> Iterator[Problem]:
    for line, first in stage.sql.execute(_AWARD_TWICE):
        error = problems.AwardTwice(first=first, line=line)
        yield _problem(line, headers, "award_date", "", error)


def _titles(stage: Staging, headers: HeaderMap) -> Iterator[Problem]:
    for line, first, code in stage.sql.execute(_TITLES_DIFFER):
        error = problems.QualificationDiffers(first=first, line=line, code=code)
        yield _problem(line, headers, "qualification_title", code, error)


def _problem(line: int, headers: HeaderMap, column: str, value: str, error: DomainError) -> Problem:
    return Problem(line, headers.header(column), value, str(error))
