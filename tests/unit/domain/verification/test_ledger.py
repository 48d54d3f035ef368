from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from certify_app.db.engine import Database
from certify_app.domain.accounts.models import RateCount
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.verification import ledger as module
from certify_app.domain.verification.ledger import Ledger, writing_down
from certify_app.domain.verification.limits import (
    CHECKS,
    EVERYBODYS_MISSES,
    MISSES,
    check_allowed,
    count_miss,
    hashed,
    network,
)
from certify_app.domain.verification.models import Outcome, VerificationEvent
from tests.clock import HeldClock

MINUTE = timedelta(minutes=1)


def refused(ledger: Ledger, who: str) -> bool:
    try:
        check_allowed(ledger, who)
    except TooManyTries:
        return True
    return False


def test_one_address_may_check_so_often_and_no_more_until_the_window_ends(
    clock: HeldClock,
) -> None:
    ledger = Ledger()
    assert [refused(ledger, "a") for _ in range(CHECKS.times + 1)].count(True) == 1
    assert not refused(ledger, "b")
    clock.move(seconds=60)
    assert not refused(ledger, "a")


def test_who_misses_often_must_wait_longer(clock: HeldClock) -> None:
    ledger = Ledger()
    for _ in range(MISSES.times):
        count_miss(ledger, "a")
    clock.move(minutes=9)
    assert refused(ledger, "a")
    clock.move(minutes=1)
    assert not refused(ledger, "a")


def test_while_everybody_guesses_only_those_who_missed_are_refused() -> None:
    ledger = Ledger()
    for number in range(EVERYBODYS_MISSES.times):
        count_miss(ledger, str(number % 500))
    assert refused(ledger, "7")
    assert not refused(ledger, "an honest one")


def test_processes_learn_each_other_s_counts(db: Database) -> None:
    async def two() -> int:
        one, other = Ledger(), Ledger()
        for ledger in (one, other):
            for _ in range(4):
                ledger.count("k", MINUTE)
            await ledger.save()
        one.count("k", MINUTE)
        await one.save()
        return one.counted("k")

    assert asyncio.run(two()) == 9
    with db.read() as session:
        assert session.exec(select(RateCount.count)).one() == 9


def test_what_comes_while_writing_is_not_lost(db: Database) -> None:
    async def busy() -> None:
        ledger = Ledger()
        for _ in range(20):
            saving = asyncio.create_task(ledger.save())
            await asyncio.sleep(0)
            ledger.count("k", MINUTE)
            ledger.note(None, Outcome.NOT_FOUND, "h")
            await saving
        await ledger.save()

    asyncio.run(busy())
    with db.read() as session:
        assert session.exec(select(RateCount.count)).one() == 20
        assert len(session.exec(select(VerificationEvent)).all()) == 20


def test_what_could_not_be_written_is_written_later(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def once_broken() -> None:
        ledger = Ledger()
        ledger.note(None, Outcome.NOT_FOUND, "h")
        ledger.count("k", MINUTE)
        with monkeypatch.context() as broken:
            broken.setattr(module, "write", fail)
            with pytest.raises(OperationalError):
                await ledger.save()
        await ledger.save()

    asyncio.run(once_broken())
    with db.read() as session:
        assert len(session.exec(select(VerificationEvent)).all()) == 1
        assert session.exec(select(RateCount.count)).one() == 1


async def fail(*_: object) -> None:
    raise OperationalError("", {}, Exception("disk I/O error"))


def test_all_is_written_when_the_server_stops(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger()
    monkeypatch.setattr(module, "ledger", ledger)

    async def serve() -> None:
        async with writing_down():
            ledger.note(None, Outcome.NOT_FOUND, "h")

    asyncio.run(serve())
    with db.read() as session:
        assert session.exec(select(VerificationEvent.outcome)).all() == [Outcome.NOT_FOUND]


def test_a_caller_is_an_address_or_the_network_of_a_home() -> None:
    assert network("203.0.113.9") == network("::ffff:203.0.113.9") == "203.0.113.9"
    assert network("2001:db8:1:2::1") == network("2001:db8:1:2:ffff::9")
    assert network("2001:db8:1:2::1") != network("2001:db8:1:3::1")
    assert network("junk") == "unknown"


def test_the_hash_of_an_address_is_another_every_day_and_with_every_secret(
    clock: HeldClock,
) -> None:
    today = hashed("203.0.113.9", "s")
    assert hashed("203.0.113.9", "s") == today != hashed("203.0.113.9", "t")
    clock.move(days=1)
    assert hashed("203.0.113.9", "s") != today
    assert "203" not in today or len(today) == 32
