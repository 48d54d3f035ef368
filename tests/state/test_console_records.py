"""What staff do with one learner and one award, and what the log says of it."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlmodel import col, select

from certify_app.config import settings
from certify_app.db.engine import read_now
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.verification.check_reference import Question, check_reference
from certify_app.state.console.award import AwardPage
from certify_app.state.console.awards import AwardList
from certify_app.state.console.issue_awards import IssueAwards
from certify_app.state.console.learner import LearnerPage
from tests.people import People, id_of
from tests.state.acting import at


def did(people: People, state: Any, address: str, handler: str, *given: Any) -> Any:
    async def visit() -> Any:
        page = await at(state, people.olwen, address)
        if hasattr(page, "load"):
            await page.load()
        result = await getattr(page, handler)(*given)
        return page, result

    return asyncio.run(visit())


def of_jane(people: People) -> str:
    assert people.jane.learner
    return f"/console/learners/{id_of(people.jane.learner)}"


def first_award(people: People) -> str:
    return f"/console/awards/{people.jane.awards[0].id}"


def acts() -> list[str]:
    return read_now(lambda s: list(s.exec(select(AuditEntry.act).order_by(col(AuditEntry.id)))))


def test_a_record_is_edited_and_the_log_names_the_fields_alone(people: People) -> None:
    form = {
        "first_name": "Janet",
        "middle_name": "",
        "last_name": "Doe",
        "date_of_birth": "12/04/1998",
        "email": "janet@example.org",
    }
    page, _ = did(people, LearnerPage, of_jane(people), "save", form)
    assert page.shown.name == "Janet Doe"
    assert page.log[0].did == "Changed the record"
    assert page.log[0].who == "Olwen Rees"
    entry = read_now(lambda s: s.exec(select(AuditEntry)).one())
    assert entry.details == {"fields": ["first_name", "email"]}
    again, _ = did(people, LearnerPage, of_jane(people), "save", form | {"last_name": " "})
    assert again.errors.keys() == {"last_name"}
    assert again.shown.name == "Janet Doe"


def test_an_account_is_locked_with_a_reason_and_unlocked(people: People) -> None:
    page, _ = did(people, LearnerPage, of_jane(people), "lock", {"reason": " "})
    assert page.errors == {"reason": "Say why, for colleagues who look at this later"}
    page, _ = did(people, LearnerPage, of_jane(people), "lock", {"reason": "Asked by phone"})
    assert (page.shown.standing, page.shown.lock_reason) == ("locked", "Asked by phone")
    page, _ = did(people, LearnerPage, of_jane(people), "unlock")
    assert page.shown.standing == "registered"
    assert acts() == ["account_locked", "account_unlocked"]


def test_an_address_that_leads_to_nobody_shows_nobody(people: People) -> None:
    for address in ("/console/learners/999999", "/console/learners/x", "/console/learners/-1"):
        page, _ = did(people, LearnerPage, address, "unlock")
        assert not page.found


def test_a_corrected_award_replaces_the_old_one_and_its_reference_says_so(people: People) -> None:
    form = {
        "awarded_name": "Jane Roe",
        "award_date": "02/07/2026",
        "expiry_date": "",
        "grade": "Merit",
        "reason": "Name misspelt",
    }
    did(people, AwardPage, first_award(people), "correct", form)
    old = people.jane.awards[0]
    new = read_now(lambda s: s.exec(select(Award).where(Award.version == 2)).one())
    assert new.reference.startswith("10643835-02-")
    assert (new.awarded_name, new.grade) == ("Jane Roe", "Merit")
    answer = read_now(check_reference, Question(old.reference), settings().zone)
    assert answer.award
    assert answer.award.replaced_by == new.reference
    page, _ = did(people, AwardPage, first_award(people), "correct", form)
    assert page.errors == {
        "reference": f"Award {old.reference} is superseded already, so it cannot become superseded"
    }
    assert page.shown.newer == new.reference
    assert page.papers
    newer, _ = did(people, AwardPage, f"/console/awards/{new.id}", "revoke", {"reason": ""})
    assert newer.shown.older == old.reference
    assert len(newer.papers) == 3


def test_an_award_is_revoked_with_a_reason_and_a_day(people: People) -> None:
    page, _ = did(people, AwardPage, first_award(people), "revoke", {"reason": "", "date": ""})
    assert page.errors.keys() == {"reason"}
    form = {"reason": "Issued in error", "date": "31/02/2026"}
    page, _ = did(people, AwardPage, first_award(people), "revoke", form)
    assert page.errors == {"date": "Enter a date such as 27/03/2027"}
    form["date"] = "01/08/2026"
    page, _ = did(people, AwardPage, first_award(people), "revoke", form)
    assert (page.shown.standing, page.shown.changed) == ("revoked", "1 Aug 2026")


def test_awards_are_issued_to_several_learners_or_to_none(people: People) -> None:
    form = {
        "enrolment_number": "TA-100001\nTA-999999\nta 100002",
        "qualification_code": "601/0002/2",
        "award_date": "03/11/2026",
    }
    page, _ = did(people, IssueAwards, "/console/awards", "issue", form)
    assert "TA-999999" in page.errors["enrolment_number"]
    before = read_now(lambda s: len(s.exec(select(Award)).all()))
    form["enrolment_number"] = "TA-100001\n\nta 100002"
    page, _ = did(people, IssueAwards, "/console/awards", "issue", form)
    assert page.said == "2 awards are issued."
    awards = read_now(lambda s: s.exec(select(Award)).all())
    assert len(awards) == before + 2
    assert all(one.status is AwardStatus.VALID for one in awards)


def test_ticked_awards_are_revoked_together_or_not_at_all(people: People) -> None:
    async def visit(reason: str) -> AwardList:
        page = await at(AwardList, people.olwen, "/console/awards?search=jane")
        await page.load()  # type: ignore[operator]
        page.choose_page()  # type: ignore[operator]
        await page.revoke_chosen({"reason": reason, "date": ""})  # type: ignore[operator]
        return page

    assert asyncio.run(visit(" ")).revoke_errors.keys() == {"reason"}
    page = asyncio.run(visit("Withdrawn"))
    assert page.said == "3 awards are revoked."
    assert {row.cells[6] for row in page.rows} == {"revoked"}
    assert asyncio.run(visit("Again")).revoke_errors.keys() == {"reference"}
