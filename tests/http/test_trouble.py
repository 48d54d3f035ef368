from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from certify_app.http.offline import ROUTES as OFFLINE
from certify_app.http.trouble import Trouble
from certify_app.maintenance import close, closed_file, reopen

PAGE = {"accept": "text/html"}


async def works(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("works")


async def breaks(_request: Request) -> PlainTextResponse:
    raise RuntimeError("secret detail")


@pytest.fixture
def client() -> TestClient:
    paths = ["/works", "/healthz"]
    routes = [Route(path, works) for path in paths]
    routes += [Route(path, breaks) for path in ("/breaks", "/cy/breaks")]
    app = Trouble(Starlette(routes=routes), closed_file())
    return TestClient(app, raise_server_exceptions=False)


def test_a_person_gets_a_page_for_what_broke(client: TestClient) -> None:
    answer = client.get("/breaks", headers=PAGE)
    assert answer.status_code == 500
    assert "<h1>Something went wrong</h1>" in answer.text
    assert "secret detail" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_the_language_of_the_address_comes_first(client: TestClient) -> None:
    assert '<html lang="cy">' in client.get("/cy/breaks", headers=PAGE).text
    assert '<html lang="en">' in client.get("/breaks", headers=PAGE).text


def test_a_machine_gets_a_bare_answer(client: TestClient) -> None:
    answer = client.get("/breaks", headers={"accept": "application/json"})
    assert answer.status_code == 500
    assert "<html" not in answer.text


def test_what_works_is_left_alone(client: TestClient) -> None:
    assert client.get("/works", headers=PAGE).text == "works"


def test_a_closed_portal_says_when_to_come_back(client: TestClient) -> None:
    close()
    answer = client.get("/works", headers=PAGE)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "300"
    assert "<h1>Back soon</h1>" in answer.text
    assert client.get("/healthz").text == "works"
    reopen()
    assert client.get("/works", headers=PAGE).text == "works"


def test_closing_and_reopening_twice_is_no_error(tmp_path: Path) -> None:
    close()
    close()
    reopen()
    reopen()
    assert not closed_file().exists()


def test_the_page_for_a_device_without_a_connection_needs_nothing_else() -> None:
    page = TestClient(Starlette(routes=list(OFFLINE))).get("/offline").text
    assert "You are offline" in page
    assert "src=" not in page
    assert "<link" not in page
