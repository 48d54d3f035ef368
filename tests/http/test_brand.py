from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.http.brand import ROUTES

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def client(db: Database) -> TestClient:
    return TestClient(Starlette(routes=list(ROUTES)))


def set_up(db: Database, **values: Any) -> None:
    with db.write() as session:
        session.merge(AwardingBody(id=1, **values))


def test_the_colours_are_the_awarding_bodys(client: TestClient, db: Database) -> None:
    set_up(db, brand="#c8102e")
    answer = client.get("/brand.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert "--brand:#c8102e;" in answer.text
    assert ".dark{" in answer.text


def test_what_has_not_changed_is_not_sent_again(client: TestClient, db: Database) -> None:
    etag = client.get("/brand.css").headers["etag"]
    assert client.get("/brand.css", headers={"if-none-match": etag}).status_code == 304
    set_up(db, brand="#c8102e")
    assert client.get("/brand.css", headers={"if-none-match": etag}).status_code == 200


def test_a_name_cannot_leave_its_quotes(client: TestClient, db: Database) -> None:
    set_up(db, name='"} body{display:none} </style><script>')
    css = client.get("/brand.css").text
    assert '"\\"} body{display:none} ' in css
    assert "<" not in css


def test_without_a_logo_the_first_letter_stands(client: TestClient, db: Database) -> None:
    set_up(db, name="Ŵyn & Co")
    answer = client.get("/brand/logo")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert ">Ŵ</text>" in answer.text


def test_a_name_that_begins_with_markup_stays_a_letter(client: TestClient, db: Database) -> None:
    set_up(db, name="<b>")
    assert ">&lt;</text>" in client.get("/brand/logo").text


def test_a_logo_is_sent_as_the_picture_it_is(client: TestClient, db: Database) -> None:
    set_up(db, logo=PNG)
    answer = client.get("/brand/logo")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content == PNG
    assert "--logo-tile:#fff;" in client.get("/brand.css").text


def test_what_is_no_picture_is_not_sent(client: TestClient, db: Database) -> None:
    set_up(db, logo=b"<svg onload=alert(1)>")
    assert b"onload" not in client.get("/brand/logo").content


def test_only_a_demo_shows_the_banner(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--demo-banner" not in client.get("/brand.css").text
    monkeypatch.setenv("CERTIFY_DEMO", "true")
    settings.cache_clear()
    assert "--demo-banner:block" in client.get("/brand.css").text
