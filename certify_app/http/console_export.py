"""The console's lists as CSV: the whole of what is shown, sent while it is read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from certify_app.db.engine import read, write
from certify_app.domain.accounts.staff_list import STAFF
from certify_app.domain.audit.audit_list import AUDIT
from certify_app.domain.awards.award_list import AWARDS
from certify_app.domain.learners.learner_list import LEARNERS
from certify_app.domain.lists.export_list import heading, next_piece, note_export
from certify_app.domain.lists.list_of import ListOf
from certify_app.domain.lists.list_page import Wanted
from certify_app.domain.lists.typed_filters import LONGEST, fields
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import Endpoint, GuardedRoute, guarded, who_asked
from certify_app.locales import speaking

LISTS: list[ListOf] = [LEARNERS, AWARDS, STAFF, AUDIT]
"""Add a list here and its Export button has somewhere to go."""


def export_address(what: ListOf) -> str:
    return f"/api/console/{what.name}.csv"


def exporting(what: ListOf) -> Endpoint:
    async def export(request: Request) -> Response:
        me, wanted = who_asked(request), _wanted(what, request.url.query)
        await write(note_export, what, wanted, me.account_id)
        headers = {
            "Content-Disposition": f'attachment; filename="{what.name}.csv"',
            "Cache-Control": "no-store",
        }
        pieces = _pieces(what, wanted, me.language)
        return StreamingResponse(pieces, headers=headers, media_type="text/csv; charset=utf-8")

    return export


async def _pieces(what: ListOf, wanted: Wanted, language: str) -> AsyncIterator[str]:
    with speaking(language):
        head = heading(what)
    yield head
    after = 0
    while True:
        with speaking(language):
            text, after = await read(next_piece, what, wanted, after)
        yield text
        if not after:
            return


def _wanted(what: ListOf, query: str) -> Wanted:
    asked = {name: value[:LONGEST].replace("\0", "") for name, value in parse_qsl(query)}
    usual = "desc" if what.descending else "asc"
    return Wanted(
        asked={name: asked[name] for name in fields(what) if asked.get(name)},
        sort=asked.get("sort", ""),
        descending=asked.get("dir", usual) == "desc",
    )


def _route(what: ListOf) -> GuardedRoute:
    return guarded(export_address(what), exporting(what), Audience.STAFF, act=what.act)


ROUTES = [_route(what) for what in LISTS]
