"""How Stripe says no."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An answer with an error in it."""

    def __init__(
        self, message: str, status: int = 400, kind: str = "invalid_request_error", code: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {"error": {"type": kind, "message": message}}
        if code:
            self.body["error"]["code"] = code


def missing(what: str, known: str) -> Refused:
    return Refused(f"No such {what}: '{known}'", 404, code="resource_missing")
