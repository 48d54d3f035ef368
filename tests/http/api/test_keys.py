"""Who gets in: keys, scopes, limits; and that a key is known by its hash alone."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session, select
from starlette.testclient import TestClient

from certify_app.db.engine import Database
from certify_app.domain.api_keys import errors
from certify_app.domain.api_keys.create_key import create_key
from certify_app.domain.api_keys.models import ApiKey
from certify_app.domain.api_keys.queries import list_keys
from certify_app.domain.api_keys.revoke_key import revoke_key
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.audit.models import AuditEntry
from certify_app.gate import keys
from certify_app.http.api import awards
from tests.clock import HeldClock
from tests.http.api.conftest import client, key_for
from tests.people import People


def test_without_a_key_the_door_is_closed(db: Database, people: People) -> None:
    answer = client("").get("/learners")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 401


@pytest.mark.parametrize("key", ["certify_x", "certify_" + "a" * 43, "é", " ", "x" * 5000])
def test_a_wrong_key_opens_nothing(db: Database, people: People, key: str) -> None:
    answer = TestClient(client("").app).get(
        "http://localhost:8000/api/v1/learners", headers={"Authorization": f"Bearer {key}".encode()}
    )
    assert answer.status_code == 401
    assert "Jane" not in answer.text


def test_a_cookie_opens_nothing(db: Database, people: People) -> None:
    http = client("")
    http.cookies.set("certify", "x")
    assert http.get("/learners").status_code == 401


def test_a_key_does_what_its_scopes_say_and_no_more(db: Database, people: People) -> None:
    http = client(key_for(db, Scope.READ_AWARDS))
    assert http.get("/awards").status_code == 200
    refused = http.get("/learners")
    assert refused.status_code == 403
    assert "learners:read" in refused.json()["detail"]
    bulk = http.post("/awards/bulk", json={"awards": []})
    assert bulk.status_code == 403


def test_a_key_ends_on_its_last_day_and_when_it_is_revoked(
    db: Database, people: People, clock: HeldClock
) -> None:
    with db.write() as session:
        one = create_key(session, "One", ["awards:read"], date(2027, 2, 10))
        two = create_key(session, "Two", ["awards:read"])
    first, second = client(one.text), client(two.text)
    assert first.get("/awards").status_code == second.get("/awards").status_code == 200
    clock.move(days=7)
    assert first.get("/awards").status_code == 200
    clock.move(days=1)
    assert first.get("/awards").status_code == 401
    with db.write() as session:
        revoke_key(session, two.row.id or 0, people.olwen.id)
    assert second.get("/awards").status_code == 401


def test_the_key_is_not_in_the_database_and_its_use_is_noted(db: Database, people: People) -> None:
    key = key_for(db, Scope.READ_AWARDS)
    client(key).get("/awards")
    with db.read() as session:
        row = session.exec(select(ApiKey)).one()
        acts = session.exec(select(AuditEntry.act)).all()
    assert key not in str(row.model_dump())
    assert key.startswith(row.hint)
    assert row.last_used_at
    assert "api_key_created" in acts


def test_too_many_requests_wait_and_are_told_how_long(
    db: Database, people: People, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "MOST", 2)
    http, other = client(key_for(db, Scope.READ_AWARDS)), client(key_for(db, Scope.READ_AWARDS))
    assert http.get("/awards").headers["ratelimit-remaining"] == "1"
    assert http.get("/awards").headers["ratelimit-remaining"] == "0"
    refused = http.get("/awards")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
    assert other.get("/awards").status_code == 200
    clock.move(minutes=1)
    assert http.get("/awards").status_code == 200


def test_a_failure_of_ours_is_told_as_a_problem_and_may_be_sent_again(
    api: TestClient, monkeypatch: pytest.MonkeyPatch, people: People
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Jane")

    body = {"reference": people.jane.awards[0].reference, "reason": "Plagiarism"}
    key = {"Idempotency-Key": "a-failure"}
    with monkeypatch.context() as patch:
        patch.setattr(awards, "_revoke", fail)
        answer = api.post("/awards/revoke", json=body, headers=key)
    assert (answer.status_code, answer.json()["status"]) == (500, 500)
    assert "Jane" not in answer.text
    assert api.post("/awards/revoke", json=body, headers=key).status_code == 200


def test_an_unknown_address_and_method_are_told_as_problems(api: TestClient) -> None:
    assert api.get("/nothing").json()["status"] == 404
    answer = api.delete("/awards")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


@pytest.mark.parametrize(
    ("name", "scopes", "expires", "error"),
    [
        ("", ["verify"], None, errors.KeyNameMissing),
        ("x" * 81, ["verify"], None, errors.KeyNameMissing),
        ("Records", [], None, errors.NoScope),
        ("Records", ["everything"], None, errors.UnknownScope),
        ("Records", ["verify"], date(2027, 2, 3), errors.ExpiresTooSoon),
        ("Records", ["verify"], date(2037, 2, 3), errors.ExpiresTooLate),
    ],
)
def test_what_is_wrong_with_a_new_key_is_said(
    session: Session,
    clock: HeldClock,
    name: str,
    scopes: list[str],
    expires: date | None,
    error: type[Exception],
) -> None:
    with pytest.raises(error):
        create_key(session, name, scopes, expires)
    assert list_keys(session) == []
