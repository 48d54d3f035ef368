"""The console's list of what was done."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import Account
from certify_app.domain.acts import Act
from certify_app.domain.audit.act_names import NAMES, act_name
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.learners.learner_list import lowered
from certify_app.domain.lists.list_of import (
    Cells,
    Choice,
    Column,
    Condition,
    Days,
    ListOf,
    Look,
    Shown,
    Words,
)
from certify_app.locales import N_

PAGES = {"learner": "/console/learners", "award": "/console/awards"}


def _act(value: str, shown: Shown) -> Condition | None:
    return shown(AuditEntry.act) == value if value in NAMES else None


def _coded(text: str) -> str:
    return text.strip().lower().replace(" ", "_")


def _show(session: Session, ids: Sequence[int]) -> Mapping[int, Cells]:
    rows = session.exec(
        select(AuditEntry, Account)
        .outerjoin(Account, col(Account.id) == AuditEntry.actor_id)
        .where(col(AuditEntry.id).in_(ids))
    )
    return {
        entry.id or 0: {
            "at": entry.at,
            "who": f"{who.first_name} {who.last_name}" if who else "Certify",
            "act": act_name(entry.act),
            "what": f"{entry.object_kind} {entry.object_id or ''}".strip(),
            "details": json.dumps(entry.details, ensure_ascii=False) if entry.details else "",
            "href": _page(entry),
        }
        for entry, who in rows
    }


def _page(entry: AuditEntry) -> str:
    page = PAGES.get(entry.object_kind)
    return f"{page}/{entry.object_id}" if page and entry.object_id else ""


AUDIT = ListOf(
    name="audit-log",
    address="/console/audit",
    title=N_("Audit log"),
    search=N_("Search by act or by the email of who did it"),
    act=Act.SEE_AUDIT,
    key=AuditEntry.id,
    columns=(
        Column("act", N_("Act"), Look.HEAD),
        Column("at", N_("When"), sort=AuditEntry.id),
        Column("who", N_("Who")),
        Column("what", N_("On what"), Look.MONO),
        Column("details", N_("Details")),
    ),
    show=_show,
    sort="at",
    descending=True,
    words=(
        Words(AuditEntry.act, form=_coded),
        Words(Account.email, Account.id, AuditEntry.actor_id, lowered),
    ),
    filters=(
        Choice("act", N_("Act"), tuple(NAMES.items()), _act),
        Days("at", N_("Day"), AuditEntry.at, is_moment=True),
    ),
)
