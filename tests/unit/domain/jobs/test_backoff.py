"""The rest between two tries."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.jobs.backoff import LONGEST, SPREAD, pause_after


@given(st.integers(1, 11))
def test_it_doubles_with_every_try(attempts: int) -> None:
    middle = 2.0**attempts

    assert middle * (1 - SPREAD) <= pause_after(attempts).total_seconds() <= middle * (1 + SPREAD)


@given(st.integers(12, 10_000))
def test_it_never_grows_past_about_an_hour(attempts: int) -> None:
    assert timedelta(minutes=45) <= pause_after(attempts) <= LONGEST * (1 + SPREAD)


def test_jobs_that_failed_together_do_not_come_back_together() -> None:
    assert len({pause_after(5) for _ in range(50)}) > 40
