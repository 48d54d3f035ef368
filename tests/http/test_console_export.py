"""Lists of the console as CSV: for whom, whole, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, read_now
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.learners.models import Learner
from certify_app.domain.lists import list_page
from tests.http.learner import browser_of
from tests.people import People


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_what_is_shown_is_exported_whole(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("certify_app.domain.lists.export_list.PIECE", 2)
    answer = browser_of(people.olwen).get("/api/console/awards.csv?sort=name&dir=asc")
    found = rows(answer.text)
    assert found[0][:3] == ["Awarded to", "Qualification", "Reference"]
    assert [row[0] for row in found[1:]] == ["Dave O’Neill-Łyś", *["Jane Doe"] * 3, "Nia Siôn"]
    only = browser_of(people.olwen).get("/api/console/awards.csv?search=nia&page=7")
    assert [row[0] for row in rows(only.text)[1:]] == ["Nia Siôn"]
    assert list_page.SIZES


def test_a_formula_is_defused_and_the_export_is_logged(db: Database, people: People) -> None:
    assert people.jane.learner
    with db.write() as session:
        learner = session.get_one(Learner, people.jane.learner.id)
        learner.first_name = "=HYPERLINK(1)"
    answer = browser_of(people.olwen).get("/api/console/learners.csv?search=jane@")
    assert rows(answer.text)[1][0] == "'=HYPERLINK(1) Doe"
    entry = read_now(lambda s: s.exec(select(AuditEntry)).one())
    assert (entry.act, entry.details) == ("list_exported", {"filters": ["search"]})


def test_only_roles_that_see_a_list_export_it(people: People) -> None:
    for person, status in ((None, 401), (people.jane, 403), (people.tracy, 403)):
        for name in ("awards", "learners", "staff", "audit-log"):
            assert browser_of(person).get(f"/api/console/{name}.csv").status_code == status
    assert browser_of(people.olwen).get("/api/console/audit-log.csv").status_code == 403
    assert browser_of(people.olwen).get("/api/console/staff.csv").status_code == 403
