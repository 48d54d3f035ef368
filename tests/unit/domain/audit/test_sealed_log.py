"""The audit log can be added to and nothing else, and proves it."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.audit.seal_log import seal_audit_log
from certify_app.domain.audit.verify_log import verify_audit_log

OPEN = {
    "sqlite": "DROP TRIGGER audit_entry_keeps_{act}",
    "postgresql": "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_keeps",
}


def write_acts(count: int) -> None:
    for number in range(count):
        write_now(record_act, "award_issued", "award", number, 1, zone="ä", n=[number])


def by_force(db: Database, act: str, statement: str) -> None:
    """As somebody would who owns the database and takes the trigger off."""
    with db.engine.begin() as connection:
        connection.execute(text(OPEN[db.engine.dialect.name].format(act=act)))
        connection.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET act = 'nothing'",
        "DELETE FROM audit_entry",
        "UPDATE audit_seal SET hash = ''",
        "DELETE FROM audit_seal",
    ],
)
def test_nothing_written_can_be_changed_or_deleted(db: Database, statement: str) -> None:
    write_acts(2)
    write_now(seal_audit_log)
    with pytest.raises(DatabaseError, match="append-only"), db.engine.begin() as connection:
        connection.execute(text(statement))


def test_an_untouched_log_holds_and_says_what_waits(db: Database) -> None:
    assert read_now(verify_audit_log).holds
    write_acts(3)
    write_now(seal_audit_log)
    write_now(seal_audit_log)
    write_acts(2)
    proof = read_now(verify_audit_log)
    assert (proof.holds, proof.seals, proof.sealed, proof.waiting) == (True, 1, 3, 2)
    write_now(seal_audit_log)
    proof = read_now(verify_audit_log)
    assert (proof.holds, proof.seals, proof.sealed, proof.waiting) == (True, 2, 5, 0)


@pytest.mark.parametrize(
    ("act", "statement"),
    [
        ("UPDATE", "UPDATE audit_entry SET actor_id = 2 WHERE object_id = 3"),
        ("UPDATE", "UPDATE audit_entry SET details = '{}' WHERE object_id = 3"),
        ("DELETE", "DELETE FROM audit_entry WHERE object_id = 3"),
    ],
)
def test_what_is_changed_by_force_shows(db: Database, act: str, statement: str) -> None:
    write_acts(2)
    write_now(seal_audit_log)
    write_acts(4)
    write_now(seal_audit_log)
    by_force(db, act, statement)
    proof = read_now(verify_audit_log)
    assert not proof.holds
    assert proof.broken is not None
    assert proof.seals == 1
    assert proof.first_entry == 3
