"""The copy of one's data: its owner's alone, by the cookie; it counts against no limit."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from certify_app.db.engine import read
from certify_app.domain.own_data.errors import NoSuchExport
from certify_app.domain.own_data.export_data import ready_export
from certify_app.domain.own_data.pack_export import exports, shelf_key
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded, who_asked
from certify_app.http.documents import PRIVATE
from certify_app.locales import speaking


async def download(request: Request) -> Response:
    me, number = who_asked(request), request.path_params["number"]
    try:
        export = await read(ready_export, me.account_id, min(number, 2**31 - 1))
        content = await asyncio.to_thread(exports().get, shelf_key(export.id or 0))
        if content is None:
            raise NoSuchExport
    except NoSuchExport as problem:
        with speaking(me.language):
            return PlainTextResponse(str(problem), 404, PRIVATE)
    name = f"your-data-{export.created_at:%Y-%m-%d}.zip"
    headers = {**PRIVATE, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=headers, media_type="application/zip")


ROUTES = [guarded("/api/profile/exports/{number:int}", download, Audience.LEARNER)]
