"""Administrators let staff in, give them another role, and remove them."""

from __future__ import annotations

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.accounts.errors import EmailTaken, FirstNameMissing, LastNameMissing
from certify_app.domain.accounts.models import Account, Role, StaffRole
from certify_app.domain.accounts.passwords import hash_password
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.accounts.registration_details import gather, require
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.emails import BadEmail, normal_email
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.names import clean_name
from certify_app.domain.tokens import new_token
from certify_app.locales import N_


class RoleMissing(DomainError):
    sentence = N_("Choose a role")
    field = "role"


class NoSuchStaff(DomainError):
    sentence = N_("This person is not on your staff any more")
    field = "role"


class LastAdministrator(DomainError):
    sentence = N_("Somebody must stay administrator. Make another one first")
    field = "role"


def invite_staff(session: Session, typed: dict[str, str], actor_id: int | None = None) -> Account:
    """`typed` holds first_name, last_name, email and role.

    Raises:
        Problems: each to put right at its field.
    """
    wrong: list[DomainError] = []
    first = gather(wrong, lambda: _name(typed, "first_name", FirstNameMissing))
    last = gather(wrong, lambda: _name(typed, "last_name", LastNameMissing))
    email = gather(wrong, lambda: _free_email(session, typed.get("email", "")))
    role = gather(wrong, lambda: read_role(typed.get("role", "")))
    require(wrong)
    account = Account(
        email=email or "",
        password_hash=_nobody_s_password(),
        role=Role.STAFF,
        staff_role=role,
        first_name=first or "",
        last_name=last or "",
    )
    session.add(account)
    session.flush()
    record_act(session, "staff_invited", "account", account.id, actor_id, role=str(role))
    send_mail(
        session,
        "staff_invited",
        account.email,
        account_id=account.id,
        first_name=account.first_name,
    )
    return account


def change_role(session: Session, account_id: int, role: str, actor_id: int | None = None) -> None:
    """Raises RoleMissing, NoSuchStaff, LastAdministrator."""
    new, account = read_role(role), _staff(session, account_id)
    if account.staff_role is new:
        return
    if new is not StaffRole.ADMINISTRATOR:
        _check_not_last(session, account)
    old, account.staff_role = account.staff_role, new
    session.add(account)
    record_act(session, "role_changed", "account", account_id, actor_id, old=str(old), new=str(new))


def remove_staff(session: Session, account_id: int, actor_id: int | None = None) -> None:
    """The account stays, so that the log can name it; nobody can log in to it.

    Raises NoSuchStaff, LastAdministrator.
    """
    account = _staff(session, account_id)
    _check_not_last(session, account)
    account.staff_role, account.locked_at = None, now()
    account.lock_reason, account.password_hash = "removed", _nobody_s_password()
    session.add(account)
    end_sessions(session, account_id)
    record_act(session, "staff_removed", "account", account_id, actor_id)


def staff_member(session: Session, account_id: int) -> Account:
    """Raises NoSuchStaff."""
    return _staff(session, account_id)


def read_role(typed: str) -> StaffRole:
    """Raises RoleMissing."""
    for role in StaffRole:
        if role.value == typed:
            return role
    raise RoleMissing


def _nobody_s_password() -> str:
    """Who is invited sets their own by Forgot my password."""
    return hash_password(new_token())


def _staff(session: Session, account_id: int) -> Account:
    account = session.get(Account, account_id)
    if account is None or account.staff_role is None:
        raise NoSuchStaff
    return account


def _check_not_last(session: Session, account: Account) -> None:
    """All administrators are held, so that two cannot demote one another at once."""
    able = select(Account.id).where(
        Account.staff_role == StaffRole.ADMINISTRATOR, col(Account.locked_at).is_(None)
    )
    others = set(session.exec(able.with_for_update())) - {account.id}
    if account.staff_role is StaffRole.ADMINISTRATOR and not others:
        raise LastAdministrator


def _name(typed: dict[str, str], field: str, missing: type[DomainError]) -> str:
    if not typed.get(field, "").strip():
        raise missing
    return clean_name(typed[field], field)


def _free_email(session: Session, typed: str) -> str:
    try:
        email = normal_email(typed)
    except BadEmail:
        raise BadEmail("email") from None
    if account_with_email(session, email):
        raise EmailTaken("email", mailbox=settings().reports_email)
    return email
