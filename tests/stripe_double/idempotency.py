"""The same key is the same call: answered again from memory, and refused for another one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from tests.stripe_double.errors import Refused

Answer = dict[str, Any]


class Keys:
    def __init__(self) -> None:
        self._known: dict[str, tuple[object, Answer | None]] = {}
        self._lock = threading.Lock()

    def once(self, key: str, call: object, do: Callable[[], Answer]) -> Answer:
        if not key:
            return do()
        if (kept := self._begun(key, call)) is not None:
            return kept
        try:
            answer = do()
        except BaseException:
            with self._lock:
                del self._known[key]
            raise
        with self._lock:
            self._known[key] = (call, answer)
        return answer

    def _begun(self, key: str, call: object) -> Answer | None:
        """What is kept; None when this call is the first, which is noted."""
        with self._lock:
            known = self._known.get(key)
            if known is None:
                self._known[key] = (call, None)
                return None
        first, answer = known
        if first != call:
            raise Refused(
                "Keys for idempotent requests can only be used with the same parameters they "
                "were first used with.",
                400,
                "idempotency_error",
            )
        if answer is None:
            raise Refused(
                "There is currently another in-progress request using this key.",
                409,
                "idempotency_error",
                "idempotency_key_in_use",
            )
        return answer
