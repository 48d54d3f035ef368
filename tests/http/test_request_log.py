"""A line a request: an id that leads to the others, and nothing personal."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from certify_app.config import settings
from certify_app.http.request_log import RequestLog
from certify_app.logs import JsonLines, TextLines

SECRETS = ("jane@example.org", "10643835", "TA-100001", "203.0.113.7", "testclient")


async def work(request: Request) -> PlainTextResponse:
    logging.getLogger("certify.test").warning("wrote to jane@example.org\nINJECTED line")
    if request.query_params.get("fail"):
        raise ValueError("jane@example.org is TA-100001")
    return PlainTextResponse("done")


class Lines(io.StringIO):
    def all(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.getvalue().splitlines()]


@pytest.fixture
def lines(clean_environment: pytest.MonkeyPatch) -> Iterator[Lines]:
    clean_environment.setenv("CERTIFY_LOG_FORMAT", "json")
    settings.cache_clear()
    kept = Lines()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("certify")
    before = log.level, log.handlers[:], log.propagate
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.INFO)
    yield kept
    log.level, log.handlers, log.propagate = before
    log.setLevel(before[0])


def client(proxies: int = 0) -> TestClient:
    app = Starlette(routes=[Route("/verify", work), Route("/assets/x.js", work)])
    return TestClient(RequestLog(app, proxies), raise_server_exceptions=False)


def test_every_line_of_a_request_has_its_id(lines: Lines) -> None:
    answer = client().get("/verify?reference=10643835-01-3DCE7K")
    inner, outer = lines.all()
    assert inner["request"] == outer["request"] == answer.headers["x-request-id"]
    assert {k: outer[k] for k in ("method", "route", "status", "message")} == {
        "method": "GET",
        "route": "verify",
        "status": 200,
        "message": "request",
    }
    assert outer["ms"] >= 0


def test_no_line_holds_an_address_a_reference_or_a_second_line(lines: Lines) -> None:
    client().get("/verify?reference=10643835&fail=1", headers={"X-Forwarded-For": "203.0.113.7"})
    text = lines.getvalue()
    assert not [secret for secret in SECRETS if secret in text]
    assert "wrote to (address) INJECTED line" in text
    assert lines.all()[-1]["status"] == 500


def test_an_id_from_outside_counts_only_behind_a_proxy_of_ours(lines: Lines) -> None:
    given = {"X-Request-Id": "a-trace-of-the-proxy"}
    assert client().get("/verify", headers=given).headers["x-request-id"] != given["X-Request-Id"]
    behind = client(proxies=1)
    assert behind.get("/verify", headers=given).headers["x-request-id"] == given["X-Request-Id"]
    odd = behind.get("/verify", headers={"X-Request-Id": "x" * 100})
    assert odd.headers["x-request-id"] != "x" * 100


def test_an_error_is_told_by_kind_and_place_alone() -> None:
    try:
        raise ValueError("jane@example.org")
    except ValueError as error:
        caught = (type(error), error, error.__traceback__)
        record = logging.LogRecord("certify", 40, __file__, 1, "failed", (), caught)
    for formatter in (JsonLines(), TextLines()):
        said = formatter.format(record)
        assert "ValueError" in said
        assert "test_request_log.py" in said
        assert "jane" not in said
