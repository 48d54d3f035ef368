"""Units as a file lists them, and the unit certificates that awards gain by them."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from sqlmodel import Session, select

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.complete_awards import complete_awards
from certify_app.domain.awards.models import Qualification, Unit
from certify_app.domain.awards.yields import yield_of
from certify_app.domain.imports.check_unit import UnitRow
from certify_app.domain.imports.results import Count


def save_units(session: Session, rows: list[UnitRow]) -> dict[str, Count]:
    """Add and correct units, in the order of the file; none is taken away."""
    counts = {noun: Count() for noun in ("qualifications", "units", "documents", "badges")}
    by_code = attrgetter("qualification_code")
    for code, listed in groupby(sorted(rows, key=by_code), by_code):
        qualification = _qualification(session, code, counts["qualifications"])
        _save_listed(session, qualification, list(listed), counts["units"])
        session.flush()
        yields = yield_of(qualification, True, awarding_body(session))
        given = complete_awards(session, qualification.id or 0, yields)
        counts["documents"].new += given.documents
        counts["badges"].new += given.badges
    return counts


def _qualification(session: Session, code: str, count: Count) -> Qualification:
    """The one recorded, or a new one whose title the first award gives."""
    found = session.exec(select(Qualification).where(Qualification.code == code)).first()
    if found:
        count.unchanged += 1
        return found
    count.new += 1
    made = Qualification(code=code, title="")
    session.add(made)
    session.flush()
    return made


def _save_listed(
    session: Session, qualification: Qualification, rows: list[UnitRow], count: Count
) -> None:
    mine = select(Unit).where(Unit.qualification_id == qualification.id)
    known = {unit.code: unit for unit in session.exec(mine.order_by("position"))}
    listed = {row.code for row in rows}
    for position, row in enumerate(rows, start=1):
        unit = known.get(row.code)
        if unit is None:
            unit = Unit(qualification_id=qualification.id or 0, code=row.code, title="")
            count.new += 1
        elif _says(unit) == (row.title, row.level, row.credits, position):
            count.unchanged += 1
        else:
            count.changed += 1
        unit.title, unit.level, unit.credits = row.title, row.level, row.credits
        unit.position = position
        session.add(unit)
    others = (unit for code, unit in known.items() if code not in listed)
    for position, unit in enumerate(others, start=len(rows) + 1):
        unit.position = position


def _says(unit: Unit) -> tuple[str, str, str, int]:
    return unit.title, unit.level, unit.credits, unit.position
