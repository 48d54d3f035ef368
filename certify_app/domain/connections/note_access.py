"""Who opened, downloaded and checked what: the log that the learner reads."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.domain.awards.models import Qualification
from certify_app.domain.clock import now
from certify_app.domain.connections.may_open import Opened, Reader, may_download, may_open
from certify_app.domain.connections.models import Connection, ConnectionAct, ConnectionEvent
from certify_app.domain.connections.move_connection import write_event
from certify_app.domain.connections.shelf import Group
from certify_app.domain.connections.tell import tell_opened

SAME_CHECK = timedelta(minutes=10)
"""A page that is loaded again within this time is the same check."""


def note_opened(session: Session, reader: Reader, reference: str) -> None:
    """Written at every opening; the learner is told of the first.

    Raises:
        NotShared, PinMissing
    """
    opened = may_open(session, reader, reference)
    _note(session, opened, ConnectionAct.OPENED, reader)
    first = session.exec(
        update(Connection)
        .where(col(Connection.id) == opened.connection.id, col(Connection.opened_at).is_(None))
        .values(opened_at=now())
        .execution_options(synchronize_session=False)
    )
    if first.rowcount == 1:
        title = session.get_one(Qualification, opened.award.qualification_id).title
        tell_opened(session, opened.connection, title)


def note_downloaded(session: Session, reader: Reader, reference: str) -> None:
    """Apart from the learner's own limits, and never counted against them.

    Raises:
        NotShared, PinMissing, NotForDownload
    """
    opened = may_download(session, reader, reference)
    _note(session, opened, ConnectionAct.DOWNLOADED, reader)


def note_checked(
    session: Session, reader: Reader, connection: Connection, groups: list[Group]
) -> None:
    """One event an award, with what the check said; not again within ten minutes."""
    known = _checked_lately(session, reader, connection)
    for group in groups:
        paper = group.papers[0].id if group.papers else None
        badge = group.badges[0].id if group.badges and not group.papers else None
        said = group.standing.value
        if (paper, badge, said) not in known:
            write_event(
                session, connection, ConnectionAct.CHECKED, reader.account_id, said, paper, badge
            )


def _checked_lately(
    session: Session, reader: Reader, connection: Connection
) -> set[tuple[int | None, int | None, str]]:
    lately = session.exec(
        select(ConnectionEvent.document_id, ConnectionEvent.badge_id, ConnectionEvent.note).where(
            ConnectionEvent.connection_id == connection.id,
            ConnectionEvent.actor_id == reader.account_id,
            ConnectionEvent.act == ConnectionAct.CHECKED,
            col(ConnectionEvent.at) > now() - SAME_CHECK,
        )
    )
    return set(lately)


def _note(session: Session, opened: Opened, act: ConnectionAct, reader: Reader) -> None:
    document_id = opened.document.id
    write_event(session, opened.connection, act, reader.account_id, "", document_id)
