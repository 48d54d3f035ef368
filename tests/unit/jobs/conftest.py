"""Jobs that exist for one test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from certify_app.jobs import registry
from certify_app.jobs.registry import Failed, JobFunction, Work

Register = Callable[..., None]


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Register:
    """As the decorator `job`, until the test ends."""

    def add(
        name: str,
        work: Work,
        tries: int = 3,
        longest: timedelta = timedelta(minutes=15),
        failed: Failed | None = None,
    ) -> None:
        function = JobFunction(name, work, tries, longest, failed)
        monkeypatch.setitem(registry._functions, name, function)

    return add


@pytest.fixture(autouse=True)
def nothing_periodic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the jobs a test enqueues are there; the schedule has tests of its own."""
    monkeypatch.setattr("certify_app.jobs.schedule.EVERY", {})
