from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from certify_app.http.security_headers import Policy, SecurityHeaders


async def own_policy(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("", headers={"Content-Security-Policy": "default-src 'none'"})


def client(*, secure: bool) -> TestClient:
    app = Starlette(routes=[Route("/own", own_policy)])
    return TestClient(SecurityHeaders(app, secure=secure))


def test_no_script_runs_that_was_not_built() -> None:
    policy = str(Policy(["sha256-abc"]))
    script = next(p for p in policy.split("; ") if p.startswith("script-src "))
    assert script == "script-src 'self' 'wasm-unsafe-eval' 'sha256-abc'"
    assert "unsafe-eval" not in policy.replace("'wasm-unsafe-eval'", "")


@pytest.mark.parametrize(
    "part", ["object-src 'none'", "frame-ancestors 'self'", "base-uri 'self'", "form-action 'self'"]
)
def test_what_pages_never_need_is_closed(part: str) -> None:
    assert part in str(Policy()).split("; ")


def test_every_answer_has_a_policy_even_an_error() -> None:
    headers = client(secure=False).get("/nothing").headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_a_route_may_be_stricter() -> None:
    headers = client(secure=False).get("/own").headers
    assert headers["content-security-policy"] == "default-src 'none'"


@pytest.mark.parametrize("secure", [True, False])
def test_https_is_remembered_only_where_there_is_https(secure: bool) -> None:
    headers = client(secure=secure).get("/own").headers
    assert ("strict-transport-security" in headers) is secure


@pytest.mark.parametrize("path", ["/assets/root-abc.js", "/fonts/atkinson-latin-1.woff2"])
def test_a_file_of_a_page_carries_only_what_is_of_use_to_it(path: str) -> None:
    headers = client(secure=True).get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "content-security-policy" not in headers


@pytest.mark.parametrize(
    "path",
    ["/assets-of-mine.js", "/verify/x.js", "/assets/pdf.worker.min-abc.mjs", "/assets/a.svg"],
)
def test_neither_a_page_nor_a_worker_passes_for_such_a_file(path: str) -> None:
    assert "content-security-policy" in client(secure=False).get(path).headers
