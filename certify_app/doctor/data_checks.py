"""The database, the data folder, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, func, select

from certify_app.config import settings
from certify_app.db.engine import database, read_now
from certify_app.db.migrate import is_current
from certify_app.doctor.finding import Finding, problem, warning, well
from certify_app.domain.accounts.models import Role, StaffRole
from certify_app.domain.accounts.queries import first_account
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.backups.last_backup import last_backup
from certify_app.domain.clock import now
from certify_app.domain.watch.standing import LATE_SECONDS, look_around

AHEAD = timedelta(minutes=2)
GIGABYTE = 1_000_000_000


def check_database() -> Iterator[Finding]:
    kind = "SQLite" if database().is_sqlite else "PostgreSQL"
    try:
        current = is_current(database())
    except SQLAlchemyError:
        yield problem(
            "database",
            f"{kind} does not answer.",
            "See that it runs, and that CERTIFY_DATABASE_URL has its address, user and password.",
        )
        return
    if current:
        yield well("database", f"{kind} answers and is up to date.")
    else:
        yield problem(
            "database",
            f"{kind} lacks migrations.",
            "Run: certify backup, then certify migrate",
        )


def check_folder() -> Iterator[Finding]:
    folder = settings().data_dir
    if not folder.is_dir():
        yield problem("data folder", f"There is no {folder}.", "Make it, or run: certify migrate")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield problem(
            "data folder",
            f"{folder} cannot be written by this user.",
            f"Run as its owner: chown -R {os.getuid()} {folder}",
        )
    elif folder.stat().st_mode & 0o007:
        yield warning(
            "data folder",
            f"Other users of this machine can read {folder}, which holds personal data.",
            f"Run: chmod 750 {folder}",
        )
    else:
        yield well("data folder", f"{folder} is ours alone.")


def check_standing() -> Iterator[Finding]:
    found = read_now(look_around)
    free = f"{found.disk_free / GIGABYTE:.1f} GB are free where the data is."
    yield problem("disk", free, "Make room.") if found.disk_is_low else well("disk", free)
    if found.late_seconds > LATE_SECONDS:
        minutes = found.late_seconds / 60
        yield problem(
            "jobs",
            f"Work has waited for {minutes:.0f} minutes.",
            "Start certify serve or certify worker; one of them has to have threads for it.",
        )
    for about, count in (("jobs", found.jobs["dead"]), ("mails", found.mails["failed"])):
        if count:
            says = f"{count} failed for good."
            yield warning(about, says, f"Look at them in the console under {about.title()}.")


def check_backup() -> Iterator[Finding]:
    made = last_backup()
    if made is None:
        yield warning(
            "backup",
            "certify backup has never run here.",
            "Run it daily: docs/operating/backup.md says how.",
        )
    elif made.is_old:
        yield problem(
            "backup",
            f"The last one is of {made.at:%d/%m/%Y %H:%M} UTC.",
            "See why the daily certify backup does not run.",
        )
    else:
        yield well("backup", f"The last one is of {made.at:%d/%m/%Y %H:%M} UTC.")


def check_clock() -> Iterator[Finding]:
    """Against PostgreSQL's, and against what was written here last."""
    ahead = read_now(_newest_act)
    if ahead and ahead > now() + AHEAD:
        yield problem(
            "clock",
            f"Something was written at {ahead:%d/%m/%Y %H:%M} UTC, which is yet to come.",
            "Set the clock right: timedatectl set-ntp true",
        )
        return
    if not database().is_sqlite:
        apart = abs(read_now(_seconds_apart))
        if apart > AHEAD.total_seconds():
            yield problem(
                "clock",
                f"It is {apart:.0f} seconds apart from the database's.",
                "Set both right: timedatectl set-ntp true",
            )
            return
    yield well("clock", f"It is {now():%d/%m/%Y %H:%M} UTC.")


def _newest_act(session: Session) -> datetime | None:
    return session.exec(select(func.max(AuditEntry.at))).one()


def _seconds_apart(session: Session) -> float:
    there = session.connection().execute(text("SELECT clock_timestamp()")).scalar_one()
    return float((there - now()).total_seconds())


def check_people() -> Iterator[Finding]:
    if not read_now(first_account, Role.STAFF, StaffRole.ADMINISTRATOR):
        yield problem(
            "administrator",
            "Nobody can log in to the console.",
            "Run: certify setup, or certify create-admin EMAIL",
        )
    else:
        yield well("administrator", "There is an administrator.")
    if read_now(awarding_body).name == AwardingBody().name:
        yield warning("awarding body", "It has no name yet.", "Run: certify setup")
