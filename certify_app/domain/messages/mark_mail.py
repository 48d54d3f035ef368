"""Write on a mail of the outbox what became of it."""

from __future__ import annotations

from sqlmodel import Session, col, update

from certify_app.domain.clock import now
from certify_app.domain.messages.models import Mail, MailStatus


def sent(session: Session, mail_id: int) -> None:
    _mark(session, mail_id, status=MailStatus.SENT, sent_at=now(), problem="")


def kept(session: Session, mail_id: int) -> None:
    _mark(session, mail_id, status=MailStatus.KEPT)


def failed(session: Session, mail_id: int, problem: str, final: bool) -> None:
    """`final`: nobody will try again."""
    status = MailStatus.FAILED if final else MailStatus.WAITING
    _mark(session, mail_id, status=status, problem=problem[:500])


def _mark(session: Session, mail_id: int, **values: object) -> None:
    session.execute(
        update(Mail)
        .where(col(Mail.id) == mail_id, col(Mail.status) == MailStatus.WAITING)
        .values(attempts=col(Mail.attempts) + 1, **values)
    )
