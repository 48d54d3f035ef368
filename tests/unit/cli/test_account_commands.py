"""What staff do from a terminal before the console has it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from certify_app.cli.main import make_app
from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.models import Account, StaffRole
from certify_app.domain.accounts.passwords import password_matches
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.accounts.sessions import open_session, who_is
from certify_app.domain.accounts.verify_email import verify_email
from tests.people import People
from tests.second_steps import give_second_step
from tests.unit.domain.accounts.registering import mails, nia_registers


def run(*arguments: str, typed: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(make_app(arguments[0]), list(arguments), input=typed)
    return result.exit_code, result.output


def account(email: str) -> Account:
    found = read_now(account_with_email, email)
    assert found
    return found


def test_lock_and_unlock(db: Database, people: People) -> None:
    token = write_now(open_session, people.jane.id)
    assert run("lock", "jane@example.org", "--reason", "by phone")[0] == 0
    assert read_now(who_is, token) is None
    assert account("jane@example.org").lock_reason == "by phone"
    assert run("unlock", "JANE@example.org") == (0, "jane@example.org can log in again.\n")
    assert account("jane@example.org").locked_at is None


@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_nobody_cannot_be_locked(people: People, command: str) -> None:
    code, said = run(command, "nobody@example.org")
    assert (code, said) == (1, "There is no account with this email\n")


def test_a_waiting_registration_is_listed_and_decided(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia, email="new@example.org", born="28/2/2003")
    write_now(verify_email, token)
    (waiting,) = json.loads(run("registrations", "--json")[1])
    assert waiting["name"] == "Nia Siôn"
    assert waiting["enrolment_number"] == "TA-100003"
    assert waiting["email"] == "new@example.org"
    assert waiting["email_in_records"] == "nia@example.org"
    assert "new@example.org" in run("registrations")[1]
    assert run("registrations", "--approve", str(waiting["id"]))[0] == 0
    assert account("new@example.org").first_name == "Nia"
    assert run("registrations", "--approve", str(waiting["id"]))[0] == 1
    assert json.loads(run("registrations", "--json")[1]) == []


def test_a_waiting_registration_is_refused(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia, email="new@example.org", born="28/2/2003")
    write_now(verify_email, token)
    assert run("registrations", "--refuse", "1")[0] == 0
    with db.read() as session:
        assert mails(session, "registration_refused")


def test_the_first_administrator(people: People) -> None:
    names = ("--first-name", "Ada", "--last-name", "Rhys", "--password-stdin")
    password = "seven herons by the weir"
    assert run("create-admin", "ada@example.org", *names, typed=f"{password}\n")[0] == 0
    ada = account("ada@example.org")
    assert ada.staff_role is StaffRole.ADMINISTRATOR
    assert password_matches(password, ada.password_hash)
    code, said = run("create-admin", "ada@example.org", *names, typed=f"{password}\n")
    assert (code, "another account" in said) == (1, True)


def test_an_administrators_password_keeps_the_rules(people: People) -> None:
    names = ("--first-name", "Ada", "--last-name", "Rhys", "--password-stdin")
    code, said = run("create-admin", "ada@example.org", *names, typed="short\n")
    assert (code, said) == (1, "Password must have at least 12 characters\n")


def test_two_step_login_is_turned_off_for_who_has_lost_everything(
    db: Database, people: People
) -> None:
    with db.write() as session:
        give_second_step(session, people.jane)
    assert run("two-step", "jane@example.org") == (0, "on\n")
    assert run("two-step", "jane@example.org", "--off")[0] == 0
    assert run("two-step", "jane@example.org") == (0, "off\n")
    with db.read() as session:
        assert mails(session, "two_step_off")
