"""Passwords: how they are kept, and which are good enough.

bcrypt over base64(sha256(NFKC(password))), so that no length is cut off and no
byte is refused. The rule is NIST SP 800-63B-4's: length and a list of common ones,
no composition, paste allowed.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cache

import bcrypt
from zxcvbn import zxcvbn

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

LONGEST = 128
ROUNDS = 12
LOWEST_SCORE = 2
"""Of zxcvbn's 0 to 4."""


class PasswordTooShort(DomainError):
    sentence = N_("Password must have at least {shortest} characters")
    field = "password"


class PasswordTooLong(DomainError):
    sentence = N_("Password must have at most {longest} characters")
    field = "password"


class PasswordTooCommon(DomainError):
    sentence = N_("Choose a password that is harder to guess")
    field = "password"


class PasswordIsYou(DomainError):
    sentence = N_("Choose a password that does not contain your name or email")
    field = "password"


class PasswordsDiffer(DomainError):
    sentence = N_("Both passwords must be the same")
    field = "confirm_password"


def hash_password(password: str) -> str:
    """About 0.2 s of CPU: never on the event loop."""
    return bcrypt.hashpw(_digest(password), bcrypt.gensalt(ROUNDS)).decode()


def password_matches(password: str, password_hash: str | None) -> bool:
    """Compare in the same time whether the account exists (hash given) or not."""
    known = bcrypt.checkpw(_digest(password), (password_hash or _nobodys()).encode())
    return known and password_hash is not None


@dataclass(frozen=True)
class PasswordRules:
    """What a password keeps of the rules; for whoever is still typing it."""

    right_length: bool
    hard_to_guess: bool
    not_about_you: bool


def check_password(password: str, shortest: int, about: tuple[str, ...] = ()) -> None:
    """Refuse what is easy to guess. `about` holds the names and email of the person.

    Raises:
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordIsYou
    """
    if len(password) < shortest:
        raise PasswordTooShort(shortest=shortest)
    if len(password) > LONGEST:
        raise PasswordTooLong(longest=LONGEST)
    rules = password_rules(password, shortest, about)
    if not rules.not_about_you:
        raise PasswordIsYou
    if not rules.hard_to_guess:
        raise PasswordTooCommon


def password_rules(password: str, shortest: int, about: tuple[str, ...] = ()) -> PasswordRules:
    """Up to 0.2 s of CPU for a long password: never on the event loop."""
    parts = _parts(about)
    lowered = password.casefold()[: 2 * LONGEST]
    guess = zxcvbn(password[:72], user_inputs=[*parts, "certify", "certificate"])
    return PasswordRules(
        right_length=shortest <= len(password) <= LONGEST,
        hard_to_guess=guess["score"] >= LOWEST_SCORE,
        not_about_you=not any(len(part) >= 4 and part in lowered for part in parts),
    )


def _parts(about: tuple[str, ...]) -> list[str]:
    texts = [text.casefold()[:300] for text in about]
    return [part for text in texts for part in (text, text.split("@")[0])]


def _digest(password: str) -> bytes:
    normal = unicodedata.normalize("NFKC", password)
    return base64.b64encode(hashlib.sha256(normal.encode("utf-8", "surrogatepass")).digest())


@cache
def _nobodys() -> str:
    return hash_password("nobody has this password")
