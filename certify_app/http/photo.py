"""The photo of a profile: its owner's alone, by the cookie and never by a tab's token."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from certify_app.db.engine import read, write
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.accounts.problem_codes import code_of
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.errors import NotAPhoto, PhotoTooLarge
from certify_app.domain.profiles.photo import (
    MOST_BYTES,
    Crop,
    keep_photo,
    photo_name,
    photos,
    remove_photo,
    square_photo,
)
from certify_app.gate.routes import guarded, who_asked
from certify_app.http.where_to import go_to, page_language

AROUND = 64 * 1024
"""Bytes of a form around its file."""
UPLOADS = Limit("photo", 20, timedelta(hours=1))
_one_at_a_time = asyncio.Semaphore(1)
"""Unpacking a picture takes memory."""


async def show(request: Request) -> Response:
    """Nothing where there is none: a page may still ask for one just removed."""
    name = await read(photo_name, who_asked(request).account_id)
    picture = await asyncio.to_thread(photos().get, name) if name else None
    if picture is None:
        return Response(status_code=204, headers={"Cache-Control": "no-store"})
    headers = {"ETag": f'"{name[:20]}"', "Cache-Control": "no-store"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(picture, headers=headers, media_type="image/jpeg")


async def upload(request: Request) -> Response:
    me = who_asked(request)
    try:
        await count_subject(UPLOADS, str(me.account_id))
        content, crop = await _given(request)
        async with _one_at_a_time:
            picture = await asyncio.to_thread(square_photo, content, crop)
        await write(keep_photo, me.account_id, picture)
    except DomainError as problem:
        return go_to("/profile", page_language(request), problem=code_of(problem))
    return go_to("/profile", page_language(request))


async def remove(request: Request) -> Response:
    await write(remove_photo, who_asked(request).account_id)
    return go_to("/profile", page_language(request))


async def _given(request: Request) -> tuple[bytes, Crop]:
    """Raises PhotoTooLarge, NotAPhoto."""
    body = await _body(request)

    async def again() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    try:
        form = await Request(request.scope, again).form(max_files=1, max_fields=3)
    except MultiPartException:
        raise NotAPhoto from None
    file, crop = form.get("photo"), form.get("crop")
    content = await file.read() if isinstance(file, UploadFile) else b""
    return content, Crop(crop) if crop in set(Crop) else Crop.CENTRE


async def _body(request: Request) -> bytes:
    """Raises PhotoTooLarge as soon as it is."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES + AROUND:
            raise PhotoTooLarge
        parts.append(part)
    return b"".join(parts)


ROUTES = [
    guarded("/api/profile/photo", show, Audience.LEARNER),
    guarded("/api/profile/photo", upload, Audience.LEARNER, methods=("POST",)),
    guarded("/api/profile/photo/remove", remove, Audience.LEARNER, methods=("POST",)),
]
