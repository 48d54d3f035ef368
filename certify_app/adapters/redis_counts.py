"""Counts what is limited in a Redis, for several processes behind one address."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from redis import Redis

from certify_app.config import settings
from certify_app.domain.clock import now
from certify_app.domain.rate_limits import Count, count_in

PREFIX = "certify:rate:"
ADD = """
local count = redis.call("INCRBY", KEYS[1], ARGV[1])
if redis.call("PTTL", KEYS[1]) < 0 then redis.call("PEXPIRE", KEYS[1], ARGV[2]) end
return {count, redis.call("PTTL", KEYS[1])}
"""
"""One step for Redis, so that parallel counts are all seen."""


class RedisCounts:
    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5)
        self._add = self._redis.register_script(ADD)

    def add(self, key: str, times: int, window: timedelta) -> Count:
        milliseconds = int(window / timedelta(milliseconds=1))
        said = self._add(keys=[PREFIX + key], args=[times, milliseconds])
        count, left = cast(tuple[int, int], said)
        return Count(count, now() + timedelta(milliseconds=left))


def count_in_redis_if_set() -> None:
    """Where CERTIFY_REDIS_URL is set; otherwise the database goes on counting."""
    if settings().redis_url:
        count_in(RedisCounts(settings().redis_url))
