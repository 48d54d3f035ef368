"""Awards: read, saved in bulk, revoked."""

from __future__ import annotations

import asyncio
from collections import Counter

from sqlmodel import Session

from certify_app.db.engine import database, read, write
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.models import Award as Row
from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.awards.read_awards import (
    AwardRecord,
    Wanted,
    award_referenced,
    awards_after,
)
from certify_app.domain.awards.revoke_award import revoke_award
from certify_app.domain.imports.columns import AWARDS
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.upsert_awards import Became, Item, upsert_awards
from certify_app.http.api import award_models as models
from certify_app.http.api.operation import LARGE, Call, Operation, Reply, as_json
from certify_app.http.api.paging import cut, read_cursor


async def list_awards(call: Call) -> Reply:
    query: models.AwardQuery = call.query
    wanted = Wanted(
        enrolment_number=query.enrolment_number,
        qualification_code=query.qualification_code,
        status=AwardStatus(query.status) if query.status else None,
    )
    found = await read(awards_after, read_cursor(query.cursor), query.limit + 1, wanted)
    rows, following = cut(found, query.limit)
    return as_json(models.AwardPage(items=[_award(row) for row in rows], next=following))


async def get_award(call: Call) -> Reply:
    return as_json(_award(await read(award_referenced, call.path["reference"])))


async def save_awards(call: Call) -> Reply:
    """Checked and written as a file is, in a thread of its own."""
    body: models.BulkBody = call.body
    rows = [_cells(item) for item in body.awards]
    options = ImportOptions(
        skip_bad_rows=True, dry_run=body.dry_run, tell_learners=body.tell_learners
    )
    items = await asyncio.to_thread(upsert_awards, database(), rows, options)
    counts = Counter(item.became for item in items)
    if not body.dry_run:
        await write(_note, call.machine.key_id, counts)
    return as_json(
        models.BulkResult(
            created=counts[Became.CREATED],
            changed=counts[Became.CHANGED],
            unchanged=counts[Became.UNCHANGED],
            refused=counts[Became.REFUSED],
            results=[_result(n, item) for n, item in enumerate(items)],
        )
    )


async def revoke(call: Call) -> Reply:
    body: models.RevokeBody = call.body
    await write(_revoke, call.machine.key_id, body)
    return as_json(_award(await read(award_referenced, body.reference)))


def _revoke(session: Session, key_id: int, body: models.RevokeBody) -> Row:
    award = revoke_award(session, body.reference, body.reason, body.date_from)
    record_act(session, "award_revoked_by_api", "award", award.id, None, api_key=key_id)
    return award


def _note(session: Session, key_id: int, counts: Counter[Became]) -> None:
    said = {became.value: count for became, count in counts.items()}
    record_act(session, "awards_saved_by_api", "api_key", key_id, None, **said)


def _cells(item: models.AwardItem) -> list[str]:
    values = (getattr(item, column) for column in AWARDS.columns)
    return [value if isinstance(value, str) else _iso(value) for value in values]


def _iso(day: object) -> str:
    return str(day) if day else ""


def _result(index: int, item: Item) -> models.ItemResult:
    return models.ItemResult(
        index=index,
        outcome=item.became.value,
        reference=item.reference,
        errors=[models.Fault(field=field, message=said) for field, said in item.problems],
    )


def _award(record: AwardRecord) -> models.Award:
    row = record.award
    return models.Award(
        reference=row.reference,
        enrolment_number=row.enrolment_number,
        awarded_name=row.awarded_name,
        qualification_code=record.qualification.code,
        qualification_title=record.qualification.title,
        level=record.qualification.level,
        organisation=record.organisation,
        award_date=row.award_date,
        expiry_date=row.expiry_date,
        grade=row.grade,
        version=row.version,
        status=row.status.value,
        status_changed_at=row.status_changed_at,
        superseded_by=record.superseded_by,
        created_at=row.created_at,
    )


OPERATIONS = [
    Operation(
        "GET",
        "/awards",
        "List awards",
        Scope.READ_AWARDS,
        list_awards,
        query=models.AwardQuery,
        gives=models.AwardPage,
    ),
    Operation(
        "POST",
        "/awards/bulk",
        "Save up to 10,000 awards",
        Scope.WRITE_AWARDS,
        save_awards,
        body=models.BulkBody,
        gives=models.BulkResult,
        most_bytes=LARGE,
        problems=(409,),
        about="An award is found again by its reference, or by learner, qualification and "
        "award date. The same request twice changes nothing the second time.",
    ),
    Operation(
        "POST",
        "/awards/revoke",
        "Revoke an award",
        Scope.WRITE_AWARDS,
        revoke,
        body=models.RevokeBody,
        gives=models.Award,
        problems=(404, 422),
    ),
    Operation(
        "GET",
        "/awards/{reference}",
        "Read an award",
        Scope.READ_AWARDS,
        get_award,
        gives=models.Award,
        problems=(404,),
    ),
]
