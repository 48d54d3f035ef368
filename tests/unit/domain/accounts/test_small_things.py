"""Browsers by name, and problems as words of an address."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from certify_app.domain.accounts.browsers import browser_name
from certify_app.domain.accounts.errors import (
    LockedByStaff,
    LockedByWrongPasswords,
    WrongCredentials,
)
from certify_app.domain.accounts.passwords import PasswordsDiffer, PasswordTooShort
from certify_app.domain.accounts.problem_codes import KNOWN, code_of, problems_of
from certify_app.domain.errors import Problems
from tests.people import People

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"


@pytest.mark.parametrize(
    ("says", "name"),
    [
        (f"{WINDOWS} Chrome/130.0 Safari/537.36", "Chrome on Windows"),
        (f"{WINDOWS} Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Windows"),
        (f"{PHONE} Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0", "Firefox on Linux"),
        ("curl/8.1", ""),
        ("", ""),
    ],
)
def test_a_browser_has_a_name_its_user_knows(says: str, name: str) -> None:
    assert browser_name(says) == name


def test_each_problem_comes_back_as_itself(session: Session, people: People) -> None:
    for kind in KNOWN:
        (found,) = problems_of(session, code_of(kind()))
        assert type(found) is kind
        assert "{" not in str(found)


def test_several_problems_come_back_in_order(session: Session, people: People) -> None:
    several = Problems([PasswordTooShort(), PasswordsDiffer()])
    found = problems_of(session, code_of(several))
    assert [type(p) for p in found] == [PasswordTooShort, PasswordsDiffer]


def test_codes_can_be_read_in_an_address() -> None:
    codes = [code_of(e()) for e in (WrongCredentials, LockedByStaff, LockedByWrongPasswords)]
    assert codes == ["wrong_credentials", "locked_by_staff", "locked_by_wrong_passwords"]
