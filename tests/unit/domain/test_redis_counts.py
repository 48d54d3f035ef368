"""The same limits, counted in a Redis."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotThere

from certify_app.adapters.redis_counts import RedisCounts
from certify_app.db.engine import Database, write_now
from certify_app.domain import rate_limits
from certify_app.domain.rate_limits import TooManyTries, count_in, hit
from tests.waiting import wait_until

HOUR = timedelta(hours=1)


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A Redis of the test's own: a unix socket, no port."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("Redis is not installed: apt install redis-server")
    socket = tmp_path / "redis.sock"
    options = ["--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(tmp_path)]
    server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    url = f"unix://{socket}"
    wait_until(lambda: _answers(url), "Redis answers")
    yield url
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture
def counting(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "_elsewhere", [])
    count_in(RedisCounts(url))


def _answers(url: str) -> bool:
    try:
        return bool(Redis.from_url(url).ping())
    except NotThere:
        return False


@pytest.mark.usefixtures("counting")
def test_parallel_hits_are_all_counted(db: Database) -> None:
    def allowed(_: int) -> bool:
        try:
            write_now(hit, "login:x", 5, HOUR)
        except TooManyTries:
            return False
        return True

    with ThreadPoolExecutor(12) as pool:
        assert list(pool.map(allowed, range(12))).count(True) == 5


@pytest.mark.usefixtures("counting")
def test_a_refusal_says_how_long_to_wait(db: Database) -> None:
    write_now(hit, "login:x", 1, HOUR)
    with pytest.raises(TooManyTries) as refused:
        write_now(hit, "login:x", 1, HOUR)
    assert refused.value.minutes == 60
    write_now(hit, "login:y", 1, HOUR)


def test_a_window_ends_in_redis_by_itself(url: str) -> None:
    counts = RedisCounts(url)
    assert counts.add("k", 3, timedelta(milliseconds=30)).count == 3
    redis = Redis.from_url(url)
    wait_until(lambda: not redis.exists("certify:rate:k"), "the window to end")
    assert counts.add("k", 1, HOUR).count == 1
