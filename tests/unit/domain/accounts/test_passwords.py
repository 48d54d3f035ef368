"""Which passwords are good enough, and how they are kept."""

from __future__ import annotations

import pytest

from certify_app.domain.accounts import passwords
from certify_app.domain.accounts.passwords import (
    PasswordIsYou,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
    check_password,
    hash_password,
    password_matches,
    password_rules,
)
from certify_app.domain.errors import DomainError

ABOUT = ("jane.doe@example.org", "Jane", "Doe")


@pytest.fixture(autouse=True)
def cheap_bcrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "ROUNDS", 4)


@pytest.mark.parametrize(
    "password",
    [
        "seven herons by the weir",
        "correcthorsebattery",
        "καλημέρα κόσμε μου",
        "🦆🦆🌊🌊🏔🏔🌧🌧🦊🦊🌙🌙",
        ("seven herons by the weir " * 6)[:128],
        "a b c d e f g h i",
    ],
)
def test_length_is_enough_without_any_composition(password: str) -> None:
    check_password(password, 12, ABOUT)


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("", PasswordTooShort),
        ("elevenchars", PasswordTooShort),
        ("x" * 129, PasswordTooLong),
        ("x" * 5000, PasswordTooLong),
        ("password1234", PasswordTooCommon),
        ("qwertyuiop123", PasswordTooCommon),
        ("aaaaaaaaaaaaaaaa", PasswordTooCommon),
        ("my jane.doe password", PasswordIsYou),
        ("JANE is the one here", PasswordIsYou),
    ],
)
def test_what_is_easy_to_guess_is_refused(password: str, error: type[DomainError]) -> None:
    with pytest.raises(error):
        check_password(password, 12, ABOUT)


def test_short_names_are_no_reason_to_refuse() -> None:
    check_password("doe rivers and hills", 12, ("x@example.org", "Li", "Doe"))


@pytest.mark.parametrize("password", ["x" * 73, "x" * 5000, "a\x00b", "\ud800", "é", "🦆" * 40])
def test_every_byte_and_length_counts(password: str) -> None:
    kept = hash_password(password)
    assert password_matches(password, kept)
    assert not password_matches(password + "x", kept)


def test_one_letter_in_two_encodings_is_the_same() -> None:
    assert password_matches("Sio\u0302n", hash_password("Siôn"))


def test_nobody_has_no_password() -> None:
    assert not password_matches("nobody has this password", None)


def test_the_rules_say_what_is_missing_while_typing() -> None:
    rules = password_rules("jane", 12, ABOUT)
    assert not rules.right_length
    assert not rules.hard_to_guess
    assert not rules.not_about_you
