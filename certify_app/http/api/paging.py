"""Pages by cursor: quick however far in, and right while rows are added."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Protocol, TypeVar

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

LARGEST = 2**62


class Row(Protocol):
    @property
    def id(self) -> int | None: ...


R = TypeVar("R", bound=Row)


class BadCursor(DomainError):
    sentence = N_("This cursor is not one that was given out")
    field = "cursor"


def read_cursor(cursor: str) -> int:
    """The id of the last row of the page before; 0 for the first page.

    Raises:
        BadCursor
    """
    if not cursor:
        return 0
    try:
        number = int(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        raise BadCursor from None
    if not 0 < number < LARGEST:
        raise BadCursor
    return number


def write_cursor(number: int) -> str:
    return base64.urlsafe_b64encode(str(number).encode()).decode().rstrip("=")


def cut(rows: Sequence[R], limit: int) -> tuple[Sequence[R], str | None]:
    """Of one row more than the page holds: the page, and the cursor of the next."""
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], write_cursor(rows[limit - 1].id or 0)
