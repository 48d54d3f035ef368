"""What staff type to issue, correct or revoke an award, and its check."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session

from certify_app.domain.accounts.registration_details import gather, require
from certify_app.domain.awards.issue_award import NewAward, issue_award
from certify_app.domain.awards.models import Award
from certify_app.domain.awards.reissue_award import Correction, reissue_award
from certify_app.domain.awards.revoke_award import revoke_award
from certify_app.domain.errors import DomainError
from certify_app.locales import N_

DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*")
MOST_AT_ONCE = 200
Typed = Mapping[str, str]


class BadAwardDay(DomainError):
    sentence = N_("Enter a date such as 27/03/2027")


class DayMissing(DomainError):
    sentence = N_("Enter the award date")
    field = "award_date"


class NumbersMissing(DomainError):
    sentence = N_("Enter at least one enrolment number, one on each line")
    field = "enrolment_number"


class TooManyNumbers(DomainError):
    sentence = N_("Enter at most {most} enrolment numbers. Import a file for more")
    field = "enrolment_number"


class NotIssuedTo(DomainError):
    sentence = N_("{number}: {why}")
    field = "enrolment_number"


def issue_typed(session: Session, typed: Typed, actor_id: int) -> int:
    """To each enrolment number, one on a line, all or none; how many were issued.

    Raises:
        Problems: each to put right at its field.
    """
    wrong: list[DomainError] = []
    numbers = [line.strip() for line in typed.get("enrolment_number", "").splitlines()]
    numbers = list(dict.fromkeys(filter(None, numbers)))
    if not numbers:
        wrong.append(NumbersMissing())
    if len(numbers) > MOST_AT_ONCE:
        wrong.append(TooManyNumbers(most=MOST_AT_ONCE))
    day = gather(wrong, lambda: needed_day(typed.get("award_date", "")))
    expiry = gather(wrong, lambda: read_day(typed.get("expiry_date", ""), "expiry_date"))
    require(wrong)
    assert day
    code, grade = typed.get("qualification_code", ""), typed.get("grade", "")
    for number in numbers:
        new = NewAward(number, code, day, expiry, grade)
        gather(wrong, lambda new=new: _issue(session, new, len(numbers) > 1, actor_id))  # type: ignore[misc]
    require(wrong)
    return len(numbers)


def _issue(session: Session, new: NewAward, of_many: bool, actor_id: int) -> Award:
    try:
        return issue_award(session, new, actor_id)
    except DomainError as problem:
        if of_many and problem.field in ("enrolment_number", "award_date"):
            raise NotIssuedTo(number=new.enrolment_number, why=str(problem)) from None
        raise


def correct_typed(session: Session, award_id: int, typed: Typed, actor_id: int) -> Award:
    """Raises Problems, and those of `reissue_award`."""
    wrong: list[DomainError] = []
    day = gather(wrong, lambda: needed_day(typed.get("award_date", "")))
    expiry = gather(wrong, lambda: read_day(typed.get("expiry_date", ""), "expiry_date"))
    require(wrong)
    assert day
    to = Correction(
        typed.get("awarded_name", ""), day, expiry, typed.get("grade", ""), typed.get("reason", "")
    )
    return reissue_award(session, award_id, to, actor_id)


def revoke_typed(session: Session, award_id: int, typed: Typed, actor_id: int) -> Award:
    """Raises BadAwardDay, NoSuchAward, and those of `revoke_award`."""
    day = read_day(typed.get("date", ""), "date")
    award = session.get(Award, award_id)
    return revoke_award(
        session, award.reference if award else "0", typed.get("reason", ""), day, actor_id
    )


def revoke_several(session: Session, award_ids: Sequence[int], typed: Typed, actor_id: int) -> int:
    """All or none; how many. Raises BadAwardDay, and those of `revoke_award`."""
    for award_id in award_ids:
        revoke_typed(session, award_id, typed, actor_id)
    return len(award_ids)


def needed_day(text: str) -> date:
    """Raises DayMissing, BadAwardDay."""
    if (day := read_day(text, "award_date")) is None:
        raise DayMissing
    return day


def read_day(text: str, field: str) -> date | None:
    """None for nothing typed. Raises BadAwardDay."""
    if not text.strip():
        return None
    if not (found := DAY.fullmatch(text)):
        raise BadAwardDay(field)
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise BadAwardDay(field) from None
