from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.config import settings
from certify_app.db.engine import Database, using
from certify_app.http import health, metrics
from certify_app.http.metrics import CountAnswers, is_this_machine
from certify_app.http.route_class import route_class
from certify_app.jobs import in_process
from certify_app.jobs.worker import Worker
from tests.people import People

app = CountAnswers(Starlette(routes=[*health.ROUTES, *metrics.ROUTES]))


@pytest.fixture
def client() -> TestClient:
    return TestClient(app, client=("127.0.0.1", 50000))


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


def test_with_a_worker_that_died_it_is_not_ready(
    client: TestClient, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_process, "_working", [Worker(db, threads=1)])
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["reason"]) == (503, "the worker has stopped")


def test_answers_are_counted_without_anything_personal(
    client: TestClient, db: Database, people: People
) -> None:
    client.get("/verify/10643835-01-3DCE")
    client.get("/api/v1/learners/jane@example.org")
    text = client.get("/metrics").text
    assert 'certify_responses_total{route="verify",status="404"}' in text
    assert 'certify_responses_total{route="api/learners",status="404"}' in text
    for secret in ("10643835", "jane", "Jane", people.jane.number):
        assert secret not in text


def test_the_deployment_is_measured_too(client: TestClient, db: Database) -> None:
    text = client.get("/metrics").text
    assert 'certify_jobs{status="waiting"} 0.0' in text
    assert 'certify_mails{status="failed"} 0.0' in text
    assert "certify_disk_free_bytes" in text
    assert "certify_database_up 1.0" in text


def test_metrics_are_given_while_the_database_is_gone(client: TestClient) -> None:
    with using(Database("postgresql+psycopg://secret:word@127.0.0.1:1/none")):
        text = client.get("/metrics").text
    assert "certify_database_up 0.0" in text
    assert "secret" not in text


class TestWhoReadsMetrics:
    def test_nobody_elsewhere_without_a_token(self, db: Database) -> None:
        assert TestClient(app, client=("203.0.113.7", 1)).get("/metrics").status_code == 403

    @pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
    def test_nobody_through_a_proxy_on_this_machine(
        self, client: TestClient, db: Database, header: str
    ) -> None:
        assert client.get("/metrics", headers={header: "203.0.113.7"}).status_code == 403

    @pytest.fixture
    def token(self, clean_environment: pytest.MonkeyPatch) -> str:
        clean_environment.setenv("CERTIFY_METRICS_TOKEN", "a quiet word")
        settings.cache_clear()
        return "a quiet word"

    @pytest.mark.parametrize(
        ("sent", "status"),
        [("Bearer a quiet word", 200), ("Bearer another", 403), ("", 403), ("a quiet word", 403)],
    )
    def test_who_holds_the_token(
        self, client: TestClient, db: Database, token: str, sent: str, status: int
    ) -> None:
        answer = client.get("/metrics", headers={"Authorization": sent})
        assert answer.status_code == status


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "127.8.8.8"])
def test_this_machine_has_several_names(address: str) -> None:
    assert is_this_machine(address)
    assert not is_this_machine(f"1{address}")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/jane@example.org/x", "page"),
        ("/verify", "verify"),
        ("/api/v1/learners/TA-100001", "api/learners"),
        ("/api/v1/TA-100001", "api"),
        ("/", "page"),
    ],
)
def test_a_word_from_an_address_never_becomes_a_metric(path: str, kind: str) -> None:
    assert route_class(path) == kind
