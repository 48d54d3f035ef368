"""Notices, signed as Stripe signs them and sent again until they are taken."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import httpx
import stripe

from tests.stripe_double.faults import Faults

TRIES = 6
PAUSE = 0.1


class Webhooks:
    """Sent by threads of their own; `settled` waits until none is under way."""

    def __init__(self, faults: Faults) -> None:
        self.url = ""
        self.secret = "whsec_double"
        self.held: list[dict[str, Any]] = []
        self.answers: list[int] = []
        self._faults = faults
        self._under_way = 0
        self._changed = threading.Condition()

    def announce(self, event: dict[str, Any]) -> None:
        if self._faults.webhooks == "held":
            self.held.append(event)
        elif self._faults.webhooks == "sent" and self.url:
            for _time in range(self._faults.times):
                self._start(event)

    def release(self, backwards: bool = False) -> None:
        """Send what was held, one after another."""
        held, self.held = self.held, []
        for event in reversed(held) if backwards else held:
            self.send(event)

    def send(
        self, event: dict[str, Any], secret: str = "", age: int = 0, signed: bool = True
    ) -> int:
        """One try, at once; its status."""
        body = json.dumps(event)
        headers = {"Content-Type": "application/json"}
        if signed:
            headers["Stripe-Signature"] = stripe.WebhookSignature.generate_signature_header(
                body, secret or self.secret, timestamp=int(time.time()) - age
            )
        status = httpx.post(self.url, content=body, headers=headers, timeout=20).status_code
        self.answers.append(status)
        return status

    def settled(self, seconds: float = 10) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: not self._under_way, seconds)

    def _start(self, event: dict[str, Any]) -> None:
        with self._changed:
            self._under_way += 1
        threading.Thread(target=self._until_taken, args=(event,), daemon=True).start()

    def _until_taken(self, event: dict[str, Any]) -> None:
        try:
            for attempt in range(TRIES):
                if self._taken(event):
                    return
                threading.Event().wait(PAUSE * 2**attempt)
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    def _taken(self, event: dict[str, Any]) -> bool:
        try:
            return self.send(event) < 300
        except httpx.HTTPError:
            return False
