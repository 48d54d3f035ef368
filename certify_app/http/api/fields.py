"""The kinds of value that requests are made of, the same in every resource."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

NO_NULS = r"^[^\x00]*$"
_WHOLE = re.compile(r"[0-9]{1,18}")


def _as_number(value: Any) -> Any:
    """Of an address all is text; only digits are a number."""
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    return value


def text(most: int, least: int = 0) -> StringConstraints:
    """Between so many characters, none of which a database refuses."""
    return StringConstraints(max_length=most, min_length=least, pattern=NO_NULS, strict=True)


def _whole(value: Any) -> Any:
    """JSON has one kind of number: 2.0 is 2."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Times = Annotated[int, Field(ge=0, le=1000, strict=True), BeforeValidator(_whole)]
Limit = Annotated[int, Field(ge=1, le=200, strict=True), BeforeValidator(_as_number)]
Cursor = Annotated[str, StringConstraints(max_length=40, pattern=r"^[A-Za-z0-9_-]*$", strict=True)]


class Asked(BaseModel):
    """What a request brings: nothing unknown, and each of its type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Given(BaseModel):
    """What an answer holds."""

    model_config = ConfigDict(extra="forbid")


class PageQuery(Asked):
    """Which page of a list: `cursor` is the `next` of the page before."""

    limit: Limit = 50
    cursor: Cursor = ""
