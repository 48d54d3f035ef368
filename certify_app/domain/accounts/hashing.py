"""Passwords on threads of their own: a flood of logins slows logins and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from certify_app.domain.accounts.errors import TooBusy
from certify_app.domain.accounts.passwords import hash_password, password_matches

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 2
MOST_WAITING = 40
"""About six seconds of work for two threads."""

_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="bcrypt")
_waiting: list[None] = []


async def hash_aside(password: str) -> str:
    """Raises TooBusy."""
    return await aside(hash_password, password)


async def matches_aside(password: str, password_hash: str | None) -> bool:
    """Raises TooBusy."""
    return await aside(password_matches, password, password_hash)


async def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What takes long and holds no database; raises TooBusy."""
    loop = asyncio.get_running_loop()
    with _place_in_queue():
        return await loop.run_in_executor(_threads, lambda: work(*args, **kwargs))


@contextmanager
def _place_in_queue() -> Iterator[None]:
    if len(_waiting) >= MOST_WAITING:
        raise TooBusy
    _waiting.append(None)
    try:
        yield
    finally:
        _waiting.pop()
