"""What goes wrong, switched on by a test. Calls are named as in `contract.REQUESTS`."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Faults:
    """Each number counts down as it happens."""

    lost_answers: Counter[str] = field(default_factory=Counter)
    """The call took effect, and its answer never came."""
    failures: Counter[str] = field(default_factory=Counter)
    """A 500 before anything happened."""
    slow: dict[str, float] = field(default_factory=dict)
    """Seconds that a call takes; `hurry` ends the wait."""
    is_down: bool = False
    refunds_are: str = "succeeded"
    webhooks: str = "sent"
    """"sent", "lost", or "held" until `Webhooks.release`."""
    times: int = 1
    hurry: threading.Event = field(default_factory=threading.Event)

    def happens(self, kind: Counter[str], call: str) -> bool:
        if kind[call] <= 0:
            return False
        kind[call] -= 1
        return True

    def wait(self, call: str) -> None:
        if seconds := self.slow.get(call):
            self.hurry.wait(seconds)
