"""A file sent in pieces, that knows whether all that was asked for went out."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from certify_app.http.byte_ranges import Unsatisfiable, wanted_range

PIECE = 64 * 1024


class WholeDelivery(Response):
    """`delivered` is awaited once the last byte asked for was taken by the network.

    HEAD sends no bytes and delivers nothing.
    """

    def __init__(
        self,
        request: Request,
        content: bytes,
        media_type: str,
        headers: dict[str, str],
        delivered: Callable[[], Awaitable[None]],
    ) -> None:
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        headers = {**headers, "Accept-Ranges": "bytes", "ETag": etag}
        status, part = 200, content
        try:
            if span := wanted_range(request.headers, len(content), etag):
                status, part = 206, content[span[0] : span[1] + 1]
                headers["Content-Range"] = f"bytes {span[0]}-{span[1]}/{len(content)}"
        except Unsatisfiable:
            status, part = 416, b""
            headers["Content-Range"] = f"bytes */{len(content)}"
        super().__init__(part, status, headers, media_type)
        self._request, self._delivered = request, delivered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = {"status": self.status_code, "headers": self.raw_headers}
        await send({"type": "http.response.start", **start})
        body = b"" if scope["method"] == "HEAD" else bytes(self.body)
        for at in range(0, len(body), PIECE):
            piece = {"body": body[at : at + PIECE], "more_body": True}
            await send({"type": "http.response.body", **piece})
            if await self._has_gone():
                return
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        if body:
            await self._delivered()

    async def _has_gone(self) -> bool:
        """Sending need not pause, so the loop is given its turn to notice a lost connection."""
        await asyncio.sleep(0)
        return await self._request.is_disconnected()
