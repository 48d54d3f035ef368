"""Figures for Prometheus: of this process, and of the deployment as the database has it.

Several processes are asked each by itself; what is of the deployment is the same from all.
Without a token only this machine may ask, and not through a proxy on it.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import time
from importlib.metadata import version

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from certify_app.config import settings
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import address_of, guarded
from certify_app.http.deployment_metrics import Deployment
from certify_app.http.route_class import route_class

registry = CollectorRegistry()
ProcessCollector(registry=registry)
PlatformCollector(registry=registry)
build = Gauge("certify_build_info", "What runs here", ["version", "reflex"], registry=registry)
build.labels(version("certify"), version("reflex")).set(1)
answered = Counter(
    "certify_responses", "Answers by kind of route", ["route", "status"], registry=registry
)
seconds = Histogram(
    "certify_response_seconds",
    "How long they took",
    ["route"],
    buckets=(0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=registry,
)
sockets = Gauge("certify_open_sockets", "Browsers connected", registry=registry)
deployment: Collector = Deployment()
registry.register(deployment)
PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


async def metrics(request: Request) -> Response:
    if not may_read(request):
        return PlainTextResponse("Set CERTIFY_METRICS_TOKEN and send it.\n", 403)
    text = await asyncio.to_thread(generate_latest, registry)
    return Response(text, media_type=CONTENT_TYPE_LATEST)


def may_read(request: Request) -> bool:
    token = settings().metrics_token
    if token:
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    return is_this_machine(address_of(request)) and not any(
        name in request.headers for name in PASSED_ON
    )


def is_this_machine(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


class CountAnswers:
    """Counts responses by kind of route and status, times them, and counts open sockets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            with sockets.track_inprogress():
                await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        route, started = route_class(scope["path"]), time.perf_counter()

        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered.labels(route, str(message["status"])).inc()
                seconds.labels(route).observe(time.perf_counter() - started)
            await send(message)

        await self.app(scope, receive, counting)


ROUTES = [guarded("/metrics", metrics, Audience.ANYONE)]
