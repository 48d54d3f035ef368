"""Making the account of a registered learner: once, whoever else tries at the same time."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.domain.accounts.errors import AlreadyRegistered, EmailTaken
from certify_app.domain.accounts.models import (
    Account,
    MailLink,
    Registration,
    RegistrationStatus,
    Role,
)
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    forget_wrong_passwords,
)
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.learners.models import Learner

OPEN = (RegistrationStatus.WAITING_FOR_EMAIL, RegistrationStatus.WAITING_FOR_STAFF)


def create_account(
    session: Session, registration: Registration, actor_id: int | None = None
) -> Account:
    """Complete a registration whose email has been verified, and close its rivals.

    Raises:
        AlreadyRegistered: the learner has an account.
        EmailTaken: somebody else's account has this email.
    """
    learner = locked_learner(session, registration.learner_id)
    if learner.account_id:
        raise AlreadyRegistered(mailbox=settings().reports_email)
    account = _add_account(session, registration, learner)
    learner.account_id = account.id
    registration.status, registration.password_hash = RegistrationStatus.COMPLETE, ""
    _supersede_rivals(session, registration)
    forget_wrong_passwords(session, address_key(account.email))
    record_act(session, "registration_completed", "account", account.id, actor_id)
    session.flush()
    return account


def locked_learner(session: Session, learner_id: int) -> Learner:
    """The learner's row, held until the end of the unit of work (PostgreSQL)."""
    row = select(Learner).where(Learner.id == learner_id)
    fresh = row.with_for_update().execution_options(populate_existing=True)
    return session.exec(fresh).one()


def _add_account(session: Session, registration: Registration, learner: Learner) -> Account:
    account = Account(
        email=registration.email,
        password_hash=registration.password_hash,
        role=Role.LEARNER,
        first_name=learner.first_name,
        middle_name=learner.middle_name,
        last_name=learner.last_name,
        language=registration.language,
        terms_version=registration.terms_version,
    )
    try:
        with session.begin_nested():
            session.add(account)
    except IntegrityError:
        raise EmailTaken(mailbox=settings().reports_email) from None
    return account


def _supersede_rivals(session: Session, registration: Registration) -> None:
    rivals = select(Registration.id).where(
        Registration.learner_id == registration.learner_id,
        Registration.id != registration.id,
        col(Registration.status).in_(OPEN),
    )
    ids = list(session.exec(rivals))
    session.exec(
        update(MailLink)
        .where(col(MailLink.registration_id).in_(ids), col(MailLink.used_at).is_(None))
        .values(superseded_at=now())
    )
    session.exec(
        update(Registration)
        .where(col(Registration.id).in_(ids))
        .values(status=RegistrationStatus.SUPERSEDED, password_hash="")
    )
