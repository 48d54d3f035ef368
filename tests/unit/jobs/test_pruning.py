"""What is forgotten on schedule: words of old mails, tries of passwords, marked copies."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.accounts.delete_expired import delete_forgotten_tries
from certify_app.domain.accounts.models import WrongPasswords
from certify_app.domain.accounts.request_password_reset import request_password_reset
from certify_app.domain.accounts.wrong_passwords import count_try, lock_if_last_try
from certify_app.domain.clock import now
from certify_app.domain.documents.prune_view_copies import prune_view_copies
from certify_app.domain.documents.stored_files import view_copies
from certify_app.domain.messages.blank_old_mails import blank_old_mails
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.third_parties.sign_in_code import send_code
from tests.clock import HeldClock
from tests.people import People


def the_mail() -> Mail:
    return read_now(lambda s: s.exec(select(Mail)).one())


def is_sent(mail: Mail, status: MailStatus = MailStatus.SENT) -> None:
    def mark(session: object) -> None:
        session.get_one(Mail, mail.id).status = status  # type: ignore[attr-defined]

    write_now(mark)


def test_a_mails_link_is_blanked_once_it_has_ended(people: People, clock: HeldClock) -> None:
    write_now(request_password_reset, "jane@example.org")
    is_sent(the_mail())
    clock.move(minutes=29)
    assert write_now(blank_old_mails) == 0
    assert "token=" in the_mail().text
    clock.move(minutes=1)
    assert write_now(blank_old_mails) == 1
    mail = the_mail()
    assert (mail.text, mail.html, mail.to) == ("", "", "jane@example.org")
    assert write_now(blank_old_mails) == 0


def test_a_code_is_blanked_and_a_mail_that_waits_is_not(people: People, clock: HeldClock) -> None:
    write_now(send_code, "tracy@example.org", "en")
    clock.move(minutes=10)
    assert write_now(blank_old_mails) == 0
    is_sent(the_mail(), MailStatus.FAILED)
    assert write_now(blank_old_mails) == 1


def test_wrong_passwords_are_forgotten_unless_they_locked(people: People, clock: HeldClock) -> None:
    for _ in range(5):
        write_now(count_try, "jane")
    write_now(lock_if_last_try, "jane")
    write_now(count_try, "dave")
    clock.move(hours=5, minutes=59)
    write_now(delete_forgotten_tries)
    assert keys() == {"jane", "dave"}
    clock.move(minutes=1)
    write_now(delete_forgotten_tries)
    assert keys() == {"jane"}
    clock.move(days=90)
    write_now(delete_forgotten_tries)
    assert keys() == set()


def keys() -> set[str]:
    return set(read_now(lambda s: s.exec(select(WrongPasswords.address_hash)).all()))


@pytest.fixture
def copies(clock: HeldClock) -> list[Path]:
    """Ten of 100 bytes, looked at 0, 5, 10 … 45 days ago."""
    made = []
    for place in range(10):
        key = f"{place:02d}copy"
        view_copies().put(key, b"x" * 100)
        looked = (now() - timedelta(days=5 * place)).timestamp()
        os.utime(view_copies().path(key), (looked, looked))
        made.append(view_copies().path(key))
    return made


def test_copies_nobody_looked_at_for_a_month_are_deleted(
    people: People, copies: list[Path]
) -> None:
    assert write_now(prune_view_copies) == 3
    assert [path.exists() for path in copies] == [True] * 7 + [False] * 3


def test_above_the_size_those_looked_at_longest_ago_go_first(
    people: People, copies: list[Path]
) -> None:
    assert write_now(prune_view_copies, 450) == 6
    assert [path.exists() for path in copies] == [True] * 4 + [False] * 6


def test_one_that_was_looked_at_lately_stays(people: People, copies: list[Path]) -> None:
    os.utime(copies[9], (now().timestamp(), now().timestamp()))
    write_now(prune_view_copies)
    assert copies[9].exists()
