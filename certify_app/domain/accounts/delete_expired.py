"""Forget logins, links, registrations and counts that are over; each is done by a periodic job."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, delete, or_

from certify_app.domain.accounts.models import (
    LoginSession,
    MailLink,
    RateCount,
    Registration,
    RegistrationStatus,
    WrongPasswords,
)
from certify_app.domain.accounts.wrong_passwords import FORGOTTEN_AFTER
from certify_app.domain.clock import now

KEEP = timedelta(days=30)
"""So long a used or expired link can still say why it does not work."""

KEEP_LOCK = timedelta(days=90)
"""Most locks are of addresses that no account has, and nobody would ever lift them."""


def delete_ended_sessions(session: Session) -> None:
    session.execute(
        delete(LoginSession).where(
            or_(
                col(LoginSession.ended_at) < now() - KEEP,
                col(LoginSession.expires_at) < now() - KEEP,
            )
        )
    )


def delete_expired_links(session: Session) -> None:
    session.execute(delete(MailLink).where(col(MailLink.expires_at) < now() - KEEP))


def delete_old_registrations(session: Session) -> None:
    """All but those that wait for staff; a completed one lives on as an account."""
    session.execute(
        delete(Registration).where(
            col(Registration.created_at) < now() - KEEP,
            col(Registration.status) != RegistrationStatus.WAITING_FOR_STAFF,
        )
    )


def delete_forgotten_tries(session: Session) -> None:
    """Wrong passwords that led to no lock, and locks that nobody has met for long."""
    last = col(WrongPasswords.last_at)
    no_lock = col(WrongPasswords.locked_at).is_(None)
    session.execute(
        delete(WrongPasswords).where(
            or_(no_lock & (last <= now() - FORGOTTEN_AFTER), last <= now() - KEEP_LOCK)
        )
    )


def delete_rate_counts(session: Session) -> None:
    session.execute(delete(RateCount).where(col(RateCount.window_ends_at) < now()))
