"""Forget logins, links and counts that are over; each is done by a periodic job."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, delete, or_

from certify_app.domain.accounts.models import LoginSession, MailLink, RateCount
from certify_app.domain.clock import now

KEEP = timedelta(days=30)
"""So long a used or expired link can still say why it does not work."""


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


def delete_rate_counts(session: Session) -> None:
    session.execute(delete(RateCount).where(col(RateCount.window_ends_at) < now()))
