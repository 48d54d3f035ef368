from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database
from certify_app.domain.accounts.models import RateCount
from certify_app.domain.rate_limits import (
    TooManyTries,
    add,
    forget_past_windows,
    hit,
)
from tests.clock import HeldClock

MINUTE = timedelta(minutes=1)


def test_the_limit_is_granted_and_not_once_more(session: Session) -> None:
    for _ in range(3):
        hit(session, "login:x", 3, MINUTE)
    with pytest.raises(TooManyTries):
        hit(session, "login:x", 3, MINUTE)


def test_keys_do_not_count_for_each_other(session: Session) -> None:
    hit(session, "login:x", 1, MINUTE)
    hit(session, "login:y", 1, MINUTE)


def test_a_new_window_starts_from_one(session: Session, clock: HeldClock) -> None:
    add(session, "k", 5, MINUTE)
    clock.move(seconds=60)
    assert add(session, "k", 1, MINUTE).count == 1


def test_more_counts_do_not_prolong_a_window(session: Session, clock: HeldClock) -> None:
    first = add(session, "k", 1, MINUTE)
    clock.move(seconds=59)
    assert add(session, "k", 1, MINUTE).window_ends_at == first.window_ends_at


def test_the_sentence_says_how_long_to_wait(session: Session, clock: HeldClock) -> None:
    window = timedelta(minutes=10)
    hit(session, "k", 1, window)
    clock.move(minutes=4)
    with pytest.raises(TooManyTries) as refused:
        hit(session, "k", 1, window)
    assert "6 minutes" in str(refused.value)


def test_fifty_at_once_are_granted_exactly_the_limit(db: Database) -> None:
    def one(_: int) -> bool:
        try:
            with db.write() as session:
                hit(session, "k", 7, MINUTE)
        except TooManyTries:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(50))) == 7


def test_past_windows_are_forgotten(session: Session, clock: HeldClock) -> None:
    add(session, "old", 1, MINUTE)
    clock.move(seconds=60)
    add(session, "new", 1, MINUTE)
    forget_past_windows(session)
    assert [row.key for row in session.exec(select(RateCount))] == ["new"]
