from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database
from certify_app.domain.awarding_body.models import VerifyAsks
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.badges.models import Badge
from certify_app.domain.references import BadReference
from certify_app.domain.verification.check_reference import Answer, Question, check_reference
from certify_app.domain.verification.models import Outcome
from tests.clock import HeldClock
from tests.people import People

LONDON = ZoneInfo("Europe/London")
REFERENCE = "10643835-01-3DCE7K"


def check(db: Database, reference: str = REFERENCE, **besides: object) -> Answer:
    with db.read() as session:
        return check_reference(session, Question(reference, **besides), LONDON)  # type: ignore[arg-type]


def change(db: Database, person_award: Award, **values: object) -> None:
    with db.write() as session:
        award = session.get_one(Award, person_award.id)
        for name, value in values.items():
            setattr(award, name, value)


def rule(db: Database, people: People, **values: object) -> None:
    with db.write() as session:
        for name, value in values.items():
            setattr(people.body, name, value)
        session.add(people.body)


def test_a_valid_award_is_told_as_it_was_awarded(db: Database, people: People) -> None:
    answer = check(db)
    assert answer.outcome is Outcome.VALID
    assert answer.body.name == "Teifi Awards"
    assert answer.award
    assert answer.award.name == "Jane Doe"
    assert answer.award.qualification == "Diploma in Adult Care"
    assert (answer.award.level, answer.award.grade) == ("Level 3", "Pass")
    assert answer.award.award_date == date(2026, 7, 1)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    "typed",
    [
        "10643835-01-3dce7k",
        " 10643835 - 01 - 3DCE7K ",
        "10643835013DCE7K",
        "10643835 01 3dce7k",
        "10643835\u201301\u20113DCE7K",
        "１０６４３８３５-01-3DCE7K",
        "10643835-01-3DCE7K\u200b",
    ],
)
def test_case_spaces_and_hyphens_are_forgiven(db: Database, typed: str) -> None:
    answer = check(db, typed)
    assert (answer.outcome, answer.reference) == (Outcome.VALID, REFERENCE)


def test_the_reference_as_typed_comes_before_what_may_have_been_meant(
    db: Database, people: People
) -> None:
    change(db, people.dave.awards[0], reference="10643835013DCE7K")
    assert check(db, "10643835013DCE7K").award.name == "Dave O’Neill-Łyś"  # type: ignore[union-attr]


def test_a_document_s_and_a_badge_s_reference_lead_to_their_award(
    db: Database, people: People
) -> None:
    with db.read() as session:
        badge = session.exec(select(Badge).where(Badge.award_id == people.jane.awards[0].id)).one()
    for reference in (people.jane.certificate.reference, badge.reference):
        answer = check(db, reference)
        assert (answer.outcome, answer.reference) == (Outcome.VALID, reference)
        assert answer.award
        assert answer.award.award_id == people.jane.awards[0].id


def test_an_award_holds_through_the_day_it_expires(
    db: Database, people: People, clock: HeldClock
) -> None:
    change(db, people.jane.awards[0], expiry_date=date(2027, 7, 1))
    clock.set(datetime(2027, 7, 1, 22, 59, tzinfo=UTC))
    assert check(db).outcome is Outcome.VALID
    clock.set(datetime(2027, 7, 1, 23, 1, tzinfo=UTC))
    assert check(db).outcome is Outcome.EXPIRED


@pytest.mark.parametrize("status", [AwardStatus.REVOKED, AwardStatus.SUPERSEDED])
def test_what_no_longer_holds_names_nobody(
    db: Database, people: People, status: AwardStatus
) -> None:
    change(
        db,
        people.jane.awards[0],
        status=status,
        status_changed_at=datetime(2026, 11, 20, 23, 30, tzinfo=UTC),
        superseded_by_id=people.dave.awards[0].id,
    )
    answer = check(db)
    assert answer.outcome.value == status.value
    assert answer.award
    assert (answer.award.name, answer.award.grade) == ("", "")
    assert answer.award.ended_on == date(2026, 11, 20)
    assert answer.award.replaced_by == people.dave.awards[0].reference


def test_revoked_comes_before_expired(db: Database, people: People) -> None:
    change(db, people.jane.awards[0], status=AwardStatus.REVOKED, expiry_date=date(2020, 1, 1))
    assert check(db).outcome is Outcome.REVOKED


@pytest.mark.parametrize("shown", [True, False])
def test_the_awarding_body_chooses_what_is_shown(db: Database, people: People, shown: bool) -> None:
    rule(db, people, verify_shows_name=shown, verify_shows_grade=shown)
    award = check(db).award
    assert award
    assert (award.name, award.grade) == (("Jane Doe", "Pass") if shown else ("", ""))


def test_a_learner_may_hide_the_name_but_not_the_grade(db: Database, people: People) -> None:
    with db.write() as session:
        people.jane.learner.hides_name = True  # type: ignore[union-attr]
        session.add(people.jane.learner)
    award = check(db).award
    assert award
    assert (award.name, award.grade) == ("", "Pass")


@pytest.mark.usefixtures("people")
def test_an_unknown_reference_is_not_found(db: Database) -> None:
    answer = check(db, "99999999-01-ZZZZZZ")
    assert (answer.outcome, answer.award) == (Outcome.NOT_FOUND, None)


def test_before_anything_is_set_up_nothing_is_found(db: Database) -> None:
    assert check(db).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "typed", ["", " ", "' OR 1=1 --", "<b>", "x" * 61, "\x00", "../..", "a\nb;c"]
)
def test_what_is_no_reference_is_said_to_be_none(session: Session, typed: str) -> None:
    with pytest.raises(BadReference):
        check_reference(session, Question(typed), LONDON)


class TestAGuessableReference:
    """An imported one, where the awarding body asks for one detail besides."""

    @pytest.fixture(autouse=True)
    def imported(self, db: Database, people: People) -> None:
        change(db, people.dave.awards[0], reference="1002")
        rule(db, people, verify_asks=VerifyAsks.SURNAME)

    @pytest.mark.parametrize("reference", ["1002", "1003"])
    def test_is_asked_about_whether_it_exists_or_not(self, db: Database, reference: str) -> None:
        answer = check(db, reference)
        assert (answer.outcome, answer.asks) == (Outcome.MORE_NEEDED, VerifyAsks.SURNAME)

    @pytest.mark.parametrize(
        "surname", ["O’Neill-Łyś", "oneill lys", "O'NEILL LYS", "Dave O'Neill-Lys"]
    )
    def test_is_told_to_who_knows_the_last_name(self, db: Database, surname: str) -> None:
        assert check(db, "1002", surname=surname).outcome is Outcome.VALID

    @pytest.mark.parametrize("surname", ["Dave", "O", "Lys2", "Doe", "neill lys"])
    def test_is_not_found_with_another(self, db: Database, surname: str) -> None:
        answer = check(db, "1002", surname=surname)
        assert (answer.outcome, answer.award) == (Outcome.NOT_FOUND, None)

    def test_may_be_asked_about_by_date(self, db: Database, people: People) -> None:
        rule(db, people, verify_asks=VerifyAsks.AWARD_DATE)
        right, wrong = date(2026, 7, 1), date(2026, 7, 2)
        assert check(db, "1002").outcome is Outcome.MORE_NEEDED
        assert check(db, "1002", award_date=right).outcome is Outcome.VALID
        assert check(db, "1002", award_date=wrong).outcome is Outcome.NOT_FOUND

    def test_of_our_own_nothing_more_is_asked(self, db: Database) -> None:
        assert check(db).outcome is Outcome.VALID
        assert check(db, "10643835013dce7k").outcome is Outcome.VALID
