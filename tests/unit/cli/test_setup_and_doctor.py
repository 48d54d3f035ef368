"""A new deployment is made ready, and the doctor says what is still missing."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from certify_app.cli.main import make_app
from certify_app.config import settings
from certify_app.db.engine import Database, using
from certify_app.domain.accounts.models import Account, StaffRole
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.backups.make_backup import make_backup
from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from tests.clock import HeldClock
from tests.faults.smtp_server import smtp_server
from tests.people import PASSWORD, People

NAMES = ("--name", "Teifi Awards", "--email", "olwen@example.org")
WHO = ("--first-name", "Olwen", "--last-name", "Rees", "--password-stdin")


def certify(*args: str | Path, given: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(make_app(str(args[0])), [*map(str, args)], input=given)
    return done.exit_code, done.stdout + done.stderr


def findings(about: str) -> dict[str, str]:
    """Level by what is said, of one thing."""
    _, said = certify("doctor", "--json")
    found = json.loads(said)["findings"]
    return {one["says"]: one["level"] for one in found if one["about"] == about}


def level(about: str) -> set[str]:
    return set(findings(about).values())


def test_setup_by_flags_makes_it_ready_and_may_be_run_again(tmp_path: Path) -> None:
    with using(Database(f"sqlite:///{tmp_path / 'new.db'}")) as db:
        assert level("database") == {"problem"}
        code, said = certify("setup", *NAMES, *WHO, given=f"{PASSWORD}\n")
        assert (code, "olwen@example.org is an administrator" in said) == (0, True)
        assert PASSWORD not in said
        code, said = certify("setup", "--name", "Teifi", "--password-stdin")
        assert (code, "administrator already" in said) == (0, True)
        with db.read() as session:
            account = session.exec(select(Account)).one()
            assert account.staff_role is StaffRole.ADMINISTRATOR
            assert awarding_body(session).name == "Teifi"
        assert level("database") == level("administrator") == {"well"}


def test_setup_asks_for_what_was_not_given(tmp_path: Path) -> None:
    with using(Database(f"sqlite:///{tmp_path / 'new.db'}")):
        typed = f"Teifi Awards\nolwen@example.org\nOlwen\nRees\n{PASSWORD}\n{PASSWORD}\n"
        code, said = certify("setup", given=typed)
    assert (code, "is an administrator" in said) == (0, True)


@pytest.mark.parametrize(
    ("name", "value", "about"),
    [
        ("SECRET", "", "secret"),
        ("SECRET", "a" * 40, "secret"),
        ("PUBLIC_URL", "", "public address"),
        ("PUBLIC_URL", "http://127.0.0.1:1", "public address"),
        ("SMTP_URL", "", "mail"),
        ("SMTP_URL", "smtp://127.0.0.1:1", "mail"),
        ("REDIS_URL", "redis://127.0.0.1:1/0", "redis"),
    ],
)
def test_a_setting_that_is_wrong_is_a_problem_with_advice(
    db: Database, clean_environment: pytest.MonkeyPatch, name: str, value: str, about: str
) -> None:
    clean_environment.setenv(f"CERTIFY_{name}", value)
    settings.cache_clear()
    code, said = certify("doctor", "--json")
    document = json.loads(said)
    broken = [one for one in document["findings"] if one["level"] == "problem"]
    assert (code, document["ok"]) == (1, False)
    assert about in {one["about"] for one in broken}
    assert all(one["do"] for one in broken)


def test_a_good_secret_and_mail_server_are_well(
    db: Database, clean_environment: pytest.MonkeyPatch
) -> None:
    with smtp_server() as (receiver, port):
        clean_environment.setenv("CERTIFY_SMTP_URL", f"smtp://127.0.0.1:{port}")
        clean_environment.setenv("CERTIFY_SECRET", "4f9c1e0b7a2d83566e1f0c9b8a7d6e5f4c3b2a19")
        settings.cache_clear()
        assert level("secret") == {"well"}
        assert findings("mail")["The mail server takes our login."] == "well"
    assert receiver.mails == []


def test_a_database_that_is_gone_is_told_and_nothing_falls_over() -> None:
    with using(Database("postgresql+psycopg://user:sesame@127.0.0.1:1/none")):
        code, said = certify("doctor", "--json")
    found = json.loads(said)["findings"]
    assert (code, "sesame" in said) == (1, False)
    assert any(one["about"] == "database" and one["level"] == "problem" for one in found)


def test_the_clock_set_back_is_seen(db: Database, people: People, clock: HeldClock) -> None:
    certify("setup", "--name", "Teifi", "--password-stdin")
    assert level("clock") <= {"well", "problem"}
    clock.move(hours=-1)
    assert level("clock") == {"problem"}


def test_work_that_waits_and_an_old_backup_are_seen(
    db: Database, tmp_path: Path, clock: HeldClock
) -> None:
    assert level("backup") == {"warning"}
    make_backup(db, tmp_path / "one.backup")
    assert level("backup") == {"well"}
    with db.write() as session:
        enqueue_job(session, "send_mail", {}, "one", run_at=now() + timedelta(minutes=1))
    clock.move(hours=37)
    assert level("backup") == {"problem"}
    assert "problem" in level("jobs")


def test_for_people_it_is_a_table_that_ends_in_a_sum(db: Database) -> None:
    code, said = certify("doctor")
    assert code == 1
    assert "to put right." in said
    assert "certify setup" in said
