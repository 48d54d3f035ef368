"""Check a reference, as anyone may: what was awarded and whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from certify_app.domain.awarding_body.models import VerifyAsks
from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.clock import today
from certify_app.domain.names import fold
from certify_app.domain.references import BadReference
from certify_app.domain.verification.models import Outcome
from certify_app.domain.verification.queries import Record, Rules, find_records, find_rules
from certify_app.domain.verification.typed_reference import is_guessable, readings


@dataclass(frozen=True)
class Question:
    """What somebody asks; the last two only where the awarding body wants them."""

    reference: str
    surname: str = ""
    award_date: date | None = None


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
    body: Rules
    award: Award | None = None
    asks: VerifyAsks = VerifyAsks.NOTHING


def check_reference(session: Session, question: Question, zone: ZoneInfo) -> Answer:
    """Raises BadReference: no reference looks like this."""
    answer = check_references(session, [question], zone)[0]
    if isinstance(answer, BadReference):
        raise answer
    return answer


def check_references(
    session: Session, questions: Sequence[Question], zone: ZoneInfo
) -> list[Answer | BadReference]:
    """An answer for each, or that no reference looks like this."""
    readings = [_readings(question) for question in questions]
    wanted = {text for both in readings if isinstance(both, tuple) for text in both}
    rules, records = find_rules(session), find_records(session, wanted)
    return [
        both if isinstance(both, BadReference) else _check(question, both, records, rules, zone)
        for question, both in zip(questions, readings, strict=True)
    ]


def _readings(question: Question) -> tuple[str, str] | BadReference:
    try:
        return readings(question.reference)
    except BadReference as problem:
        return problem


def _check(
    question: Question,
    both: tuple[str, str],
    records: dict[str, Record],
    rules: Rules,
    zone: ZoneInfo,
) -> Answer:
    """What was typed comes before what may have been meant."""
    typed, meant = both
    record = records.get(typed) or records.get(meant) or Record(typed)
    if is_guessable(typed) and is_guessable(meant) and rules.asks is not VerifyAsks.NOTHING:
        if not _is_given(question, rules.asks):
            return Answer(Outcome.MORE_NEEDED, typed, rules, asks=rules.asks)
        if not _fits(record, question, rules.asks):
            return Answer(Outcome.NOT_FOUND, typed, rules)
    if record.award_id is None:
        return Answer(Outcome.NOT_FOUND, typed, rules)
    return _answer(record, rules, zone)


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
    words = record.awarded_name.split()
    endings = {fold(" ".join(words[start:])) for start in range(len(words))}
    return endings | {record.last_name_key}


def _answer(record: Record, rules: Rules, zone: ZoneInfo) -> Answer:
    outcome = _outcome(record, today(zone))
    award = _ended(record, zone) if outcome in ENDED else _current(record, rules)
    return Answer(outcome, record.reference, rules, award)


ENDED = (Outcome.REVOKED, Outcome.SUPERSEDED)
BY_STATUS = {
    AwardStatus.REVOKED: Outcome.REVOKED,
    AwardStatus.SUPERSEDED: Outcome.SUPERSEDED,
}


def _outcome(record: Record, day: date) -> Outcome:
    """An award holds through its last day."""
    expired = record.expiry_date is not None and record.expiry_date < day
    return BY_STATUS.get(record.status, Outcome.EXPIRED if expired else Outcome.VALID)


def _current(record: Record, rules: Rules) -> Award:
    shows_name = rules.shows_name and not record.hides_name
    return Award(
        award_id=record.award_id or 0,
        name=record.awarded_name if shows_name else "",
        qualification=record.qualification,
        level=record.level,
        grade=record.grade if rules.shows_grade else "",
        award_date=record.award_date,
        expiry_date=record.expiry_date,
    )


def _ended(record: Record, zone: ZoneInfo) -> Award:
    """Without name and grade: what no longer holds is nobody's business."""
    changed = record.status_changed_at
    return Award(
        award_id=record.award_id or 0,
        qualification=record.qualification,
        award_date=record.award_date,
        ended_on=changed.astimezone(zone).date() if changed else None,
        replaced_by=record.replaced_by or "",
    )
