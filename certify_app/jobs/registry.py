"""The jobs there are, by name. A module in `certify_app/jobs/work/` adds its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sqlmodel import Session

from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect

Work = Callable[[Claim], Effect | None]
"""Does what is outside the database, repeatable by the claim's key; returns the effect
in the database, which is committed together with the job's end, or with none."""

Failed = Callable[[Session, Claim, str, bool], None]
"""Told the problem, and whether it was the last try, in the failing transaction."""


@dataclass(frozen=True)
class JobFunction:
    name: str
    work: Work
    tries: int
    longest: timedelta
    failed: Failed | None


_functions: dict[str, JobFunction] = {}


def job(
    name: str,
    tries: int = 12,
    longest: timedelta = timedelta(minutes=15),
    failed: Failed | None = None,
) -> Callable[[Work], Work]:
    """Register a job. After `longest` its lease is not renewed, so another may try."""

    def register(work: Work) -> Work:
        _functions[name] = JobFunction(name, work, tries, longest, failed)
        return work

    return register


def find_job(name: str) -> JobFunction | None:
    load_jobs()
    return _functions.get(name)


@cache
def load_jobs() -> None:
    from certify_app.jobs import work

    for module in iter_modules(work.__path__):
        import_module(f"{work.__name__}.{module.name}")
