"""Where documents are drawn: few threads of their own.

Drawing takes CPU time, so it must neither run on the event loop nor take the threads
that the database is asked in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 2


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="studio")


async def in_studio(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run it in the studio; at most THREADS at once, the others wait in line."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads(), partial(work, *args, **kwargs))
