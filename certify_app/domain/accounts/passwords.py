"""Passwords: how they are kept, and which are good enough.

bcrypt over base64(sha256(NFKC(password))), so that no length is cut off and no
byte is refused. The rule is NIST SP 800-63B-4's: length and a list of common ones,
no composition, paste allowed.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from functools import cache

import bcrypt
from zxcvbn import zxcvbn

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

LONGEST = 128
ROUNDS = 12


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


def check_password(password: str, shortest: int, about: tuple[str, ...] = ()) -> None:
    """Refuse what is easy to guess. `about` holds the names and email of the person.

    Raises:
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordIsYou
    """
    if len(password) < shortest:
        raise PasswordTooShort(shortest=shortest)
    if len(password) > LONGEST:
        raise PasswordTooLong(longest=LONGEST)
    lowered = password.casefold()
    parts = [part for text in about for part in (text.casefold(), text.casefold().split("@")[0])]
    if any(len(part) >= 4 and part in lowered for part in parts):
        raise PasswordIsYou
    if zxcvbn(password[:72], user_inputs=[*parts, "certify", "certificate"])["score"] < 2:
        raise PasswordTooCommon


def _digest(password: str) -> bytes:
    normal = unicodedata.normalize("NFKC", password)
    return base64.b64encode(hashlib.sha256(normal.encode("utf-8", "surrogatepass")).digest())


@cache
def _nobodys() -> str:
    return hash_password("nobody has this password")
