"""Everything held about somebody as one ZIP: JSON, the documents as PDF, the photo."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.awards.models import Award
from certify_app.domain.clock import now
from certify_app.domain.documents.drawing import original
from certify_app.domain.documents.find_master import Master, find_master
from certify_app.domain.documents.models import Document
from certify_app.domain.documents.stored_files import Shelf
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.models import Learner
from certify_app.domain.own_data.sections import SECRET, SECTIONS
from certify_app.domain.profiles.photo import photos

FORMAT = 1
Told = Callable[[int, int], None]
"""Done, of so many."""


def exports() -> Shelf:
    """By the number of the export; each is deleted when its time is over."""
    return Shelf(settings().data_dir / "exports", ".zip")


def shelf_key(export_id: int) -> str:
    return f"{export_id:08d}"[::-1]


def held_about(session: Session, account_id: int) -> dict[str, Any]:
    """Rows by section; docs/api/your-data.md says what each key means."""
    found: dict[str, Any] = {"format": FORMAT, "made_at": now().isoformat()}
    for section in SECTIONS:
        key = list(section.table.__table__.primary_key)  # type: ignore[attr-defined]
        rows = session.exec(select(section.table).where(section.mine(account_id)).order_by(*key))
        found[section.key] = [_plain_row(row) for row in rows]
    return found


def masters_of(session: Session, account_id: int) -> list[Master]:
    """The documents of all awards, whatever their status."""
    found = session.exec(
        select(Learner.id, Document.reference)
        .join(Award, col(Award.learner_id) == Learner.id)
        .join(Document, col(Document.award_id) == Award.id)
        .where(Learner.account_id == account_id)
        .order_by(col(Document.id))
    )
    return [find_master(session, learner, reference) for learner, reference in found]


def pack(data: dict[str, Any], masters: list[Master], photo: str, told: Told) -> bytes:
    """Takes CPU time. A document that cannot be drawn is named in `not_included`."""
    made, missing, total = io.BytesIO(), [], len(masters) + 1
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for done, master in enumerate(masters):
            told(done, total)
            try:
                file.writestr(f"documents/{master.file_name}", original(master))
            except DomainError as problem:
                missing.append({"document_id": master.document_id, "why": str(problem)})
        if photo and (picture := photos().get(photo)):
            file.writestr("photo.jpg", picture)
        told(len(masters), total)
        whole = data | {"not_included": missing}
        file.writestr("your-data.json", json.dumps(whole, ensure_ascii=False, indent=2))
    return made.getvalue()


def _plain_row(row: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.model_dump().items() if name not in SECRET}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime | date) else value
