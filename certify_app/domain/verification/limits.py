"""How often references may be checked: guessing gets slow, honest checks go through."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from certify_app.domain.clock import now
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.verification.ledger import Ledger


@dataclass(frozen=True)
class Limit:
    times: int
    window: timedelta


CHECKS = Limit(60, timedelta(minutes=1))
MISSES = Limit(20, timedelta(minutes=10))
EVERYBODYS_CHECKS = Limit(30_000, timedelta(minutes=1))
EVERYBODYS_MISSES = Limit(1_000, timedelta(minutes=10))
MISSES_WHILE_UNDER_ATTACK = 2
_OF_THIS_PROCESS = secrets.token_bytes(32)


def hashed(address: str, secret: str = "") -> str:
    """Tells one network from another until midnight UTC; cannot be turned back."""
    return _hashed(address, secret, now().date())


@lru_cache(maxsize=4096)
def _hashed(address: str, secret: str, day: date) -> str:
    key = secret.encode() or _OF_THIS_PROCESS
    text = f"{day.isoformat()} {network(address)}"
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:32]


def network(address: str) -> str:
    """What one caller holds: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        mapped = ip.ipv4_mapped
        return str(mapped or ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def check_allowed(ledger: Ledger, who: str) -> None:
    """Count one check of `who`, a hashed address.

    When everybody together misses too often, somebody guesses from many addresses:
    then only those are refused who missed more than twice themselves.

    Raises:
        TooManyTries
    """
    _refuse_over(ledger, f"verify:{who}", CHECKS.times)
    _refuse_over(ledger, f"verify-miss:{who}", MISSES.times)
    _refuse_over(ledger, "verify", EVERYBODYS_CHECKS.times)
    if ledger.counted("verify-miss") >= EVERYBODYS_MISSES.times:
        _refuse_over(ledger, f"verify-miss:{who}", MISSES_WHILE_UNDER_ATTACK)
    ledger.count(f"verify:{who}", CHECKS.window)
    ledger.count("verify", EVERYBODYS_CHECKS.window)


def count_miss(ledger: Ledger, who: str) -> None:
    ledger.count(f"verify-miss:{who}", MISSES.window)
    ledger.count("verify-miss", EVERYBODYS_MISSES.window)


def _refuse_over(ledger: Ledger, key: str, times: int) -> None:
    if ledger.counted(key) >= times:
        raise TooManyTries(ledger.ends_at(key) - now())
