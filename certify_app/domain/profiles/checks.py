"""Checks of what is typed into a profile, and the form it is kept in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from certify_app.domain.accounts.registration_details import read_birth_date
from certify_app.domain.emails import BadEmail, normal_email
from certify_app.domain.names import clean_name
from certify_app.domain.profiles.errors import BadPhone, BadUserName, BirthDateMissing

USER_NAME = re.compile(r"[^\W_][\w.-]{1,48}[^\W_]")
PHONE = re.compile(r"\+?[0-9 ()./-]{5,38}", re.ASCII)
FEWEST_DIGITS = 5


def clean_user_name(text: str) -> str | None:
    """In the form the login looks for; None for none. It has no "@", so it is no email.

    Raises:
        BadUserName
    """
    name = unicodedata.normalize("NFKC", text).strip().casefold()
    if not name:
        return None
    if not USER_NAME.fullmatch(name):
        raise BadUserName
    return name


def clean_phone(text: str, field: str) -> str:
    """As typed, with single spaces; "" for none.

    Raises:
        BadPhone
    """
    phone = " ".join(text.split())
    digits = sum(c.isdigit() for c in phone)
    if phone and (not PHONE.fullmatch(phone) or digits < FEWEST_DIGITS):
        raise BadPhone(field)
    return phone


def birth_date(text: str) -> date:
    """Raises BirthDateMissing, BadBirthDate."""
    if (born := read_birth_date(text)) is None:
        raise BirthDateMissing
    return born


def name_if_any(text: str, field: str) -> str:
    """Raises BadName."""
    return clean_name(text, field) if text.strip() else ""


def email_if_any(text: str, field: str) -> str:
    """Raises BadEmail."""
    if not text.strip():
        return ""
    try:
        return normal_email(text)
    except BadEmail:
        raise BadEmail(field) from None
