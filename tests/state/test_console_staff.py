"""Administrators manage staff; one of them always stays."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, read_now
from certify_app.domain.accounts.models import Account, StaffRole
from certify_app.domain.acts import TABLE, Act, acts_of, may
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.messages.models import Mail
from certify_app.state.console.audit import AuditLog
from certify_app.state.console.staff import InviteStaff, StaffList, StaffMember
from tests.people import People
from tests.state.acting import at, who

FORM = {
    "first_name": "Sam",
    "last_name": "Okafor",
    "email": "Sam@Example.org",
    "role": "administrator",
}


@pytest.fixture
def people(db: Database, people: People) -> People:
    """Olwen is the administrator here."""
    with db.write() as session:
        session.get_one(Account, people.olwen.id).staff_role = StaffRole.ADMINISTRATOR
    assert people.olwen.account
    people.olwen.account.staff_role = StaffRole.ADMINISTRATOR
    return people


def did(people: People, state: Any, address: str, handler: str = "", *given: Any) -> Any:
    async def visit() -> Any:
        page = await at(state, people.olwen, address)
        if hasattr(page, "load"):
            await page.load()
        if handler:
            await getattr(page, handler)(*given)
        return page

    return asyncio.run(visit())


def sam() -> Account | None:
    return read_now(
        lambda s: s.exec(select(Account).where(Account.email == "sam@example.org")).first()
    )


def test_somebody_is_invited_by_mail_and_stands_in_the_list(people: People) -> None:
    page = did(people, InviteStaff, "/console/staff", "invite", FORM)
    assert page.said == "sam@example.org is invited, and is told by mail."
    listed = did(people, StaffList, "/console/staff")
    assert [row.cells[1] for row in listed.rows] == ["olwen@example.org", "sam@example.org"]
    assert read_now(lambda s: s.exec(select(Mail.kind)).all()) == ["staff_invited"]
    again = did(people, InviteStaff, "/console/staff", "invite", FORM | {"role": "king"})
    assert again.errors.keys() == {"email", "role"}


def test_the_last_administrator_stays(people: People) -> None:
    own = f"/console/staff/{people.olwen.id}"
    page = did(people, StaffMember, own, "change", {"role": "finance"})
    assert page.errors == {"role": "Somebody must stay administrator. Make another one first"}
    assert did(people, StaffMember, own, "remove").errors == page.errors
    did(people, InviteStaff, "/console/staff", "invite", FORM)
    page = did(people, StaffMember, own, "change", {"role": "finance"})
    assert page.role == "finance"


def test_who_is_removed_is_staff_no_more_and_the_log_tells(people: People) -> None:
    did(people, InviteStaff, "/console/staff", "invite", FORM)
    added = sam()
    assert added
    did(people, StaffMember, f"/console/staff/{added.id}", "remove")
    gone = sam()
    assert gone
    assert gone.locked_at
    assert gone.staff_role is None
    log = did(people, AuditLog, "/console/audit")
    assert [row.cells[0] for row in log.rows] == ["Removed staff", "Invited staff"]
    assert log.rows[0].cells[2] == "Olwen Rees"
    found = did(people, AuditLog, "/console/audit?act=staff_removed&search=olwen@")
    assert len(found.rows) == 1


def test_the_log_holds_no_name_and_no_email(people: People) -> None:
    did(people, InviteStaff, "/console/staff", "invite", FORM)
    for entry in read_now(lambda s: s.exec(select(AuditEntry)).all()):
        assert "sam" not in str(entry.details).lower()


@pytest.mark.parametrize("address", ["/console/staff/0", "/console/staff/x"])
def test_nobody_but_staff_is_shown_or_removed(people: People, address: str) -> None:
    for place in (address, f"/console/staff/{people.jane.id}"):
        page = did(people, StaffMember, place, "remove")
        assert not page.found
    assert read_now(lambda s: s.get_one(Account, people.jane.id)).locked_at is None


def test_the_table_names_every_act_and_lets_nobody_else_in(people: People) -> None:
    assert set(TABLE) == set(Act)
    assert all(may(who(people.olwen), act) for act in Act)
    for person in (people.jane, people.tracy, people.mallory):
        assert acts_of(who(person)) == []
