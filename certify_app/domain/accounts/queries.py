"""Every SELECT of accounts, registrations and mailed links."""

from __future__ import annotations

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import (
    Account,
    AccountEmail,
    LinkPurpose,
    LoginSession,
    MailLink,
    Registration,
    RegistrationStatus,
    Role,
    StaffRole,
)
from certify_app.domain.learners.models import EnrolmentNumber, Learner
from certify_app.domain.tokens import token_hash


def account_with_email(session: Session, email: str) -> Account | None:
    """By any of its verified emails, in its normal form."""
    owner = select(AccountEmail.account_id).where(AccountEmail.email == email)
    return session.exec(select(Account).where(col(Account.id).in_(owner))).first()


def locked_account(session: Session, account_id: int) -> Account:
    """Its row held until the end of the unit of work (PostgreSQL), before any of its others."""
    row = select(Account).where(Account.id == account_id)
    fresh = row.with_for_update().execution_options(populate_existing=True)
    return session.exec(fresh).one()


def account_to_log_in(session: Session, name: str) -> Account | None:
    """By a verified email or the user name, as typed into the login: trimmed, in lower case."""
    named = select(Account).where(Account.user_name == name)
    return account_with_email(session, name) or session.exec(named).first()


def verified_emails(session: Session, account_id: int) -> list[str]:
    """All that log an account in and may be sent a code; the primary one comes first."""
    found = (
        select(AccountEmail.email)
        .join(Account, col(Account.id) == AccountEmail.account_id)
        .where(AccountEmail.account_id == account_id)
        .order_by(col(AccountEmail.email) != Account.email, col(AccountEmail.verified_at))
    )
    return list(session.exec(found))


def held_account(session: Session, account_id: int | None) -> Account:
    """Its row is this unit of work's alone until it ends, so that of two tabs one comes first."""
    return session.get_one(Account, account_id, with_for_update=True, populate_existing=True)


def first_account(
    session: Session, role: Role, staff_role: StaffRole | None = None
) -> Account | None:
    """The oldest account that can log in with a role."""
    return session.exec(
        select(Account)
        .where(
            Account.role == role,
            Account.staff_role == staff_role,
            col(Account.locked_at).is_(None),
        )
        .order_by(col(Account.id))
    ).first()


def has_used_browser(session: Session, account_id: int, browser: str) -> bool:
    """Whether an account has been logged in from such a browser, or never at all."""
    mine = select(LoginSession.browser).where(LoginSession.account_id == account_id)
    known = session.exec(mine.distinct()).all()
    return not known or browser in known


def enrolled_learner(session: Session, number_key: str) -> Learner | None:
    """By a folded enrolment number."""
    return session.exec(
        select(Learner)
        .join(EnrolmentNumber, col(EnrolmentNumber.learner_id) == Learner.id)
        .where(EnrolmentNumber.number_key == number_key)
    ).first()


def number_of(session: Session, learner_id: int) -> str:
    """The first of a learner's enrolment numbers."""
    return (
        session.exec(
            select(EnrolmentNumber.number)
            .where(EnrolmentNumber.learner_id == learner_id)
            .order_by(col(EnrolmentNumber.id))
        ).first()
        or ""
    )


def mailed_link(session: Session, purpose: LinkPurpose, token: str) -> MailLink | None:
    if not token.isascii():
        return None
    return session.exec(
        select(MailLink).where(
            MailLink.token_hash == token_hash(token), MailLink.purpose == purpose
        )
    ).first()


def registrations_waiting(session: Session) -> list[Registration]:
    """Those that staff must decide on, oldest first."""
    return list(
        session.exec(
            select(Registration)
            .where(Registration.status == RegistrationStatus.WAITING_FOR_STAFF)
            .order_by(col(Registration.id))
        )
    )
