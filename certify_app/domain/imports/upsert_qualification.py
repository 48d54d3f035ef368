"""Add or correct one qualification, by the rules that files follow."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session, select

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.models import Qualification
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.imports.check_qualification import check_qualification
from certify_app.domain.imports.columns import QUALIFICATIONS
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.row_reader import RowReader
from certify_app.domain.imports.save_qualifications import save_qualifications

COLUMNS = QUALIFICATIONS.columns
HEADERS = HeaderMap(QUALIFICATIONS, {c: n for n, c in enumerate(COLUMNS)}, COLUMNS)


class BadValue(DomainError):
    """One value, with the sentence of what is wrong with it."""

    sentence = "{problem}"


def upsert_qualification(
    session: Session, /, cells: Mapping[str, str], **act: object
) -> tuple[Qualification, bool]:
    """`cells` by the columns of a file of qualifications. Whether it is new comes second.

    Raises:
        Problems: each with its column.
    """
    reader = RowReader(HEADERS, (1, [cells.get(column, "") for column in COLUMNS]))
    row = check_qualification(reader)
    if reader.problems:
        raise Problems([BadValue(p.column, problem=p.sentence) for p in reader.problems])
    counts = save_qualifications(session, [row])["qualifications"]
    saved = session.exec(select(Qualification).where(Qualification.code == row.code)).one()
    record_act(session, "qualification_saved", "qualification", saved.id, None, **act)
    return saved, bool(counts.new)
