from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.models import Account, Role
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_invitation import accept_invitation, reject_invitation
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.errors import (
    InvitationAnswered,
    InvitationCalledOff,
    InvitationEnded,
    InvitationReplaced,
    InvitationUnknown,
    NotAnswerable,
    NotYourInvitation,
)
from certify_app.domain.connections.look_at_invitation import look_at_invitation
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.request_connection import Wanted, ask_again, request_connection
from certify_app.domain.connections.statuses import ConnectionStatus as Status
from certify_app.domain.messages.models import Mail
from certify_app.domain.third_parties.enter import Arrival, enter_by_invitation, enter_with_code
from certify_app.domain.third_parties.errors import CodeEnded, NotAThirdParty, WrongCode
from certify_app.domain.third_parties.open_account import Newcomer
from certify_app.domain.third_parties.sign_in_code import ask_for_code, send_code
from tests.unit.domain.connections.conftest import day

NEW = "recruiter@example.com"
WHO = Newcomer("Rae", "Cruiter", "Care Homes Ltd")


def newest(kind: str) -> str:
    of = select(Mail.text).where(Mail.kind == kind).order_by(Mail.id.desc())
    return str(read_now(lambda session: session.exec(of).first()))


def token() -> str:
    found = re.search(r"/invitation/([\w-]+)", newest("connection_request"))
    assert found
    return found[1]


def code() -> str:
    found = re.search(r"\b(\d{3}) (\d{3})\b", newest("sign_in_code"))
    assert found
    return found[1] + found[2]


def status(connection: Connection) -> Status:
    return read_now(lambda session: session.get_one(Connection, connection.id)).status


def test_a_link_says_who_asks_and_until_when_and_looking_changes_nothing(people, pending):
    for _time in range(2):
        invited = read_now(look_at_invitation, token())
    assert (invited.learner, invited.email) == ("Jane Doe", "tracy@example.org")
    assert status(pending) == Status.PENDING


def test_the_one_who_was_invited_accepts_once(people, pending):
    write_now(accept_invitation, people.tracy.id, token())
    assert status(pending) == Status.ACTIVE
    with pytest.raises(InvitationAnswered):
        write_now(accept_invitation, people.tracy.id, token())


@pytest.mark.parametrize("who", ["dave", "mallory", "olwen", "jane"])
def test_somebody_else_who_holds_the_link_does_not_accept(people, pending, who):
    with pytest.raises(NotYourInvitation):
        write_now(accept_invitation, getattr(people, who).id, token())
    assert status(pending) == Status.PENDING


def test_twenty_accepts_and_rejects_at_once_answer_once(people, pending):
    link = token()

    def answer(number: int) -> bool:
        try:
            if number % 2:
                write_now(reject_invitation, link)
            else:
                write_now(accept_invitation, people.tracy.id, link)
        except (InvitationAnswered, NotAnswerable):
            return False
        return True

    with ThreadPoolExecutor(10) as clicks:
        assert sum(clicks.map(answer, range(20))) == 1


@pytest.mark.parametrize("forged", ["", "x", "A" * 43, "é", "../../etc", "\x00"])
def test_a_forged_link_is_not_one_of_ours(people, pending, forged):
    with pytest.raises(InvitationUnknown):
        write_now(reject_invitation, forged)


def test_a_link_that_no_longer_works_says_why(people, pending, clock):
    first = token()
    clock.set(now() + timedelta(hours=2))
    write_now(ask_again, people.jane.id, pending.id)
    second = token()
    with pytest.raises(InvitationReplaced):
        read_now(look_at_invitation, first)
    clock.set(pending.expires_at)
    with pytest.raises(InvitationEnded):
        read_now(look_at_invitation, second)


def test_the_link_of_a_request_that_was_called_off_says_so(people, pending):
    write_now(cancel_connection, people.jane.id, pending.id, Side.LEARNER)
    with pytest.raises(InvitationCalledOff):
        write_now(reject_invitation, token())


def test_who_has_no_account_rejects_without_one(people, clock):
    wanted = Wanted("Rae", NEW, day(20))
    asked = write_now(request_connection, people.jane.id, wanted)
    write_now(reject_invitation, token())
    assert status(asked) == Status.REJECTED
    assert read_now(lambda s: s.exec(select(Account).where(Account.email == NEW)).first()) is None


def test_an_account_is_made_on_the_invited_email_with_a_password(people, clock):
    asked = write_now(request_connection, people.jane.id, Wanted("Rae", NEW, day(20)))
    entered = write_now(enter_by_invitation, NEW, WHO, "hash", Device())
    write_now(accept_invitation, entered.account_id, token())
    assert (entered.role, status(asked)) == (Role.THIRD_PARTY, Status.ACTIVE)
    with pytest.raises(NotAThirdParty):
        write_now(enter_by_invitation, NEW, WHO, "another hash", Device())


def test_a_code_opens_an_account_once(people, clock):
    asyncio.run(ask_for_code(NEW, "203.0.113.7", "en"))
    right = code()
    entered = asyncio.run(enter_with_code(Arrival(NEW, f"{right[:3]} {right[3:]}", WHO), Device()))
    assert entered.role is Role.THIRD_PARTY
    with pytest.raises(CodeEnded):
        asyncio.run(enter_with_code(Arrival(NEW, right, WHO), Device()))


@pytest.mark.parametrize("minutes", [10, 11, 600])
def test_a_code_works_for_ten_minutes(people, clock, minutes):
    write_now(send_code, NEW, "en")
    clock.set(now() + timedelta(minutes=minutes))
    with pytest.raises(CodeEnded):
        asyncio.run(enter_with_code(Arrival(NEW, code(), WHO), Device()))


def test_a_newer_code_ends_the_older_one(people, clock):
    write_now(send_code, NEW, "en")
    old = code()
    write_now(send_code, NEW, "en")
    if old != code():
        with pytest.raises(WrongCode):
            asyncio.run(enter_with_code(Arrival(NEW, old, WHO), Device()))
    assert asyncio.run(enter_with_code(Arrival(NEW, code(), WHO), Device())).token


def test_a_code_is_not_found_by_trying(people, clock):
    write_now(send_code, NEW, "en")
    right = code()
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _try in range(5):
        with pytest.raises(WrongCode):
            asyncio.run(enter_with_code(Arrival(NEW, wrong, WHO), Device()))
    with pytest.raises(CodeEnded):
        asyncio.run(enter_with_code(Arrival(NEW, right, WHO), Device()))


def test_a_code_lets_no_learner_and_no_staff_in(people, clock):
    for email in ("jane@example.org", "olwen@example.org"):
        write_now(send_code, email, "en")
        with pytest.raises(NotAThirdParty):
            asyncio.run(enter_with_code(Arrival(email, code(), WHO), Device()))


def test_a_code_alone_makes_no_account(people, clock):
    write_now(send_code, NEW, "en")
    with pytest.raises(NotAThirdParty):
        asyncio.run(enter_with_code(Arrival(NEW, code()), Device()))
