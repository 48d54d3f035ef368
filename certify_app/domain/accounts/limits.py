"""How often somebody may try to get in, by network and by what is tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from certify_app.config import settings
from certify_app.db.engine import write
from certify_app.domain.rate_limits import hit
from certify_app.domain.tokens import token_hash
from certify_app.domain.verification.limits import hashed


@dataclass(frozen=True)
class Limit:
    """A classroom shares one network address, so these are far above what one needs."""

    name: str
    times: int
    window: timedelta


LOGIN = Limit("login", 100, timedelta(minutes=10))
SECOND_STEP = Limit("second-step", 100, timedelta(minutes=10))
REGISTRATION = Limit("registration", 60, timedelta(hours=1))
REGISTRATION_OF_NUMBER = Limit("registration-number", 10, timedelta(hours=1))
RESET = Limit("reset", 40, timedelta(hours=1))
RESET_OF_EMAIL = Limit("reset-email", 5, timedelta(hours=1))
MAIL_LINK = Limit("mail-link", 60, timedelta(hours=1))
RESEND = Limit("resend", 20, timedelta(hours=1))
RESEND_TO_ONE = Limit("resend-one", 5, timedelta(hours=1))


async def count_network(limit: Limit, address: str) -> None:
    """Count one try from a network address, whatever comes of it.

    Raises:
        TooManyTries: it is not to be done.
    """
    await _count(limit, hashed(address, settings().secret))


async def count_subject(limit: Limit, subject: str) -> None:
    """Count one try of an email, a number or a link.

    Raises:
        TooManyTries: it is not to be done.
    """
    await _count(limit, token_hash(f"{limit.name} {subject}")[:32])


async def _count(limit: Limit, who: str) -> None:
    await write(hit, f"{limit.name}:{who}", limit.times, limit.window)
