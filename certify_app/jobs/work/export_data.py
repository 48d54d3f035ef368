"""Make the ZIP of all that is held about somebody; again, it replaces its file."""

from __future__ import annotations

from functools import partial

from sqlmodel import Session

from certify_app.db.engine import read_now, write_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.own_data.export_data import (
    JOB,
    note_failed,
    note_progress,
    note_ready,
    running_export,
)
from certify_app.domain.own_data.pack_export import (
    exports,
    held_about,
    masters_of,
    pack,
    shelf_key,
)
from certify_app.domain.profiles.photo import photo_name
from certify_app.jobs.registry import job


def export_failed(session: Session, claim: Claim, _problem: str, final: bool) -> None:
    if final:
        note_failed(session, claim.args["export_id"])


@job(JOB, tries=5, failed=export_failed)
def make(claim: Claim) -> Effect | None:
    export_id = claim.args["export_id"]
    export = read_now(running_export, export_id)
    if export is None:
        return None
    mine = export.account_id
    data, masters = read_now(held_about, mine), read_now(masters_of, mine)

    def told(done: int, total: int) -> None:
        write_now(note_progress, export_id, done, total)

    content = pack(data, masters, read_now(photo_name, mine), told)
    exports().put(shelf_key(export_id), content)
    return partial(note_ready, export_id=export_id, size=len(content))
