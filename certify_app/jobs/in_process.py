"""The worker inside `certify serve`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from certify_app.config import settings
from certify_app.db.engine import database
from certify_app.jobs.worker import Worker

_working: list[Worker] = []


def take_no_more() -> None:
    """Finish what is in hand and begin nothing: the process is about to end."""
    for worker in _working:
        worker.take_no_more()


def workers_are_alive() -> bool:
    """True as well where the work is left to other processes."""
    return all(worker.is_alive() for worker in _working)


@asynccontextmanager
async def working() -> AsyncIterator[None]:
    """Do jobs while the block runs; CERTIFY_WORKER_THREADS=0 leaves them to others."""
    if not settings().worker_threads:
        yield
        return
    worker = Worker(database(), settings().worker_threads)
    await asyncio.to_thread(worker.start)
    _working.append(worker)
    try:
        yield
    finally:
        _working.remove(worker)
        await asyncio.to_thread(worker.stop)
