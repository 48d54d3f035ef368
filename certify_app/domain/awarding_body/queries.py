"""The one row that holds the awarding body's name, look and rules."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.awarding_body.models import AwardingBody


def awarding_body(session: Session) -> AwardingBody:
    """The awarding body; its defaults until somebody has set it up."""
    return session.get(AwardingBody, 1) or AwardingBody(id=1)
