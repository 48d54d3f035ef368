"""The worker inside `certify serve`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from certify_app.config import settings
from certify_app.db.engine import database
from certify_app.jobs.worker import Worker


@asynccontextmanager
async def working() -> AsyncIterator[None]:
    """Do jobs while the block runs; CERTIFY_WORKER_THREADS=0 leaves them to others."""
    if not settings().worker_threads:
        yield
        return
    worker = Worker(database(), settings().worker_threads)
    await asyncio.to_thread(worker.start)
    try:
        yield
    finally:
        await asyncio.to_thread(worker.stop)
