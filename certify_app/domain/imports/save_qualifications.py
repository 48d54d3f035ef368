"""What qualifications yield, as a file says, and what awards gain by it."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.complete_awards import complete_awards, follow_limits
from certify_app.domain.awards.models import Qualification
from certify_app.domain.awards.yields import yield_of
from certify_app.domain.imports.check_qualification import QualificationRow
from certify_app.domain.imports.queries import qualifications_by_code
from certify_app.domain.imports.results import Count

_FIELDS = (
    "title",
    "level",
    "documents",
    "badge_name",
    "badge_criteria",
    "download_limit",
    "print_limit",
)
_KEPT_WHEN_EMPTY = {"title", "level", "documents"}


def save_qualifications(session: Session, rows: list[QualificationRow]) -> dict[str, Count]:
    """Add and correct qualifications; their valid awards gain what they now yield."""
    counts = {noun: Count() for noun in ("qualifications", "documents", "badges")}
    known = qualifications_by_code(session)
    body = awarding_body(session)
    for row in rows:
        held = known.get(row.code)
        has_units = bool(held and held.has_units)
        qualification = held.row if held else Qualification(code=row.code, title="")
        before = yield_of(qualification, has_units, body)
        changed = _correct(qualification, row)
        _tally(counts["qualifications"], new=held is None, changed=changed)
        session.add(qualification)
        session.flush()
        after = yield_of(qualification, has_units, body)
        follow_limits(session, qualification.id or 0, before, after)
        given = complete_awards(session, qualification.id or 0, after)
        counts["documents"].new += given.documents
        counts["badges"].new += given.badges
    return counts


def _correct(qualification: Qualification, row: QualificationRow) -> bool:
    changed = False
    for field in _FIELDS:
        value = getattr(row, field)
        keeps = field in _KEPT_WHEN_EMPTY and not value
        if not keeps and getattr(qualification, field) != value:
            setattr(qualification, field, value)
            changed = True
    return changed


def _tally(count: Count, *, new: bool, changed: bool) -> None:
    if new:
        count.new += 1
    elif changed:
        count.changed += 1
    else:
        count.unchanged += 1
