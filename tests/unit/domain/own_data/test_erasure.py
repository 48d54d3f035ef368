"""Asking for erasure, and what an erased account leaves behind."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, col, select
from typer.testing import CliRunner

from certify_app.cli.main import make_app
from certify_app.db.engine import Database, read_now, write_now
from certify_app.db.tables import schema
from certify_app.domain.accounts.errors import LockedByWrongPasswords, WrongCredentials
from certify_app.domain.accounts.log_in import Device, log_in
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.accounts.sessions import open_session, who_is
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.request_connection import Wanted, request_connection
from certify_app.domain.learners.models import Learner
from certify_app.domain.messages.models import Mail
from certify_app.domain.own_data.answer_erasure import (
    approve_erasure,
    erasures_waiting,
    refuse_erasure,
)
from certify_app.domain.own_data.ask_erasure import (
    ask_erasure,
    file_request,
    newest_erasure,
    withdraw_erasure,
)
from certify_app.domain.own_data.erase_account import _goes_with_account
from certify_app.domain.own_data.errors import (
    ErasureWaiting,
    NoSuchErasure,
    NotWaiting,
    PasswordIsMissing,
    PasswordIsWrong,
)
from certify_app.domain.own_data.models import ErasureStatus
from certify_app.domain.profiles.edit_details import TypedContact, edit_contact
from tests.clock import HeldClock
from tests.people import PASSWORD, People, id_of

KEPT_FOR = {
    "learner": "the records of awards; the link to the account is cut",
    "shop_order": "invoices, as the law asks",
    "order_log": "invoices, as the law asks",
    "refund": "invoices, as the law asks",
    "connection": "of third parties: theirs are not erased here",
    "connection_event": "goes with its connection",
    "mail": "blanked",
    "document_grant": "counts of a document, without a name",
    "document_event": "its network address is blanked",
    "document_more_request": "a count of a document, without a name",
    "issue_report_event": "goes with its report",
    "erasure_request": "the proof, its words blanked",
    "basket": "deleted by name",
    "api_key": "of staff",
}


def asked(people: People) -> int:
    return id_of(write_now(file_request, people.jane.id, "I moved abroad"))


def mails(kind: str) -> list[str]:
    return [m.to for m in read_now(lambda s: s.exec(select(Mail).where(Mail.kind == kind)).all())]


def status_of(people: People) -> ErasureStatus:
    found = read_now(newest_erasure, people.jane.id)
    assert found
    return found.status


def test_it_is_asked_with_the_password_and_waits_for_staff(people: People) -> None:
    asyncio.run(ask_erasure(people.jane.id, PASSWORD, " I moved abroad "))
    (waiting,) = read_now(erasures_waiting)
    assert (waiting.name, waiting.email, waiting.reason) == (
        "Jane Doe",
        "jane@example.org",
        "I moved abroad",
    )
    assert mails("erasure_asked") == ["jane@example.org"]


def test_wrong_passwords_are_counted_with_those_of_the_login(people: People) -> None:
    with pytest.raises(PasswordIsMissing):
        asyncio.run(ask_erasure(people.jane.id, "", ""))
    for _ in range(4):
        with pytest.raises(PasswordIsWrong):
            asyncio.run(ask_erasure(people.jane.id, "not it", ""))
    for password in ("not it", PASSWORD):
        with pytest.raises(LockedByWrongPasswords):
            asyncio.run(ask_erasure(people.jane.id, password, ""))
    assert read_now(erasures_waiting) == []


def test_of_twenty_requests_at_once_one_is_filed(people: People) -> None:
    def ask(_: int) -> bool:
        try:
            asked(people)
        except ErasureWaiting:
            return False
        return True

    with ThreadPoolExecutor(20) as clicks:
        assert sum(clicks.map(ask, range(20))) == 1


def test_it_can_be_withdrawn_while_it_waits_and_asked_again(people: People) -> None:
    number = asked(people)
    with pytest.raises(NotWaiting):
        write_now(withdraw_erasure, people.dave.id)
    write_now(withdraw_erasure, people.jane.id)
    assert status_of(people) is ErasureStatus.WITHDRAWN
    assert mails("erasure_withdrawn") == ["jane@example.org"]
    for use_case, args in ((approve_erasure, ()), (refuse_erasure, ("No",))):
        with pytest.raises(NotWaiting):
            write_now(use_case, number, *args)
    asked(people)


def test_a_refusal_says_why_and_changes_nothing(people: People) -> None:
    write_now(refuse_erasure, asked(people), "An appeal is not decided yet.", people.olwen.id)
    said = read_now(lambda s: s.exec(select(Mail).where(Mail.kind == "erasure_refused")).one())
    assert "An appeal is not decided yet." in said.text
    assert asyncio.run(log_in("jane@example.org", PASSWORD, Device())).account_id == people.jane.id


def test_withdrawing_and_approving_at_once_ends_in_one_of_them(people: People) -> None:
    number = asked(people)

    def do(place: int) -> bool:
        try:
            if place % 2:
                write_now(withdraw_erasure, people.jane.id)
            else:
                write_now(approve_erasure, number)
        except NotWaiting:
            return False
        return True

    with ThreadPoolExecutor(8) as clicks:
        assert sum(clicks.map(do, range(8))) == 1
    erased = read_now(account_with_email, "jane@example.org") is None
    assert erased == (status_of(people) is ErasureStatus.APPROVED)


@pytest.fixture
def erased(people: People, clock: HeldClock) -> People:
    """Jane's account, which had a phone, a login and a share with Tracy."""
    wanted = Wanted("Tracy Trent", "tracy@example.org", "01/03/2027")
    shared = write_now(request_connection, people.jane.id, wanted)
    write_now(answer_connection, people.tracy.id, id_of(shared), Side.THIRD_PARTY, True)
    contact = TypedContact("j@example.com", "07700 900 001", "en", "Nia Siôn", "01632 960 002")
    write_now(edit_contact, people.jane.id, contact)
    write_now(approve_erasure, asked(people), people.olwen.id)
    return people


def everything_kept(session: Session) -> str:
    """Each row of each table, without those that other people or the records own."""
    others = {"learner", "enrolment_number", "award", "document", "badge", "job"}
    rows = [
        str(row)
        for name, table in schema.tables.items()
        if name not in others
        for row in session.execute(table.select())
    ]
    return "\n".join(rows)


def test_nothing_they_told_us_is_left(erased: People) -> None:
    left = [
        line
        for line in read_now(everything_kept).splitlines()
        if "erasure_done" not in line and "tracy@example.org" not in line
    ]
    for word in ("jane@example.org", "j@example.com", "07700", "Nia Siôn", "01632", "abroad"):
        assert [line for line in left if word in line] == []
    account = read_now(lambda s: s.get_one(Account, erased.jane.id))
    assert (account.first_name, account.last_name, account.user_name) == ("", "", None)
    assert read_now(lambda s: s.exec(select(Connection)).all()) == []


def test_nobody_gets_in_any_more_and_open_logins_end(people: People) -> None:
    token = write_now(open_session, people.jane.id)
    write_now(approve_erasure, asked(people))
    assert read_now(who_is, token) is None
    with pytest.raises(WrongCredentials):
        asyncio.run(log_in("jane@example.org", PASSWORD, Device()))
    for name in (f"erased-{people.jane.id}@erased.invalid", ""):
        assert read_now(account_with_email, name) is None


def test_awards_stay_and_can_still_be_checked(erased: People) -> None:
    reference = erased.jane.awards[0].reference
    award = read_now(lambda s: s.exec(select(Award).where(Award.reference == reference)).one())
    assert award.awarded_name == "Jane Doe"
    learner = read_now(lambda s: s.get_one(Learner, award.learner_id))
    assert (learner.account_id, learner.email) == (None, "")


def test_the_last_mail_confirms_it_and_the_audit_says_who(erased: People) -> None:
    assert mails("erasure_done") == ["jane@example.org"]
    of = select(AuditEntry).where(col(AuditEntry.act) == "account_erased")
    entry = read_now(lambda s: s.exec(of).one())
    assert (entry.actor_id, entry.object_id) == (erased.olwen.id, erased.jane.id)
    assert "access_news" in {m.kind for m in read_now(lambda s: s.exec(select(Mail)).all())}


def test_the_others_keep_everything(people: People, db: Database) -> None:
    before = read_now(lambda s: s.get_one(Account, people.dave.id)).model_dump()
    write_now(approve_erasure, asked(people))
    assert read_now(lambda s: s.get_one(Account, people.dave.id)).model_dump() == before
    with pytest.raises(NoSuchErasure):
        write_now(approve_erasure, 999)


def test_every_table_of_accounts_is_emptied_or_kept_for_a_reason() -> None:
    emptied = {table.name for table, _ in _goes_with_account()}
    of_accounts = {
        name
        for name, table in schema.tables.items()
        if any(key.target_fullname == "account.id" for key in table.foreign_keys)
    }
    assert of_accounts - emptied - set(KEPT_FOR) == set()


def test_the_command_lists_and_decides(people: People) -> None:
    number = str(asked(people))
    run = CliRunner()
    app = make_app("erasures")
    assert "jane@example.org" in run.invoke(app, ["erasures", "list"]).output
    listed = run.invoke(app, ["erasures", "list", "--json"])
    assert '"reason": "I moved abroad"' in listed.output
    refused = run.invoke(app, ["erasures", "refuse", number, "--why", "Not yet."])
    assert refused.output == "The request is refused.\n"
    number = str(asked(people))
    assert run.invoke(app, ["erasures", "approve", number]).output == "The account is erased.\n"
    assert "No request" in run.invoke(app, ["erasures", "list"]).output
