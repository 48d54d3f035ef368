"""Hands out the compiled front end: pages at /orders and /orders/, hashed files for ever."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from certify_app.http.compiled_files import PLAIN, CompiledFile, read_folder
from certify_app.http.security_headers import Policy

FALLBACK = "__spa-fallback.html"
READING = frozenset({"GET", "HEAD"})
FOREVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"


class CompiledPages:
    """Answers for what was built; only what `passes` names goes on to Reflex.

    `is_page` says whether an address without a file of its own (/documents/{reference})
    belongs to a page; any other gets the page for what is not there, with 404.
    """

    def __init__(
        self,
        app: ASGIApp,
        folder: Path,
        is_page: Callable[[str], bool],
        passes: Callable[[str], bool],
    ) -> None:
        self.app = app
        self.files = read_folder(folder)
        self.hashes: dict[str, list[str]] = json.loads((folder.parent / "pages.json").read_text())
        self.is_page = is_page
        self.passes = passes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self.passes(scope["path"]):
            await self.app(scope, receive, send)
        elif scope["method"] not in READING:
            refusal = PlainTextResponse("Method not allowed\n", 405, {"Allow": "GET, HEAD"})
            await refusal(scope, receive, send)
        else:
            answer = self.answer(scope["path"], Headers(scope=scope))
            await answer(scope, receive, send)

    def answer(self, path: str, asked: Headers) -> Response:
        address = path.rstrip("/") or "/"
        if file := self.files.get(address):
            return self._respond(file, address, asked)
        status = 200 if self.is_page(address) else 404
        return self._respond(self.files[f"/{FALLBACK}"], FALLBACK, asked, status)

    def _respond(
        self, file: CompiledFile, address: str, asked: Headers, status: int = 200
    ) -> Response:
        encoding = best_encoding(file, asked.get("accept-encoding", ""))
        headers = self._headers(file, address)
        if status == 200 and headers["ETag"] in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if encoding:
            headers["Content-Encoding"] = encoding
        return Response(file.bodies[encoding], status, headers, media_type=file.media_type)

    def _headers(self, file: CompiledFile, address: str) -> dict[str, str]:
        headers = {
            "ETag": f'W/"{file.etag}"',
            "Vary": "Accept-Encoding",
            "Cache-Control": FOREVER if file.immutable else ASK_FIRST,
        }
        if address in self.hashes:
            headers["Content-Security-Policy"] = str(Policy(self.hashes[address]))
        return headers


def best_encoding(file: CompiledFile, accepted: str) -> str:
    """The smallest packed copy the browser takes; PLAIN if it takes none."""
    wanted = (part.replace(" ", "").lower() for part in accepted.split(","))
    offers = {part.split(";")[0] for part in wanted if not part.endswith((";q=0", ";q=0.0"))}
    return next((encoding for encoding in file.bodies if encoding in offers), PLAIN)
