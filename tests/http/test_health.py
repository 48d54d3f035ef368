from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.db.engine import Database, using
from certify_app.http.health import ROUTES, CountAnswers, answered, route_class


@pytest.fixture
def client() -> TestClient:
    answered.clear()
    return TestClient(CountAnswers(Starlette(routes=list(ROUTES))))


def test_a_running_process_is_alive(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_with_a_migrated_database_it_is_ready(client: TestClient, db: Database) -> None:
    assert client.get("/readyz").json() == {"status": "ready"}


def test_without_migrations_it_is_not_ready(client: TestClient, tmp_path: Path) -> None:
    with using(Database(f"sqlite:///{tmp_path / 'empty.db'}")):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["reason"] == "the database lacks migrations"


def test_without_a_database_it_is_not_ready_and_names_no_address(client: TestClient) -> None:
    with using(Database("postgresql+psycopg://secret:word@127.0.0.1:1/none")):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_answers_are_counted_without_anything_personal(client: TestClient) -> None:
    client.get("/verify/10643835-01-3DCE")
    text = client.get("/metrics").text
    assert 'certify_responses_total{class="verify",status="404"} 1' in text
    assert "10643835" not in text


def test_a_word_from_an_address_never_becomes_a_metric() -> None:
    assert route_class("/jane@example.org/x") == "page"
