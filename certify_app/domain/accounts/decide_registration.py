"""Staff approve or refuse a registration whose email is not in the records."""

from __future__ import annotations

from sqlmodel import Session, col, update

from certify_app.domain.accounts.create_account import create_account
from certify_app.domain.accounts.errors import NoSuchRegistration
from certify_app.domain.accounts.models import (
    Account,
    Registration,
    RegistrationStatus,
)
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.messages.send_mail import send_mail


def approve_registration(
    session: Session, registration_id: int, actor_id: int | None = None
) -> Account:
    """The learner may log in from now on, and is told so.

    Raises:
        NoSuchRegistration: none waits for staff under this id.
        AlreadyRegistered, EmailTaken
    """
    registration = _take(session, registration_id, RegistrationStatus.COMPLETE)
    account = create_account(session, registration, actor_id)
    send_mail(
        session,
        "registration_approved",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
    )
    return account


def refuse_registration(
    session: Session, registration_id: int, actor_id: int | None = None
) -> Registration:
    """No account is made, and whoever registered is told so.

    Raises:
        NoSuchRegistration: none waits for staff under this id.
    """
    registration = _take(session, registration_id, RegistrationStatus.REFUSED)
    record_act(session, "registration_refused", "registration", registration_id, actor_id)
    send_mail(
        session,
        "registration_refused",
        registration.email,
        language=registration.language,
        first_name=registration.first_name,
    )
    return registration


def _take(session: Session, registration_id: int, status: RegistrationStatus) -> Registration:
    """Move it on in one conditional UPDATE, so that it is decided once."""
    taken = session.exec(
        update(Registration)
        .where(
            col(Registration.id) == registration_id,
            col(Registration.status) == RegistrationStatus.WAITING_FOR_STAFF,
        )
        .values(status=status)
    )
    if taken.rowcount != 1:
        raise NoSuchRegistration(number=registration_id)
    return session.get_one(Registration, registration_id, populate_existing=True)
