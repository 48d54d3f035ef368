"""Errors for machines, as RFC 9457 writes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

MEDIA = "application/problem+json"
NO_STORE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def problem(
    status: int,
    detail: str,
    errors: Sequence[dict[str, Any]] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    said: dict[str, Any] = {
        "type": f"/api/v1/docs#status-{status}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        said["errors"] = list(errors)
    body = json.dumps(said, ensure_ascii=False).encode()
    return Response(body, status, NO_STORE | (headers or {}), MEDIA)
