"""An award is issued, and taken back or replaced; nothing else happens to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pytest
from sqlmodel import Session, select

from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards import errors
from certify_app.domain.awards.issue_award import NewAward, issue_award
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.awards.move_award import move_award
from certify_app.domain.awards.revoke_award import revoke_award
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document
from certify_app.domain.errors import DomainError
from tests.clock import START, HeldClock
from tests.people import People

CARE = "601/0001/1"
LEGAL = {
    (AwardStatus.VALID, AwardStatus.REVOKED),
    (AwardStatus.VALID, AwardStatus.SUPERSEDED),
}
NIA = NewAward("ta 100003", CARE, date(2026, 12, 1), grade="Merit")


@pytest.mark.parametrize(("old", "new"), list(product(AwardStatus, repeat=2)))
def test_every_move_is_legal_or_refused(
    session: Session, people: People, old: AwardStatus, new: AwardStatus
) -> None:
    award = session.get_one(Award, people.jane.awards[0].id)
    award.status = old
    if (old, new) in LEGAL:
        move_award(session, award, new, START, "why")
        assert (award.status, award.status_changed_at) == (new, START)
        assert session.exec(select(AuditEntry.act)).one() == f"award_{new.value}"
    else:
        with pytest.raises(errors.AwardNotValid, match=f"is {old} already"):
            move_award(session, award, new, START)
        assert award.status is old


def test_an_award_is_revoked_from_the_day_given(
    session: Session, people: People, clock: HeldClock
) -> None:
    given = people.jane.awards[0].reference.lower()
    award = revoke_award(session, f" {given} ", "Sat by somebody else", date(2027, 1, 31))
    assert award.status is AwardStatus.REVOKED
    assert award.status_changed_at == datetime(2027, 1, 31, tzinfo=UTC)
    assert award.status_reason == "Sat by somebody else"


@pytest.mark.parametrize(
    ("reference", "reason", "day", "error"),
    [
        ("10643835-01-NONE", "why", None, errors.NoSuchAward),
        ("10643835-01-3DCE7K", "  ", None, errors.ReasonMissing),
        ("10643835-01-3DCE7K", "x" * 501, None, errors.ReasonMissing),
        ("10643835-01-3DCE7K", "why", date(2027, 2, 4), errors.RevokedInFuture),
        ("'; DROP TABLE award; --", "why", None, DomainError),
    ],
)
def test_a_wrong_revocation_gets_a_sentence_and_changes_nothing(
    session: Session,
    people: People,
    clock: HeldClock,
    reference: str,
    reason: str,
    day: date | None,
    error: type[DomainError],
) -> None:
    with pytest.raises(error):
        revoke_award(session, reference, reason, day)
    assert set(session.exec(select(Award.status))) == {AwardStatus.VALID}


def test_an_award_is_issued_with_all_that_it_yields(
    session: Session, people: People, clock: HeldClock
) -> None:
    award = issue_award(session, NIA, actor_id=people.olwen.id)
    papers = session.exec(select(Document).where(Document.award_id == award.id)).all()
    badges = session.exec(select(Badge).where(Badge.award_id == award.id)).all()
    assert (award.enrolment_number, award.awarded_name) == ("TA-100003", "Nia Siôn")
    assert sorted(p.kind for p in papers) == ["certificate", "letter", "unit_certificate"]
    assert len(badges) == 1
    entry = session.exec(select(AuditEntry)).one()
    assert (entry.act, entry.object_id, entry.actor_id) == (
        "award_issued",
        award.id,
        people.olwen.id,
    )


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"enrolment_number": "TA-9"}, errors.NoSuchLearner),
        ({"qualification_code": "601/9999/9"}, errors.NoSuchQualification),
        ({"award_date": date(2026, 7, 1)}, errors.AwardIsThere),
        ({"award_date": date(2124, 1, 1)}, errors.AwardTooFarAhead),
        ({"expiry_date": date(2026, 11, 30)}, errors.ExpiryBeforeAward),
        ({"reference": "10643835-01-3DCE7K"}, errors.ReferenceInUse),
        ({"reference": "B10643835-01-3DCE7K"}, errors.ReferenceInUse),
    ],
)
def test_a_wrong_award_gets_a_sentence(
    session: Session,
    people: People,
    clock: HeldClock,
    changes: dict[str, object],
    error: type[DomainError],
) -> None:
    wrong = NewAward(**{**NIA.__dict__, **changes})  # type: ignore[arg-type]
    with pytest.raises(error):
        issue_award(session, wrong)
