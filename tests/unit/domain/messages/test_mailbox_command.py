"""`certify mailbox`."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from certify_app.cli.main import make_app
from certify_app.db.engine import Database, write_now
from certify_app.domain.messages import mark_mail
from certify_app.domain.messages.send_mail import send_mail
from tests.clock import START, HeldClock
from tests.people import id_of
from tests.unit.domain.messages.letters import EVERY, LINK


@pytest.fixture
def two_mails(db: Database, clock: HeldClock) -> None:
    first = write_now(send_mail, "verify_email", "jane@example.org", **EVERY["verify_email"])
    write_now(mark_mail.sent, id_of(first))
    clock.move(minutes=1)
    write_now(send_mail, "account_locked", "dave@example.org", **EVERY["account_locked"])


def mailbox(*options: str) -> Result:
    result = CliRunner().invoke(make_app(), ["mailbox", *options])
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.usefixtures("two_mails")
def test_json_has_the_keys_that_scripts_rely_on() -> None:
    mails = json.loads(mailbox("--json").stdout)

    assert [set(mail) for mail in mails] == [
        {"to", "subject", "text", "html", "created_at", "sent_at"}
    ] * 2
    assert mails[1]["to"] == "jane@example.org"
    assert LINK in mails[1]["text"]
    assert mails[1]["sent_at"] == START.isoformat()
    assert mails[0]["sent_at"] is None


@pytest.mark.usefixtures("two_mails")
def test_only_mails_to_one_address_are_shown_when_asked() -> None:
    mails = json.loads(mailbox("--json", "--to", "DAVE@").stdout)

    assert [mail["to"] for mail in mails] == ["dave@example.org"]


@pytest.mark.usefixtures("two_mails")
def test_the_table_says_what_became_of_each() -> None:
    table = mailbox().stdout

    assert "Sent 3 Feb 2027" in " ".join(table.split())
    assert "Waiting" in table


@pytest.mark.usefixtures("db")
def test_an_empty_mailbox_is_an_empty_list() -> None:
    assert json.loads(mailbox("--json").stdout) == []
    assert mailbox().stdout == "No mails.\n"
