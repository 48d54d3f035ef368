"""Check a reference, as anyone may: what was awarded and whether it still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from certify_app.domain.awarding_body.models import VerifyAsks
from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.clock import today
from certify_app.domain.names import fold
from certify_app.domain.verification.models import Outcome
from certify_app.domain.verification.queries import Record, find_record
from certify_app.domain.verification.typed_reference import is_guessable, readings


@dataclass(frozen=True)
class Question:
    """What somebody asks; the last two only where the awarding body wants them."""

    reference: str
    surname: str = ""
    award_date: date | None = None


@dataclass(frozen=True)
class Body:
    """The awarding body as those who check see it."""

    name: str = "Your awarding body"
    phone: str = ""
    brand: str = "#17516f"


@dataclass(frozen=True)
class Award:
    """What the awarding body shows; `name` and `grade` are empty where it shows none.

    `ended_on` is the day of a revocation or replacement.
    """

    award_id: int
    name: str = ""
    qualification: str = ""
    level: str = ""
    grade: str = ""
    award_date: date | None = None
    expiry_date: date | None = None
    ended_on: date | None = None
    replaced_by: str = ""


@dataclass(frozen=True)
class Answer:
    outcome: Outcome
    reference: str
    body: Body
    award: Award | None = None
    asks: VerifyAsks = VerifyAsks.NOTHING


def check_reference(session: Session, question: Question, zone: ZoneInfo) -> Answer:
    """The same work is done whether the reference exists or not.

    Raises:
        BadReference: no reference looks like this.
    """
    typed, meant = readings(question.reference)
    record = find_record(session, typed, meant)
    asks = record.asks or VerifyAsks.NOTHING
    if is_guessable(typed) and is_guessable(meant) and asks is not VerifyAsks.NOTHING:
        if not _is_given(question, asks):
            return Answer(Outcome.MORE_NEEDED, typed, _body(record), asks=asks)
        if not _fits(record, question, asks):
            return Answer(Outcome.NOT_FOUND, typed, _body(record))
    if record.award_id is None:
        return Answer(Outcome.NOT_FOUND, typed, _body(record))
    return _answer(record, zone)


def public_body(session: Session) -> Body:
    return _body(find_record(session, "", ""))


def _is_given(question: Question, asks: VerifyAsks) -> bool:
    if asks is VerifyAsks.SURNAME:
        return bool(fold(question.surname))
    return question.award_date is not None


def _fits(record: Record, question: Question, asks: VerifyAsks) -> bool:
    if asks is VerifyAsks.AWARD_DATE:
        return record.award_date == question.award_date
    return fold(question.surname[:200]) in _surnames(record)


def _surnames(record: Record) -> set[str]:
    """The one on record, and the endings of the awarded name."""
    words = (record.awarded_name or "").split()
    endings = {fold(" ".join(words[start:])) for start in range(len(words))}
    return endings | {record.last_name_key or ""}


def _answer(record: Record, zone: ZoneInfo) -> Answer:
    outcome = _outcome(record, today(zone))
    award = _ended(record, zone) if outcome in ENDED else _current(record)
    return Answer(outcome, record.reference, _body(record), award)


ENDED = (Outcome.REVOKED, Outcome.SUPERSEDED)
BY_STATUS = {
    AwardStatus.REVOKED: Outcome.REVOKED,
    AwardStatus.SUPERSEDED: Outcome.SUPERSEDED,
}


def _outcome(record: Record, day: date) -> Outcome:
    """An award holds through its last day."""
    expired = record.expiry_date is not None and record.expiry_date < day
    otherwise = Outcome.EXPIRED if expired else Outcome.VALID
    return BY_STATUS.get(record.status or AwardStatus.VALID, otherwise)


def _current(record: Record) -> Award:
    shows_name = record.shows_name is not False and not record.hides_name
    return Award(
        award_id=record.award_id or 0,
        name=(record.awarded_name or "") if shows_name else "",
        qualification=record.qualification or "",
        level=record.level or "",
        grade=(record.grade or "") if record.shows_grade is not False else "",
        award_date=record.award_date,
        expiry_date=record.expiry_date,
    )


def _ended(record: Record, zone: ZoneInfo) -> Award:
    """Without name and grade: what no longer holds is nobody's business."""
    changed = record.status_changed_at
    return Award(
        award_id=record.award_id or 0,
        qualification=record.qualification or "",
        award_date=record.award_date,
        ended_on=changed.astimezone(zone).date() if changed else None,
        replaced_by=record.replaced_by or "",
    )


def _body(record: Record) -> Body:
    if record.body_name is None:
        return Body()
    return Body(record.body_name, record.body_phone or "", record.brand or Body.brand)
