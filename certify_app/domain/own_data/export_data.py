"""Ask for a copy of one's data, follow it, fetch it, and forget it after seven days."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.domain.accounts.models import Account
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.own_data.errors import ExportRunning, NoSuchExport
from certify_app.domain.own_data.models import DataExport, ExportStatus
from certify_app.domain.own_data.pack_export import exports, shelf_key
from certify_app.locales.paths import localised

JOB = "export_data"
KEPT_FOR = timedelta(days=7)


def ask_for_export(session: Session, account_id: int) -> DataExport:
    """Its file is made by a job.

    Raises:
        ExportRunning: of one account, one at a time.
    """
    export = DataExport(account_id=account_id)
    try:
        with session.begin_nested():
            session.add(export)
    except IntegrityError:
        raise ExportRunning from None
    record_act(session, "export_asked", "account", account_id, account_id)
    enqueue_job(session, JOB, {"export_id": export.id}, key=f"export {export.id}")
    return export


def newest_export(session: Session, account_id: int) -> DataExport | None:
    """The last one asked for, unless its file is gone."""
    of = select(DataExport).where(DataExport.account_id == account_id)
    found = session.exec(of.order_by(col(DataExport.id).desc())).first()
    return None if found is None or _is_over(found) else found


def running_export(session: Session, export_id: int) -> DataExport | None:
    wanted = DataExport.id == export_id, DataExport.status == ExportStatus.RUNNING
    return session.exec(select(DataExport).where(*wanted)).first()


def ready_export(session: Session, account_id: int, export_id: int) -> DataExport:
    """Raises NoSuchExport: not the account's own, not ready, or over."""
    export = session.get(DataExport, export_id)
    mine = export is not None and export.account_id == account_id
    if not mine or export is None or export.status != ExportStatus.READY or _is_over(export):
        raise NoSuchExport
    return export


def note_progress(session: Session, export_id: int, done: int, total: int) -> None:
    _change(session, export_id, done=done, total=total)


def note_ready(session: Session, export_id: int, size: int) -> None:
    """Tell its owner that it can be fetched, and until when."""
    until = now() + KEPT_FOR
    changes = {"status": ExportStatus.READY, "size": size, "expires_at": until}
    if not _change(session, export_id, **changes):
        return
    account = session.get_one(Account, session.get_one(DataExport, export_id).account_id)
    page = localised("/profile", account.language)
    send_mail(
        session,
        "export_ready",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        link=f"{settings().address}{page}?tab=your-data",
        until=until,
    )


def note_failed(session: Session, export_id: int) -> None:
    _change(session, export_id, status=ExportStatus.FAILED, expires_at=now() + KEPT_FOR)


def delete_old_exports(session: Session) -> int:
    """With their files; returns how many."""
    over = session.exec(select(DataExport).where(col(DataExport.expires_at) <= now())).all()
    for export in over:
        drop_export(session, export)
    return len(over)


def drop_export(session: Session, export: DataExport) -> None:
    exports().path(shelf_key(export.id or 0)).unlink(missing_ok=True)
    session.delete(export)


def _change(session: Session, export_id: int, **values: object) -> bool:
    changed = session.exec(
        update(DataExport)
        .where(col(DataExport.id) == export_id, col(DataExport.status) == ExportStatus.RUNNING)
        .values(**values)
        .execution_options(synchronize_session="fetch")
    )
    return changed.rowcount == 1


def _is_over(export: DataExport) -> bool:
    return export.expires_at is not None and export.expires_at <= now()
