"""The first of the awarding body's staff, who lets in the others."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.errors import EmailTaken
from certify_app.domain.accounts.models import Account, Role, StaffRole
from certify_app.domain.accounts.passwords import check_password, hash_password
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.emails import normal_email
from certify_app.domain.names import clean_name


def create_administrator(
    session: Session, email: str, first_name: str, last_name: str, password: str
) -> Account:
    """Raises BadEmail, BadName, EmailTaken, or one of the errors of `passwords`."""
    address = normal_email(email)
    first, last = clean_name(first_name), clean_name(last_name)
    shortest = awarding_body(session).shortest_password
    check_password(password, shortest, (address, first, last))
    if account_with_email(session, address):
        raise EmailTaken(mailbox=settings().reports_email)
    account = Account(
        email=address,
        password_hash=hash_password(password),
        role=Role.STAFF,
        staff_role=StaffRole.ADMINISTRATOR,
        first_name=first,
        last_name=last,
    )
    session.add(account)
    session.flush()
    record_act(session, "administrator_created", "account", account.id)
    return account
