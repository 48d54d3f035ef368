"""/verify as a page without scripts, and /api/v1/verify for machines."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.db.engine import Database
from certify_app.domain.awarding_body.models import VerifyAsks
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.verification import ledger as ledgers
from certify_app.domain.verification.ledger import Ledger
from certify_app.domain.verification.limits import CHECKS, MISSES
from certify_app.domain.verification.models import Outcome, VerificationEvent
from certify_app.http import verify
from tests.clock import HeldClock
from tests.people import People

REFERENCE = "10643835-01-3DCE7K"
UNKNOWN = "99999999-01-ZZZZZZ"
MOST_BYTES = 15_000


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    fresh = Ledger()
    monkeypatch.setattr(verify, "ledger", fresh)
    monkeypatch.setattr(ledgers, "ledger", fresh)
    return fresh


@pytest.fixture
def http(db: Database, people: People, ledger: Ledger, clock: HeldClock) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(verify.ROUTES)), base_url="http://localhost:8000") as one:
        yield one


def change(db: Database, award: Award, **values: object) -> None:
    with db.write() as session:
        kept = session.get_one(Award, award.id)
        for name, value in values.items():
            setattr(kept, name, value)


def page(http: TestClient, path: str, status: int = 200) -> str:
    answer = http.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert len(answer.content) < MOST_BYTES
    return answer.text


def test_a_valid_award(http: TestClient) -> None:
    text = page(http, f"/verify?reference={REFERENCE}")
    for said in (
        "<h1>Genuine and current</h1>",
        "Checked on 3 Feb 2027 at 10:00",
        "Jane Doe",
        "Diploma in Adult Care",
        "Level 3",
        "Pass",
        "1 Jul 2026",
        REFERENCE,
        "Teifi Awards",
        "The qualification does not expire",
        "Not revoked, replaced or expired",
    ):
        assert said in text


def test_a_qualification_that_expires_later(http: TestClient, db: Database, people: People) -> None:
    change(db, people.jane.awards[0], expiry_date=date(2030, 2, 3))
    text = page(http, f"/verify?reference={REFERENCE}")
    assert "The qualification expires on 3 Feb 2030" in text
    assert "does not expire" not in text


def test_one_that_has_expired(http: TestClient, db: Database, people: People) -> None:
    change(db, people.jane.awards[0], expiry_date=date(2027, 2, 2))
    text = page(http, f"/verify?reference={REFERENCE}")
    assert "Genuine, but expired" in text
    assert "The qualification expired on 2 Feb 2027" in text
    assert "Genuine and current" not in text


def test_one_that_was_revoked(http: TestClient, db: Database, people: People) -> None:
    ended = {"status": AwardStatus.REVOKED, "status_changed_at": datetime(2027, 1, 9, tzinfo=UTC)}
    change(db, people.jane.awards[0], status_reason="plagiarism", **ended)
    text = page(http, f"/verify?reference={REFERENCE}")
    assert "Revoked on 9 Jan 2027" in text
    assert "Do not rely on this document" in text
    for secret in ("Jane", "Pass", "plagiarism", "Genuine"):
        assert secret not in text


def test_one_that_was_replaced_leads_on_and_names_nobody(
    http: TestClient, db: Database, people: People
) -> None:
    newer = people.dave.awards[0]
    ended = {
        "status": AwardStatus.SUPERSEDED,
        "status_changed_at": datetime(2027, 1, 9, tzinfo=UTC),
    }
    change(db, people.jane.awards[0], superseded_by_id=newer.id, **ended)
    text = page(http, f"/verify?reference={REFERENCE}")
    assert "Replaced on 9 Jan 2027" in text
    assert f'href="/verify?reference={newer.reference}"' in text
    assert "Jane" not in text
    assert "Dave" not in text


def test_one_we_do_not_know_is_not_called_false(http: TestClient) -> None:
    text = page(http, f"/verify?reference={UNKNOWN}", 404)
    assert "We found no record of this reference" in text
    assert "That alone does not make the document false" in text
    assert "01234 567890" in text
    for word in ("fake", "forged", "fraud"):
        assert word not in text.lower()


def test_without_a_reference_it_asks_for_one(http: TestClient) -> None:
    text = page(http, "/verify")
    assert '<form action="/verify" method="get"' in text
    assert 'name="reference"' in text
    assert page(http, "/verify?reference=+") == text


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "' OR 1=1 --", "%00", "x" * 5000, "%F0%9F%98%80"]
)
def test_what_is_no_reference_gets_a_sentence_and_is_shown_as_text(
    http: TestClient, typed: str
) -> None:
    text = page(http, f"/verify?reference={typed}", 400)
    assert "Enter the reference in letters, digits and hyphens" in text
    assert "<script" not in text
    assert 'aria-invalid="true"' in text


def test_no_script_runs_nothing_is_kept_and_nothing_is_indexed(http: TestClient) -> None:
    answer = http.get(f"/verify?reference={REFERENCE}")
    assert "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.text
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_in_welsh_at_its_own_address_or_by_asking(http: TestClient) -> None:
    text = page(http, f"/cy/verify?reference={REFERENCE}")
    assert '<html lang="cy">' in text
    assert "Genuine and current" not in text
    assert f'href="/verify?reference={REFERENCE}"' in text
    assert page(http, f"/verify?reference={REFERENCE}&lang=cy") == text
    assert f'href="/cy/verify?reference={REFERENCE}"' in page(
        http, f"/verify?reference={REFERENCE}"
    )


def test_too_many_checks_must_wait(http: TestClient, clock: HeldClock) -> None:
    for _ in range(CHECKS.times):
        assert http.get(f"/api/v1/verify?reference={REFERENCE}").status_code == 200
    text = page(http, f"/verify?reference={REFERENCE}", 429)
    assert "Please wait before you check again" in text
    assert http.get(f"/verify?reference={REFERENCE}").headers["retry-after"] == "60"
    clock.move(minutes=1)
    page(http, f"/verify?reference={REFERENCE}")


def test_guessing_is_stopped_sooner(http: TestClient) -> None:
    for _ in range(MISSES.times):
        assert http.get(f"/verify?reference={UNKNOWN}").status_code == 404
    assert http.get(f"/verify?reference={UNKNOWN}").status_code == 429


def test_every_check_is_written_down_without_a_person(
    http: TestClient, people: People, db: Database, ledger: Ledger
) -> None:
    http.get(f"/verify?reference={REFERENCE}")
    http.get(f"/verify?reference={UNKNOWN}")
    asyncio.run(ledger.save())
    with db.read() as session:
        known, unknown = session.exec(select(VerificationEvent).order_by("id")).all()
    assert (known.award_id, known.outcome) == (people.jane.awards[0].id, Outcome.VALID)
    assert (unknown.award_id, unknown.outcome) == (None, Outcome.NOT_FOUND)
    assert known.address_hash == unknown.address_hash
    assert "testclient" not in known.address_hash


def test_the_surname_goes_by_post_and_not_into_addresses(
    http: TestClient, db: Database, people: People
) -> None:
    change(db, people.dave.awards[0], reference="1002")
    with db.write() as session:
        people.body.verify_asks = VerifyAsks.SURNAME
        session.add(people.body)
    asked = page(http, "/verify?reference=1002")
    assert 'method="post"' in asked
    assert 'name="surname"' in asked
    assert page(http, "/verify?reference=1003").replace("1003", "1002") == asked
    own = {"Origin": "http://localhost:8000", "Accept": "text/html"}
    form = {"reference": "1002", "surname": "Oneill-Lys"}
    assert "Genuine and current" in http.post("/verify", data=form, headers=own).text
    wrong = http.post("/verify", data=form | {"surname": "Doe"}, headers=own)
    unknown = http.post("/verify", data=form | {"reference": "1003"}, headers=own)
    assert wrong.status_code == unknown.status_code == 404
    assert wrong.text == unknown.text.replace("1003", "1002")
    assert http.post("/verify", data=form).status_code == 403


class TestForMachines:
    def ask(self, http: TestClient, reference: str) -> tuple[int, dict[str, Any]]:
        answer = http.get("/api/v1/verify", params={"reference": reference})
        return answer.status_code, answer.json()

    def test_the_same_is_told(self, http: TestClient) -> None:
        assert self.ask(http, REFERENCE) == (
            200,
            {
                "status": "valid",
                "reference": REFERENCE,
                "checked_at": "2027-02-03T10:00:00+00:00",
                "awarding_body": "Teifi Awards",
                "award": {
                    "name": "Jane Doe",
                    "qualification": "Diploma in Adult Care",
                    "level": "Level 3",
                    "grade": "Pass",
                    "award_date": "2026-07-01",
                    "expiry_date": None,
                    "revoked_on": None,
                    "replaced_on": None,
                    "replaced_by": None,
                },
            },
        )

    def test_by_content_negotiation_too(self, http: TestClient) -> None:
        machine = {"Accept": "application/json"}
        answer = http.get(f"/verify?reference={REFERENCE}", headers=machine)
        assert answer.json()["status"] == "valid"
        assert "accept" in answer.headers["vary"].lower()

    def test_not_found_is_404_and_nonsense_400(self, http: TestClient) -> None:
        code, said = self.ask(http, UNKNOWN)
        assert (code, said["status"], said["award"]) == (404, "not_found", None)
        code, said = self.ask(http, "<b>")
        assert (code, said["status"]) == (400, "bad_reference")

    def test_a_replaced_award_is_told_as_replaced_and_links_to_the_newer(
        self, http: TestClient, db: Database, people: People
    ) -> None:
        newer = people.dave.awards[0]
        change(db, people.jane.awards[0], status=AwardStatus.SUPERSEDED, superseded_by_id=newer.id)
        answer = http.get(f"/api/v1/verify?reference={REFERENCE}", follow_redirects=False)
        assert answer.status_code == 200
        assert answer.json()["status"] == "superseded"
        assert answer.json()["award"]["replaced_by"] == newer.reference
        assert answer.json()["award"]["name"] is None
        assert f'{newer.reference}>; rel="successor-version"' in answer.headers["link"]

    def test_more_is_asked_by_422(self, http: TestClient, db: Database, people: People) -> None:
        with db.write() as session:
            people.body.verify_asks = VerifyAsks.AWARD_DATE
            session.add(people.body)
        change(db, people.dave.awards[0], reference="1002")
        assert self.ask(http, "1002")[0] == 422
        assert self.ask(http, "1002")[1]["asks_for"] == "award_date"
        for written in ("2026-07-01", "01/07/2026"):
            query = {"reference": "1002", "award_date": written}
            assert http.post("/api/v1/verify", data=query).json()["status"] == "valid"
