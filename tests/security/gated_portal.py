"""The portal under attack: its process, its people, and what must never be seen."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from sqlalchemy import inspect, select
from sqlmodel import SQLModel

import certify_app.db.tables as _tables
from certify_app.db.engine import Database
from certify_app.db.migrate import migrate
from certify_app.domain.accounts.models import StaffRole
from certify_app.domain.accounts.sessions import open_session
from tests.browser.portal import free_port
from tests.people import People, Person, Role, add_account, add_people
from tests.waiting import wait_until

SECRETS = ("Xanthippe", "Grade-7731", "TA-100001", "1998-04-12")
"""Jane's alone: her middle name, her grade, her enrolment number, her birthday."""
MAY_CHANGE = {
    "rate_count": "counts of tries are what a limit is made of",
    "wrong_passwords": "a wrong password is counted for its address",
    "passkey_challenge": "a question to a passkey is kept before anybody has answered it",
    "verification_event": "every check of a reference is written down",
    "job": "the worker in the process plans its own jobs",
}


@dataclass
class Gated:
    port: int
    folder: Path
    db: Database
    people: People
    offers: dict[str, Any]
    staff: dict[str, Person] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")

    def log_in(self, person: Person | None) -> str:
        """A Cookie header; empty for nobody."""
        if person is None:
            return ""
        with self.db.write() as session:
            return f"certify={open_session(session, person.id)}"

    def everybody(self) -> dict[str, Person | None]:
        """All but Jane, whose data it is about."""
        people = self.people
        others = {"dave": people.dave, "tracy": people.tracy, "mallory": people.mallory}
        return {"nobody": None, **others, **self.staff}

    def digest(self, but: Person | None = None) -> dict[str, str]:
        """A hash of every table, without `MAY_CHANGE` and the rows of one account."""
        with self.db.read() as session:
            connection = session.connection()
            there = set(inspect(connection).get_table_names())
            return {
                table.name: _digest(connection, table, but)
                for table in SQLModel.metadata.sorted_tables
                if table.name not in MAY_CHANGE and table.name in there
            }


OWN = {"account": "id", "audit_entry": "actor_id"}
"""The column that says whose a row is, where it is not `account_id`."""


def _digest(connection: Any, table: Any, but: Person | None) -> str:
    statement = select(*(c for c in table.columns if c.name != "seen_at"))
    if but is not None:
        own = OWN.get(table.name, "account_id")
        if own in table.columns:
            statement = statement.where(table.columns[own].is_distinct_from(but.id))
    rows = sorted(map(repr, connection.execute(statement)))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@contextmanager
def gated(folder: Path, **settings: str) -> Iterator[Gated]:
    """The real app with the probes of tests/security/probes.py, until the block ends."""
    assert _tables.schema is SQLModel.metadata
    db = Database(f"sqlite:///{folder / 'certify.db'}")
    migrate(db)
    people, staff = _people(db)
    port = free_port()
    env = os.environ | {"PORT": str(port), "CERTIFY_DATA_DIR": str(folder)} | settings
    command = [sys.executable, "-m", "tests.security.gated_server", str(folder), str(port)]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        wait_until(lambda: _answers(server, port, folder), "the server to answer", 60)
        offers = json.loads((folder / "offers.json").read_text())
        yield Gated(port, folder, db, people, offers, staff)
    finally:
        server.terminate()
        server.wait(timeout=15)
        db.close()


def _people(db: Database) -> tuple[People, dict[str, Person]]:
    with db.write() as session:
        people = add_people(session)
        _give_secrets(people)
        session.add_all([people.jane.account, people.jane.learner, *people.jane.awards])
        staff = {
            role.value: add_account(session, role.value, "Staff", Role.STAFF, role)
            for role in StaffRole
        }
    return people, staff


def _give_secrets(people: People) -> None:
    jane = people.jane
    assert jane.account
    assert jane.learner
    jane.account.middle_name = jane.learner.middle_name = "Xanthippe"
    jane.learner.date_of_birth = date(1998, 4, 12)
    for award in jane.awards:
        award.awarded_name, award.grade = "Jane Xanthippe Doe", "Grade-7731"


def _answers(server: subprocess.Popen[bytes], port: int, folder: Path) -> bool:
    assert server.poll() is None, (folder / "server.log").read_text()
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
