"""What is written to the log: a line each, with the request's id, without personal data.

Addresses of mail are taken out of every message. Of an error its kind and places are
written and not its message, for foreign messages quote data.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from certify_app.config import settings

request_id: ContextVar[str] = ContextVar("request_id", default="")
LIBRARIES = ("uvicorn.error", "alembic", "sqlalchemy", "PIL", "fontTools")
ADDRESS = re.compile(r"[^\s<>@,;:\"']+@[^\s<>@,;:\"']+")
LONGEST = 2000


def set_up_logs() -> None:
    """Once, before anything is served or done."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if settings().log_format == "json" else TextLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings().log_level.upper())
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)


class TextLines(logging.Formatter):
    """For eyes: time, level, where, what."""

    def format(self, record: logging.LogRecord) -> str:
        said = facts(record)
        shown = " ".join(f"{name}={value}" for name, value in said.items() if name not in FIRST)
        first = f"{said['at']} {said['level']} {said['logger']}: {said['message']}"
        return f"{first} {shown}".rstrip()


class JsonLines(logging.Formatter):
    """For machines: one JSON document a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts(record), ensure_ascii=False)


FIRST = ("at", "level", "logger", "message")


def facts(record: logging.LogRecord) -> dict[str, Any]:
    """`extra={"facts": {…}}` of a call adds its own."""
    at = datetime.fromtimestamp(record.created, UTC)
    said: dict[str, Any] = {
        "at": at.isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": one_line(record.getMessage()),
    }
    if asked := request_id.get():
        said["request"] = asked
    said |= getattr(record, "facts", {})
    if record.exc_info and (error := record.exc_info[1]):
        said["error"] = type(error).__name__
        said["places"] = places(error)
    return said


def one_line(message: str) -> str:
    """Without addresses, and without what would begin another line."""
    plain = "".join(c if c.isprintable() else " " for c in message[:LONGEST])
    return ADDRESS.sub("(address)", plain)


def places(error: BaseException) -> list[str]:
    """Where it came from, the innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    return [f"{'/'.join(f.filename.split('/')[-3:])}:{f.lineno} {f.name}" for f in frames]
