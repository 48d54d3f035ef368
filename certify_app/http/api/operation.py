"""One thing the API does: what it asks for, what it answers, and who may."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from certify_app.domain.api_keys.queries import Machine
from certify_app.domain.api_keys.scopes import Scope

JSON, CSV, PDF = "application/json", "text/csv", "application/pdf"
SMALL, LARGE = 64 * 1024, 16 * 1024 * 1024


@dataclass(frozen=True)
class Reply:
    """Bytes of a media type."""

    content: bytes
    media: str = JSON
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """One request that passed the gate and fits its models."""

    machine: Machine
    path: Mapping[str, str]
    query: Any
    body: Any
    language: str = "en"


Answer = Callable[[Call], Awaitable[Reply]]


@dataclass(frozen=True)
class Operation:
    """`path` parameters are texts; `:path` is added to them in routes, as some hold slashes.

    `body` is None where there is none; `takes` and `gives_media` name what is not JSON.
    `also` are other statuses with the same answer.
    """

    method: str
    path: str
    summary: str
    scope: Scope
    answer: Answer
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    gives: type[BaseModel] | None = None
    status: int = 200
    takes: str = JSON
    gives_media: str = JSON
    most_bytes: int = SMALL
    also: tuple[int, ...] = ()
    problems: tuple[int, ...] = ()
    about: str = ""

    @property
    def tag(self) -> str:
        return self.path.strip("/").split("/")[0]

    @property
    def name(self) -> str:
        return self.answer.__name__

    @property
    def may_be_sent_again(self) -> bool:
        """Whether an Idempotency-Key counts."""
        return self.method not in ("GET", "DELETE", "PUT")


def as_json(content: BaseModel, status: int = 200) -> Reply:
    return Reply(content.model_dump_json().encode(), JSON, status)
