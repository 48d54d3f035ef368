"""Each resource as a records system uses it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from certify_app.db.engine import Database
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award
from tests.people import People


def an_award(**other: object) -> dict[str, object]:
    return {
        "enrolment_number": "TA-200001",
        "first_name": "Siân",
        "last_name": "Ŵyn",
        "date_of_birth": "2000-02-29",
        "email": "sian@example.org",
        "organisation": "Coleg Teifi",
        "qualification_code": "601/0001/1",
        "qualification_title": "Diploma in Adult Care",
        "level": "Level 3",
        "award_date": "2026-08-01",
        "grade": "Merit",
    } | other


def bulk(api: TestClient, *awards: object, **more: object) -> dict[str, Any]:
    answer = api.post("/awards/bulk", json={"awards": awards} | more)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_awards_are_created_found_again_and_changed_item_by_item(
    api: TestClient, people: People
) -> None:
    done = bulk(api, an_award(), an_award(enrolment_number="TA-200002", award_date="1066-10-14"))
    assert (done["created"], done["refused"]) == (1, 1)
    first, second = done["results"]
    assert first["outcome"] == "created"
    assert (second["index"], second["outcome"], second["reference"]) == (1, "refused", "")
    assert {error["field"] for error in second["errors"]} == {"award_date", "date_of_birth"}
    assert bulk(api, an_award(), an_award())["refused"] >= 1  # twice in one request
    unchanged = bulk(api, an_award())["results"][0]
    assert (unchanged["outcome"], unchanged["reference"]) == ("unchanged", first["reference"])
    changed = bulk(api, an_award(grade="Distinction"))["results"][0]
    assert (changed["outcome"], changed["reference"]) == ("changed", first["reference"])
    read = api.get(f"/awards/{first['reference']}").json()
    assert (read["grade"], read["awarded_name"]) == ("Distinction", "Siân Ŵyn")
    learner = api.get("/learners/ta200001").json()
    assert (learner["organisation"], learner["registered"]) == ("Coleg Teifi", False)


def test_a_dry_run_changes_nothing(api: TestClient, db: Database) -> None:
    done = bulk(api, an_award(), dry_run=True)
    assert done["created"] == 1
    assert api.get("/learners/TA-200001").status_code == 404


def test_lists_are_read_page_by_page_to_their_end(api: TestClient) -> None:
    seen, cursor = [], ""
    while cursor is not None:
        page = api.get("/awards", params={"limit": 2, "cursor": cursor}).json()
        seen += [award["reference"] for award in page["items"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == 5
    filtered = api.get("/awards", params={"enrolment_number": "TA-100001"}).json()["items"]
    assert [a["enrolment_number"] for a in filtered] == ["TA-100001"] * 3
    assert api.get("/awards?cursor=zzz").status_code == 422
    assert api.get("/awards?limit=1000").status_code == 400
    assert api.get("/awards?limt=10").status_code == 400


def test_an_award_is_revoked_with_a_reason(api: TestClient, people: People, db: Database) -> None:
    reference = people.jane.awards[0].reference
    answer = api.post("/awards/revoke", json={"reference": reference, "reason": "Plagiarism"})
    assert answer.json()["status"] == "revoked"
    assert "Plagiarism" not in answer.text
    twice = api.post("/awards/revoke", json={"reference": reference, "reason": "Plagiarism"})
    assert twice.status_code == 422
    unknown = api.post("/awards/revoke", json={"reference": "NONE-1", "reason": "x"})
    assert unknown.status_code == 404
    with db.read() as session:
        assert "award_revoked_by_api" in session.exec(select(AuditEntry.act)).all()


def test_a_learner_is_added_and_corrected(api: TestClient) -> None:
    body = {"first_name": "Gwen", "last_name": "Puw", "date_of_birth": "1999-01-31"}
    assert api.put("/learners/TA-300001", json=body).status_code == 201
    corrected = api.put("/learners/TA-300001", json=body | {"email": "Gwen@Example.org"})
    assert (corrected.status_code, corrected.json()["email"]) == (200, "gwen@example.org")
    found = api.get("/learners", params={"email": "gwen@example.org"}).json()["items"]
    assert [one["enrolment_numbers"] for one in found] == [["TA-300001"]]
    wrong = api.put("/learners/TA-300001", json=body | {"email": "gwen", "first_name": "=1"})
    assert wrong.status_code == 422
    assert {e["field"] for e in wrong.json()["errors"]} == {"email", "first_name"}


def test_a_qualification_is_added_and_gives_its_awards_what_it_comes_to_yield(
    api: TestClient, people: People
) -> None:
    body = {"title": "Award in Welding", "documents": ["certificate", "letter"]}
    new = api.put("/qualifications/601%2F0009%2F9", json=body)
    assert (new.status_code, new.json()["code"]) == (201, "601/0009/9")
    changed = api.put("/qualifications/601/0003/3", json={"title": "Award in First Aid"} | body)
    assert changed.status_code == 200
    award = people.jane.awards[2].reference
    papers = api.get("/documents", params={"award": award}).json()["items"]
    assert {paper["kind"] for paper in papers} == {"certificate", "letter"}


def test_a_document_is_downloaded_without_counting_as_the_learner_s(
    api: TestClient, people: People
) -> None:
    reference = people.jane.certificate.reference
    file = api.get(f"/documents/{reference}/file")
    assert file.headers["content-type"] == "application/pdf"
    assert file.content.startswith(b"%PDF")
    assert api.get(f"/documents/{reference}").json()["downloads"] == 0
    assert api.get("/documents/NONE-1/file").status_code == 404


def test_many_references_are_checked_as_csv(api: TestClient, people: People) -> None:
    known = people.jane.awards[0].reference
    asked = f'reference,surname\r\n{known},Doe\r\nNONE-1,\r\n"=1+1",\r\n'
    answer = api.post("/verify/bulk", content=asked, headers={"Content-Type": "text/csv"})
    lines = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/csv")
    assert lines[1].startswith(f"{known},valid,Jane Doe,Diploma in Adult Care,Level 3,Pass")
    assert lines[2].startswith("NONE-1,not_found")
    assert lines[3].startswith("'=1+1,bad_reference")
    nothing = api.post("/verify/bulk", content="a,b\n1,2", headers={"Content-Type": "text/csv"})
    assert nothing.status_code == 422
    assert api.post("/verify/bulk", json={}).status_code == 415


class TestSentAgain:
    def test_the_same_request_is_done_once_and_answered_alike(
        self, api: TestClient, db: Database
    ) -> None:
        key = {"Idempotency-Key": "first-1"}
        body = {"awards": [an_award()]}
        one = api.post("/awards/bulk", json=body, headers=key)
        two = api.post("/awards/bulk", json=body, headers=key)
        assert one.json()["created"] == 1
        assert (two.status_code, two.content) == (one.status_code, one.content)
        assert one.headers["content-type"] == two.headers["content-type"]
        assert two.headers["idempotency-replayed"] == "true"
        with db.read() as session:
            of_sian = select(Award).where(Award.enrolment_number == "TA-200001")
            assert len(session.exec(of_sian).all()) == 1

    def test_a_refusal_is_kept_too(self, api: TestClient, people: People) -> None:
        key = {"Idempotency-Key": "second-1"}
        body = {"reference": people.jane.awards[0].reference, "reason": " "}
        first = api.post("/awards/revoke", json=body, headers=key)
        again = api.post("/awards/revoke", json=body, headers=key)
        assert first.status_code == again.status_code == 422
        assert first.content == again.content

    def test_another_request_with_the_key_is_refused(self, api: TestClient) -> None:
        key = {"Idempotency-Key": "third-1"}
        api.post("/awards/bulk", json={"awards": [an_award()]}, headers=key)
        other = api.post("/awards/bulk", json={"awards": [an_award(grade="A")]}, headers=key)
        assert other.status_code == 422
        assert "Idempotency-Key" in other.json()["detail"]

    @pytest.mark.parametrize("key", ["a b", "é".encode().decode("latin-1"), "x" * 201])
    def test_a_key_of_other_characters_is_refused(self, api: TestClient, key: str) -> None:
        headers = [(b"Idempotency-Key", key.encode("latin-1"))]
        answer = api.post("/awards/bulk", json={"awards": [an_award()]}, headers=headers)
        assert answer.status_code == 400


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"awards": [{}]}', b'{"awards": null}', b"\xff\xfe", b'{"x": "\\ud800"}'],
)
def test_what_does_not_fit_the_schema_is_told_place_by_place(api: TestClient, body: bytes) -> None:
    answer = api.post("/awards/bulk", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["errors"]


def test_null_bytes_never_reach_the_database(api: TestClient) -> None:
    assert api.get("/learners/%00").status_code == 404
    assert bulk_refused(api, grade="a\x00b") == 400
    assert api.get("/awards", params={"enrolment_number": "\x00"}).status_code == 400


def bulk_refused(api: TestClient, **other: object) -> int:
    return api.post("/awards/bulk", json={"awards": [an_award(**other)]}).status_code
