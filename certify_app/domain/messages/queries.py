"""Mails of the outbox, for the worker and for those who run the deployment."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from certify_app.domain.messages.models import Mail, MailStatus


def waiting_mail(session: Session, mail_id: int) -> Mail | None:
    return session.exec(
        select(Mail).where(Mail.id == mail_id, Mail.status == MailStatus.WAITING)
    ).first()


def find_mail(session: Session, mail_id: int) -> Mail | None:
    return session.get(Mail, mail_id)


def list_mails(session: Session, to: str = "", at_most: int | None = None) -> list[Mail]:
    """The newest first; `to` is a part of the address."""
    query = select(Mail).order_by(col(Mail.id).desc()).limit(at_most)
    if to:
        query = query.where(col(Mail.to).contains(to.strip().lower(), autoescape=True))
    return list(session.exec(query).all())


def count_waiting(session: Session) -> int:
    return session.exec(select(func.count()).where(Mail.status == MailStatus.WAITING)).one()
