"""Mail the awarding body when jobs, mails, the disk or the backup need somebody.

Once when it begins and once a day while it goes on.
"""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.watch.models import Alert
from certify_app.domain.watch.standing import LATE_SECONDS, Standing, look_around

AGAIN = timedelta(hours=24)
OLD_BACKUP = timedelta(hours=36)


def watch_deployment(session: Session) -> None:
    """A job calls this every few minutes."""
    wrong = troubles(look_around(session))
    known = {alert.name: alert for alert in session.exec(select(Alert))}
    for name in known.keys() - wrong:
        session.delete(known[name])
    due = [name for name in sorted(wrong) if _is_due(known.get(name))]
    for name in due:
        alert = known.get(name) or Alert(name=name)
        alert.told_at = now()
        session.add(alert)
    if due:
        send_mail(session, "deployment_alert", settings().reports_email, names=due)


def troubles(found: Standing) -> set[str]:
    """A backup is missed only where one was ever made: other means may be in use."""
    old = found.backup_seconds is not None and found.backup_seconds > OLD_BACKUP.total_seconds()
    signs = {
        "jobs_dead": found.jobs["dead"] > 0,
        "jobs_late": found.late_seconds > LATE_SECONDS,
        "mails_failed": found.mails["failed"] > 0,
        "disk_low": found.disk_is_low,
        "backup_old": old,
    }
    return {name for name, is_so in signs.items() if is_so}


def _is_due(alert: Alert | None) -> bool:
    return alert is None or now() - alert.told_at >= AGAIN


def open_alerts(session: Session) -> list[Alert]:
    return list(session.exec(select(Alert).order_by(col(Alert.since))))
