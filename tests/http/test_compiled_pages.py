from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from certify_app.http.compiled_pages import CompiledPages

PAGE = "<html><script>run()</script></html>"


def write(folder: Path, name: str, text: str, *, packed: bool = False) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    if packed:
        file.with_name(file.name + ".gz").write_bytes(gzip.compress(text.encode()))


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    folder = tmp_path / "client"
    write(folder, "orders/index.html", PAGE, packed=True)
    write(folder, "__spa-fallback.html", "fallback")
    write(folder, "assets/root-abc.js", "let a")
    (tmp_path / "pages.json").write_text(
        json.dumps({"/orders": ["sha256-orders"], "__spa-fallback.html": ["sha256-fallback"]})
    )

    async def event(_request: object) -> PlainTextResponse:
        return PlainTextResponse("reflex")

    app = CompiledPages(
        Starlette(routes=[Route("/_event", event, methods=["GET", "POST"])]),
        folder,
        is_page=lambda address: address.startswith("/documents/"),
        passes=lambda path: path.startswith("/_event"),
    )
    return TestClient(app, follow_redirects=False, headers={"accept-encoding": "identity"})


@pytest.mark.parametrize("address", ["/orders", "/orders/"])
def test_a_page_is_found_with_and_without_a_slash(client: TestClient, address: str) -> None:
    assert client.get(address).text == PAGE


def test_a_page_is_asked_for_again_each_time(client: TestClient) -> None:
    assert client.get("/orders").headers["cache-control"] == "no-cache"


def test_a_hashed_file_is_kept_for_ever(client: TestClient) -> None:
    assert "immutable" in client.get("/assets/root-abc.js").headers["cache-control"]


def test_an_unchanged_page_is_not_sent_again(client: TestClient) -> None:
    etag = client.get("/orders").headers["etag"]
    answer = client.get("/orders", headers={"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_the_packed_copy_goes_to_those_who_take_it(client: TestClient) -> None:
    answer = client.get("/orders", headers={"accept-encoding": "br;q=0, gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == PAGE


def test_each_page_allows_its_own_scripts_alone(client: TestClient) -> None:
    policy = client.get("/orders").headers["content-security-policy"]
    assert "'sha256-orders'" in policy
    assert "'sha256-fallback'" not in policy


def test_a_page_with_a_reference_in_its_address_is_found(client: TestClient) -> None:
    assert client.get("/documents/10643835-01-3DCE").status_code == 200


def test_an_unknown_address_is_404_with_a_page(client: TestClient) -> None:
    answer = client.get("/nothing")
    assert (answer.status_code, answer.text) == (404, "fallback")


@pytest.mark.parametrize(
    "address", ["/../pages.json", "/%2e%2e/pages.json", "/assets/../../pages.json", "/orders%00"]
)
def test_nothing_outside_the_build_can_be_read(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "sha256" not in answer.text


def test_reflex_gets_what_is_its_own_and_nothing_else(client: TestClient) -> None:
    assert client.get("/_event").text == "reflex"
    assert client.post("/_upload").status_code == 405
    assert client.post("/orders").status_code == 405
