"""What somebody types to register, checked and brought into the form that is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from certify_app.domain.accounts.errors import (
    BadBirthDate,
    BadNumber,
    ConfirmationMissing,
    EmailMissing,
    FirstNameMissing,
    LastNameMissing,
    NumberMissing,
    PasswordMissing,
)
from certify_app.domain.accounts.passwords import PasswordsDiffer, check_password
from certify_app.domain.clock import now
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.names import clean_name, fold

T = TypeVar("T")
LONGEST_NUMBER = 60
OLDEST = 120
"""Years."""
BIRTH_DATE = re.compile(r"\s*(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})\s*", re.ASCII)


@dataclass(frozen=True)
class LoginDetails:
    """Page one of the guide's 2.2."""

    email: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class PersonalDetails:
    """Page two; the date of birth only where the email is not in the records."""

    first_name: str
    last_name: str
    enrolment_number: str
    date_of_birth: date | None = None


@dataclass(frozen=True)
class TypedRegistration:
    """All three pages as they were typed, unchecked; never shown or logged whole."""

    email: str
    password: str
    confirmation: str
    first_name: str
    last_name: str
    enrolment_number: str
    date_of_birth: str = ""

    def __repr__(self) -> str:
        return "TypedRegistration(…)"


def check_registration(
    typed: TypedRegistration, shortest: int
) -> tuple[LoginDetails, PersonalDetails]:
    """Raises Problems: one for each field to put right."""
    problems: list[DomainError] = []
    names = typed.first_name, typed.last_name
    login = gather(
        problems,
        lambda: check_login_details(
            typed.email, typed.password, typed.confirmation, shortest, names
        ),
    )
    personal = gather(
        problems,
        lambda: check_personal_details(*names, typed.enrolment_number, typed.date_of_birth),
    )
    if login is None or personal is None:
        raise Problems(problems)
    return login, personal


def check_login_details(
    email: str,
    password: str,
    confirmation: str,
    shortest: int,
    names: tuple[str, ...] = (),
) -> LoginDetails:
    """`names` are not to be in the password.

    Raises:
        Problems: one for each field to put right.
    """
    problems: list[DomainError] = []
    address = gather(problems, lambda: normal_email(_given(email, EmailMissing)))
    gather(problems, lambda: check_new_password(password, confirmation, shortest, (email, *names)))
    require(problems)
    return LoginDetails(address or "", password)


def check_new_password(
    password: str, confirmation: str, shortest: int, about: tuple[str, ...]
) -> None:
    """Raises one of the password's errors, or Problems with those of both fields."""
    if not password:
        raise PasswordMissing
    problems: list[DomainError] = []
    gather(problems, lambda: check_password(password, shortest, about))
    if not confirmation:
        problems.append(ConfirmationMissing())
    elif confirmation != password:
        problems.append(PasswordsDiffer())
    require(problems)


def check_personal_details(
    first_name: str, last_name: str, number: str, born: str = ""
) -> PersonalDetails:
    """Raises Problems: one for each field to put right."""
    problems: list[DomainError] = []
    first = gather(problems, lambda: _name(first_name, "first_name", FirstNameMissing))
    last = gather(problems, lambda: _name(last_name, "last_name", LastNameMissing))
    clean = gather(problems, lambda: clean_number(number))
    birth = gather(problems, lambda: read_birth_date(born))
    require(problems)
    return PersonalDetails(first or "", last or "", clean or "", birth)


def clean_number(text: str) -> str:
    """As typed, with single spaces.

    Raises:
        NumberMissing, BadNumber: nothing to compare in it, too long, or characters
            that nobody can see.
    """
    number = " ".join(_given(text, NumberMissing).split())
    unseen = any(unicodedata.category(c)[0] == "C" for c in number)
    if unseen or not fold(number) or len(number) > LONGEST_NUMBER:
        raise BadNumber
    return number


def read_birth_date(text: str) -> date | None:
    """Day, month, year with any separator; None for an empty text.

    Raises:
        BadBirthDate: no such day, or not that of somebody alive.
    """
    if not text.strip():
        return None
    found = BIRTH_DATE.fullmatch(text)
    if not found:
        raise BadBirthDate
    day, month, year = map(int, found.groups())
    try:
        born = date(year, month, day)
    except ValueError:
        raise BadBirthDate from None
    if not 0 <= now().year - born.year <= OLDEST or born > now().date():
        raise BadBirthDate
    return born


def _name(text: str, field: str, missing: type[DomainError]) -> str:
    return clean_name(_given(text, missing), field)


def _given(text: str, missing: type[DomainError]) -> str:
    if not text.strip():
        raise missing
    return text


def gather(problems: list[DomainError], check: Callable[[], T]) -> T | None:
    """What a check answers; what it raises is put with the other problems."""
    try:
        return check()
    except Problems as several:
        problems.extend(several.problems)
    except DomainError as problem:
        problems.append(problem)
    return None


def require(problems: list[DomainError]) -> None:
    """Raises Problems if there are any."""
    if problems:
        raise Problems(problems)
