"""Codes that no longer work are forgotten after a day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from certify_app.domain.clock import now
from certify_app.domain.third_parties.models import SignInCode


def delete_sign_in_codes(session: Session) -> None:
    old = col(SignInCode.expires_at) < now() - timedelta(days=1)
    session.execute(delete(SignInCode).where(old))
