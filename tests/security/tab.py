"""A tab as an attacker has it: a raw socket, any event, every frame kept."""

from __future__ import annotations

import asyncio
import json
from types import TracebackType
from typing import Any
from uuid import uuid4

import socketio

NAMESPACE = "/_event"
ROOT = "reflex___state____state"
PRIVATE = f"{ROOT}.tests___security___probes____private"
OPEN = f"{ROOT}.tests___security___probes____open"
UNDECLARED = f"{ROOT}.tests___security___probes____undeclared"


class Tab:
    """`cookie` is a Cookie header; `frames` what the server sent, as JSON."""

    def __init__(self, address: str, cookie: str = "", token: str = "", **headers: str) -> None:
        self.address = address
        self.token = token or str(uuid4())
        self.headers = ({"Cookie": cookie} if cookie else {}) | headers
        self.frames: list[str] = []
        self.new_token = ""
        self.visitor = ""
        self._io = socketio.AsyncClient(reconnection=False)
        self._io.on("event", self._receive, namespace=NAMESPACE)
        self._io.on("new_token", self._renamed, namespace=NAMESPACE)
        self._came = asyncio.Event()
        self._fences = 0

    async def __aenter__(self) -> Tab:
        await self._io.connect(
            f"{self.address}/?token={self.token}",
            headers=self.headers,
            transports=["websocket"],
            namespaces=[NAMESPACE],
            socketio_path="_event",
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        await self._io.disconnect()

    async def send(self, name: str, payload: dict[str, Any] | None = None, path: str = "/") -> None:
        """One event, in the envelope of Reflex's own front end."""
        event = {
            "name": name,
            "payload": payload or {},
            "router_data": {"pathname": path, "asPath": path, "query": {}},
        }
        await self._io.emit("event", event, namespace=NAMESPACE)

    async def fence(self, seconds: float = 20) -> None:
        """Until everything sent before has been answered: events of a tab go in order."""
        self._fences += 1
        mark = f"fence-{self._fences}-{self.token[:8]}"
        await self.send(f"{OPEN}.answer", {"value": mark})
        await self.until(mark, seconds)

    async def until(self, text: str, seconds: float = 20) -> None:
        async with asyncio.timeout(seconds):
            while not any(text in frame for frame in self.frames):
                self._came.clear()
                await self._came.wait()

    async def hydrate(self, path: str = "/") -> None:
        await self.send(f"{ROOT}.hydrate_and_load", {}, path)
        await self.fence()

    @property
    def seen(self) -> str:
        return "\n".join(self.frames)

    def forget(self) -> None:
        self.frames.clear()

    def _receive(self, data: Any) -> None:
        self.frames.append(json.dumps(data, ensure_ascii=False))
        self._came.set()

    def _renamed(self, token: str) -> None:
        self.new_token = token
