"""Personal Details and Additional Contact Information (guide 7.2.1).

They change the profile alone: awards keep the name they were made out to.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from certify_app.domain.accounts.errors import FirstNameMissing, LastNameMissing
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.registration_details import gather, require
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.connections.search_opt_in import set_search_opt_in
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.names import clean_name
from certify_app.domain.profiles import checks
from certify_app.domain.profiles.change_email import ask_for_new_email, wanted_email
from certify_app.domain.profiles.errors import UserNameTaken
from certify_app.domain.profiles.queries import profile_of
from certify_app.locales import LANGUAGES


@dataclass(frozen=True)
class TypedDetails:
    """As typed, unchecked."""

    first_name: str
    middle_name: str
    last_name: str
    date_of_birth: str
    user_name: str
    phone: str
    email: str
    search_opt_in: bool


@dataclass(frozen=True)
class TypedContact:
    alternative_email: str
    mobile_phone: str
    language: str
    emergency_name: str
    emergency_phone: str


def edit_details(session: Session, account_id: int, typed: TypedDetails) -> str:
    """Returns the new email that waits to be verified now; "" if it is the old one.

    Raises:
        Problems: one for each field to put right; nothing is changed.
    """
    account, profile = session.get_one(Account, account_id), profile_of(session, account_id)
    wrong: list[DomainError] = []
    first = gather(wrong, lambda: _name(typed.first_name, "first_name", FirstNameMissing))
    middle = gather(wrong, lambda: checks.name_if_any(typed.middle_name, "middle_name"))
    last = gather(wrong, lambda: _name(typed.last_name, "last_name", LastNameMissing))
    born = gather(wrong, lambda: checks.birth_date(typed.date_of_birth))
    user_name = gather(wrong, lambda: checks.clean_user_name(typed.user_name))
    phone = gather(wrong, lambda: checks.clean_phone(typed.phone, "phone"))
    email = gather(wrong, lambda: wanted_email(session, account, typed.email))
    gather(wrong, lambda: _opt_in(session, account_id, typed.search_opt_in))
    require(wrong)
    account.first_name, account.middle_name = first or "", middle or ""
    account.last_name = last or ""
    profile.date_of_birth, profile.phone = born, phone or ""
    session.add(profile)
    _take_user_name(session, account, user_name)
    record_act(session, "profile_changed", "account", account_id, account_id)
    if email:
        ask_for_new_email(session, account, email)
    return email or ""


def edit_contact(session: Session, account_id: int, typed: TypedContact) -> None:
    """All of it is optional.

    Raises:
        Problems: one for each field to put right; nothing is changed.
    """
    account, profile = session.get_one(Account, account_id), profile_of(session, account_id)
    wrong: list[DomainError] = []
    email = gather(wrong, lambda: checks.email_if_any(typed.alternative_email, "alternative_email"))
    mobile = gather(wrong, lambda: checks.clean_phone(typed.mobile_phone, "mobile_phone"))
    name = gather(wrong, lambda: checks.name_if_any(typed.emergency_name, "emergency_name"))
    phone = gather(wrong, lambda: checks.clean_phone(typed.emergency_phone, "emergency_phone"))
    require(wrong)
    profile.alternative_email, profile.mobile_phone = email or "", mobile or ""
    profile.emergency_name, profile.emergency_phone = name or "", phone or ""
    if typed.language in LANGUAGES:
        account.language = typed.language
    session.add(profile)
    record_act(session, "contact_changed", "account", account_id, account_id)


def _name(text: str, field: str, missing: type[DomainError]) -> str:
    if not text.strip():
        raise missing
    return clean_name(text, field)


def _opt_in(session: Session, account_id: int, wanted: bool) -> None:
    try:
        set_search_opt_in(session, account_id, wanted)
    except DomainError as problem:
        problem.field = "search_opt_in"
        raise


def _take_user_name(session: Session, account: Account, user_name: str | None) -> None:
    try:
        with session.begin_nested():
            account.user_name = user_name
            session.add(account)
    except IntegrityError:
        raise Problems([UserNameTaken()]) from None
