"""How long a job rests before it is tried again."""

from __future__ import annotations

import random
from datetime import timedelta

LONGEST = timedelta(hours=1)
SPREAD = 0.25


def pause_after(attempts: int) -> timedelta:
    """2, 4, 8 … seconds up to an hour, each a quarter more or less.

    The spread keeps a thousand jobs that failed together from coming back together.
    """
    seconds = min(2.0 ** min(attempts, 20), LONGEST.total_seconds())
    return timedelta(seconds=seconds * random.uniform(1 - SPREAD, 1 + SPREAD))
