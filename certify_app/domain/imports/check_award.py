"""One row of an awards file, checked by itself."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from certify_app.domain.emails import normal_email
from certify_app.domain.imports import cells
from certify_app.domain.imports.dates import parse_date
from certify_app.domain.imports.drawable import drawable
from certify_app.domain.imports.problems import BadCell
from certify_app.domain.imports.row_reader import RowReader
from certify_app.domain.names import clean_name, fold
from certify_app.domain.references import clean_reference
from certify_app.locales import N_

FIRST_DAY = date(1900, 1, 1)
LAST_EXPIRY = date(2199, 12, 31)
AHEAD = timedelta(days=366)
PARENT_MARK = " > "


class NameMissing(BadCell):
    sentence = N_("Give the learner’s name: the first, the last, or both")


class DateTooEarly(BadCell):
    sentence = N_("{day} is before 1900. Check the year")


class AwardTooFarAhead(BadCell):
    sentence = N_("{day} is more than a year ahead. Check the year")


class BornInFuture(BadCell):
    sentence = N_("A date of birth cannot be in the future: {day}")


class BornAfterAward(BadCell):
    sentence = N_("The date of birth {born} is not before the award date {day}")


class ExpiryBeforeAward(BadCell):
    sentence = N_("The expiry date {expiry} is before the award date {day}")


class ExpiryTooFarAhead(BadCell):
    sentence = N_("Leave the expiry date empty for an award that does not expire")


class AwardRow(NamedTuple):
    """A row that can be taken. Dates are ISO, absent values empty; keys are folded."""

    line: int
    number_key: str
    number: str
    first_name: str
    middle_name: str
    last_name: str
    first_key: str
    last_key: str
    date_of_birth: str
    email: str
    organisation: str
    code: str
    title: str
    title_key: str
    level: str
    award_date: str
    expiry_date: str
    grade: str
    reference: str

    @property
    def awarded_name(self) -> str:
        return full_name(self.first_name, self.middle_name, self.last_name)


def full_name(first: str, middle: str, last: str) -> str:
    return " ".join(filter(None, (first, middle, last)))


def check_award(row: RowReader, today: date) -> AwardRow:
    """Look at `row.problems` before the result is used."""
    first, middle, last = _names(row)
    awarded = row.take("award_date", _filled_date, None)
    born = row.take("date_of_birth", _filled_date, None)
    expiry = row.take_optional("expiry_date", parse_date)
    _check_dates(row, born, awarded, expiry, today)
    number = row.take("enrolment_number", cells.clean_number, "")
    title = row.take("qualification_title", _title, "")
    return AwardRow(
        line=row.line,
        number_key=fold(number),
        number=number,
        first_name=first,
        middle_name=middle,
        last_name=last,
        first_key=fold(first),
        last_key=fold(last or first),
        date_of_birth=_iso(born),
        email=row.take_optional("email", normal_email) or "",
        organisation=row.take("organisation", clean_organisation, ""),
        code=row.take("qualification_code", cells.clean_code, ""),
        title=title,
        title_key=_fold_title(title),
        level=row.take("level", _short_text, ""),
        award_date=_iso(awarded),
        expiry_date=_iso(expiry),
        grade=row.take("grade", _grade, ""),
        reference=row.take_optional("reference", clean_reference) or "",
    )


def _names(row: RowReader) -> tuple[str, str, str]:
    """First, middle and last name. A single name is kept as the first."""
    first = row.take_optional("first_name", drawable_name) or ""
    last = row.take_optional("last_name", drawable_name) or ""
    middle = row.take_optional("middle_name", drawable_name) or ""
    given = row.raw("first_name").strip() or row.raw("last_name").strip()
    row.check("first_name", not given, NameMissing())
    return (first, middle, last) if first else (last, middle, "")


def _check_dates(
    row: RowReader, born: date | None, awarded: date | None, expiry: date | None, today: date
) -> None:
    for column, day in (("date_of_birth", born), ("award_date", awarded)):
        if day:
            row.check(column, day < FIRST_DAY, DateTooEarly(day=day))
    if awarded:
        row.check("award_date", awarded > today + AHEAD, AwardTooFarAhead(day=awarded))
    if born and born > today:
        row.check("date_of_birth", True, BornInFuture(day=born))
    elif born and awarded:
        row.check("date_of_birth", born >= awarded, BornAfterAward(born=born, day=awarded))
    if expiry and awarded:
        wrong = ExpiryBeforeAward(expiry=expiry, day=awarded)
        row.check("expiry_date", expiry < awarded, wrong)
    if expiry:
        row.check("expiry_date", expiry > LAST_EXPIRY, ExpiryTooFarAhead())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _filled_date(text: str) -> date | None:
    return parse_date(cells.filled(text))


def drawable_name(text: str) -> str:
    return drawable(clean_name(text))


@lru_cache(maxsize=4096)
def _title(text: str) -> str:
    return drawable(cells.clean_title(text))


_fold_title = lru_cache(maxsize=4096)(fold)


@lru_cache(maxsize=4096)
def clean_organisation(text: str) -> str:
    """“Organisation”, or “Parent > Organisation”, each at most 200 characters."""
    parts = [cells.within(part.strip(), 200) for part in text.split(PARENT_MARK)]
    return PARENT_MARK.join(part for part in parts if fold(part))


@lru_cache(maxsize=4096)
def _short_text(text: str) -> str:
    return drawable(cells.within(text, 60))


@lru_cache(maxsize=4096)
def _grade(text: str) -> str:
    return drawable(cells.within(text, 100))
