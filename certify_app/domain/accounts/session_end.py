"""When a login ends by itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now


@dataclass(frozen=True)
class TimeLeft:
    """Seconds: without doing anything, and at the most."""

    idle_seconds: int
    over_seconds: int


def time_left(session: Session, session_id: int) -> TimeLeft:
    """How long a login lasts if nothing is done from now, and however much is done."""
    login = session.get(LoginSession, session_id)
    idle = awarding_body(session).session_idle_minutes * 60
    if login is None or login.ended_at:
        return TimeLeft(0, 0)
    return TimeLeft(idle, max(0, int((login.expires_at - now()).total_seconds())))
