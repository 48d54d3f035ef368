"""Errors as words of an address, for a page that is reached by a redirect."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts import errors
from certify_app.domain.accounts.passwords import (
    LONGEST,
    PasswordIsYou,
    PasswordsDiffer,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
)
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.errors import NotYourInvitation
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.passkeys.errors import (
    MOST_PASSKEYS,
    PasskeyIsKnown,
    PasskeyRefused,
    TooManyPasskeys,
)
from certify_app.domain.profiles.change_email import MOST
from certify_app.domain.profiles.errors import (
    EmailIsTaken,
    NotAPhoto,
    PhotoTooLarge,
    TooManyEmails,
    TooManyPixels,
)
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.sealing import SecretChanged
from certify_app.domain.second_step import errors as second_step
from certify_app.domain.third_parties.errors import CodeEnded, NotAThirdParty, WrongCode

HUMP = re.compile(r"(?<!^)(?=[A-Z])")
KNOWN: tuple[type[DomainError], ...] = (
    errors.AlreadyRegistered,
    errors.ConfirmationMissing,
    errors.EmailMissing,
    errors.EmailTaken,
    errors.FirstNameMissing,
    errors.LastNameMissing,
    errors.LockedByStaff,
    errors.LockedByWrongPasswords,
    errors.PasswordMissing,
    errors.TooBusy,
    errors.WrongCredentials,
    second_step.CodeIsUsed,
    second_step.CodeIsWrong,
    second_step.CodeMissing,
    second_step.HalfLoginEnded,
    second_step.LockedByWrongCodes,
    second_step.RecoveryCodeIsWrong,
    CodeEnded,
    EmailIsTaken,
    NotAPhoto,
    NotAThirdParty,
    NotYourInvitation,
    PasskeyIsKnown,
    PasskeyRefused,
    TooManyPasskeys,
    errors.PasswordNotGivenAgain,
    PasswordIsYou,
    PasswordsDiffer,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
    PhotoTooLarge,
    TooManyEmails,
    SecretChanged,
    TooManyPixels,
    WrongCode,
)


def code_of(error: DomainError) -> str:
    """Such as "wrong_credentials", "too_many_tries-9", or several with a comma."""
    if isinstance(error, Problems):
        return ",".join(map(code_of, error.problems))
    if isinstance(error, TooManyTries):
        return f"too_many_tries-{error.minutes}"
    return HUMP.sub("_", type(error).__name__).lower()


BY_CODE = {HUMP.sub("_", kind.__name__).lower(): kind for kind in KNOWN}


def problems_of(session: Session, codes: str) -> list[DomainError]:
    """Those that an address names; what is not one of ours is left out."""
    body = awarding_body(session)
    params: dict[str, Any] = {
        "body": body.name,
        "mailbox": settings().reports_email,
        "shortest": body.shortest_password,
        "longest": LONGEST,
        "most": MOST,
        "passkeys": MOST_PASSKEYS,
    }
    found: list[DomainError] = []
    for code in codes.split(",")[:5]:
        if kind := BY_CODE.get(code):
            found.append(kind(**params))
        elif wait := re.fullmatch(r"too_many_tries-(\d{1,4})", code, re.ASCII):
            found.append(TooManyTries(timedelta(minutes=int(wait[1]))))
    return found
