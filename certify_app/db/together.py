"""Reads that come at the same time, done in one trip to a thread and one query.

A trip costs more than a small query, and many threads at once fight over the
interpreter. One batch runs at a time; what arrives meanwhile makes the next.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from sqlmodel import Session

from certify_app.db.engine import read_now

Q = TypeVar("Q")
A = TypeVar("A")
Query = Callable[[Session, list[Q]], Sequence[A | Exception]]
MOST_AT_ONCE = 32


class Together(Generic[Q, A]):
    """Asks `query` for everybody who waits; it gives an answer or an error for each."""

    def __init__(self, query: Query[Q, A]) -> None:
        self._query = query
        self._waiting: list[tuple[Q, asyncio.Future[A]]] = []
        self._task: asyncio.Task[None] | None = None

    async def ask(self, question: Q) -> A:
        """Raises the error that the query gives for this question, or its own."""
        future: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._answer_all())
        return await future

    async def _answer_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                answers = await asyncio.to_thread(read_now, self._query, [q for q, _ in batch])
            except BaseException as problem:
                for _, future in batch:
                    _fail(future, problem)
                if not isinstance(problem, Exception):
                    raise
                continue
            for (_, future), answer in zip(batch, answers, strict=True):
                _give(future, answer)


def _give(future: asyncio.Future[A], answer: A | Exception) -> None:
    if isinstance(answer, Exception):
        _fail(future, answer)
    elif not future.done():
        future.set_result(answer)


def _fail(future: asyncio.Future[A], problem: BaseException) -> None:
    if not future.done():
        future.set_exception(problem)
