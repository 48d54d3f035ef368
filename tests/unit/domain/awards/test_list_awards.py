"""A learner's awards: their own, searched, sorted and in pages."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session, select

from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.awards.queries import (
    Order,
    count_awards,
    count_badges,
    find_award,
    list_awards,
    list_badges,
    list_expiring,
)
from certify_app.domain.awards.standing import Standing, standing_of
from tests.people import People, Person, give_award, id_of

TODAY = date(2027, 2, 3)


def learner_of(person: Person) -> int | None:
    return id_of(person.learner) if person.learner else None


def titles(session: Session, person: Person, **how: object) -> list[str]:
    found = list_awards(session, learner_of(person), TODAY, **how)  # type: ignore[arg-type]
    return [award.qualification for award in found]


def test_the_newest_award_comes_first(session: Session, people: People) -> None:
    assert titles(session, people.jane) == [
        "Award in First Aid",
        "Award in Welding",
        "Diploma in Adult Care",
    ]
    assert titles(session, people.jane, order=Order.OLDEST)[0] == "Diploma in Adult Care"
    assert titles(session, people.jane, order=Order.TITLE)[1] == "Award in Welding"


def test_each_learner_sees_their_own_and_nobody_elses(session: Session, people: People) -> None:
    assert titles(session, people.dave) == ["Diploma in Adult Care"]
    assert titles(session, people.mallory) == []
    assert titles(session, people.tracy) == []
    janes = people.jane.awards[0].reference
    assert find_award(session, learner_of(people.jane), janes, TODAY)
    assert find_award(session, learner_of(people.dave), janes, TODAY) is None
    assert find_award(session, None, janes, TODAY) is None
    assert count_awards(session, None) == 0
    assert [b.issued_to for b in list_badges(session, learner_of(people.dave), TODAY)] == [
        "Dave O’Neill-Łyś"
    ]
    assert count_badges(session, learner_of(people.mallory)) == 0


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("weld", 1),
        ("WELDING award", 1),
        ("20643835", 1),
        ("award", 2),
        ("  ", 3),
        ("%", 0),
        ("_", 0),
        ("' OR 1=1 --", 0),
    ],
)
def test_every_word_of_a_search_is_found_in_title_or_reference(
    session: Session, people: People, search: str, found: int
) -> None:
    assert count_awards(session, learner_of(people.jane), search) == found
    assert len(titles(session, people.jane, search=search)) == found


def test_pages_follow_each_other_without_gap_or_repeat(session: Session, people: People) -> None:
    what = session.exec(select(Qualification)).first()
    assert what
    for number in range(24):
        give_award(session, people.dave, what, f"900000{number:02d}-01-ABCDEF", TODAY)
    learner = learner_of(people.dave)

    pages = [list_awards(session, learner, TODAY, offset=at, limit=10) for at in (0, 10, 20)]

    assert [len(page) for page in pages] == [10, 10, 5]
    assert len({award.reference for page in pages for award in page}) == 25


def test_downloads_left_are_those_of_the_certificate(session: Session, people: People) -> None:
    first = session.merge(people.jane.certificate)
    first.downloads = 2
    session.flush()

    award = find_award(session, learner_of(people.jane), people.jane.awards[0].reference, TODAY)

    assert award is not None
    assert (award.downloads_left, award.download_limit) == (1, 3)


@pytest.mark.parametrize(
    ("status", "expiry", "standing"),
    [
        (AwardStatus.VALID, None, Standing.VALID),
        (AwardStatus.VALID, TODAY, Standing.VALID),
        (AwardStatus.VALID, date(2027, 2, 2), Standing.EXPIRED),
        (AwardStatus.REVOKED, date(2027, 2, 2), Standing.REVOKED),
        (AwardStatus.SUPERSEDED, None, Standing.SUPERSEDED),
    ],
)
def test_how_an_award_stands(status: AwardStatus, expiry: date | None, standing: Standing) -> None:
    award = Award(
        learner_id=1,
        qualification_id=1,
        reference="R",
        awarded_name="Jane Doe",
        award_date=date(2026, 1, 1),
        status=status,
        expiry_date=expiry,
    )

    assert standing_of(award, TODAY) is standing


def test_a_replaced_award_names_its_replacement(session: Session, people: People) -> None:
    old, new = (session.merge(award) for award in people.jane.awards[:2])
    old.status, old.superseded_by_id = AwardStatus.SUPERSEDED, new.id
    session.flush()

    award = find_award(session, learner_of(people.jane), old.reference, TODAY)

    assert award is not None
    assert award.replaced_by == new.reference


def test_awards_that_end_soon_are_found_and_others_are_not(
    session: Session, people: People
) -> None:
    ends = [date(2027, 3, 1), date(2027, 2, 2), date(2028, 2, 3)]
    for award, on in zip(people.jane.awards, ends, strict=True):
        session.merge(award).expiry_date = on
    session.flush()

    soon = list_expiring(session, learner_of(people.jane), TODAY, days=90)

    assert [award.expiry_date for award in soon] == [date(2027, 3, 1)]
