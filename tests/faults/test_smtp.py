"""Mail over real SMTP: encrypted, authenticated, refused, late, broken off; on both databases."""

from __future__ import annotations

import socket
from datetime import timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import pytest
from sqlmodel import select, update

from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.jobs.backoff import pause_after
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.messages.send_mail import send_mail
from certify_app.jobs.work.send_mail import TRIES
from certify_app.jobs.worker import Worker
from tests.clock import START, HeldClock
from tests.faults.smtp_server import (
    DROP,
    PASSWORD,
    USER,
    free_port,
    smtp_server,
    tls_context,
)
from tests.unit.domain.messages.letters import EVERY, LINK

LOGIN = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}"


@pytest.fixture(autouse=True)
def only_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("certify_app.jobs.schedule.EVERY", {})


class Use(Protocol):
    def __call__(self, url: str, **others: str) -> None: ...


@pytest.fixture
def mail_server(clean_environment: pytest.MonkeyPatch) -> Use:
    def use(url: str, **others: str) -> None:
        clean_environment.setenv("CERTIFY_SMTP_URL", url)
        clean_environment.setenv("CERTIFY_MAIL_FROM", "Teifi Awards <no-reply@teifi.example>")
        for name, value in others.items():
            clean_environment.setenv(name, value)
        settings.cache_clear()

    return use


@pytest.fixture
def mail(db: Database, clock: HeldClock) -> Mail:
    params = {**EVERY["verify_email"], "first_name": "Łucja Żółć £"}
    return write_now(send_mail, "verify_email", "jane@example.org", **params)


def work(db: Database) -> tuple[Mail, Job]:
    worker = Worker(db)
    worker.work_off()
    with db.read() as session:
        return session.exec(select(Mail)).one(), session.exec(select(Job)).one()


def test_a_mail_arrives_whole_over_starttls_and_a_login(
    db: Database, mail: Mail, certificate: Path, mail_server: Use
) -> None:
    with smtp_server(tls=tls_context(certificate), auth=True) as (receiver, port):
        mail_server(f"smtp://{LOGIN}@localhost:{port}", SSL_CERT_FILE=str(certificate))
        sent, job = work(db)

    got = receiver.mails[0]
    assert (sent.status, sent.sent_at, sent.attempts) == (MailStatus.SENT, START, 1)
    assert job.status is JobStatus.DONE
    assert receiver.encrypted == [True]
    assert receiver.logins
    assert got["To"] == "jane@example.org"
    assert got["From"] == "Teifi Awards <no-reply@teifi.example>"
    assert got["Subject"] == "Verify your email to finish registering"
    assert got["Message-ID"] == mail.message_id
    assert got["Date"].datetime == START
    assert got["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in got.iter_parts()] == ["text/plain", "text/html"]
    text, html = (part.get_content() for part in got.iter_parts())
    assert "Łucja Żółć £" in text
    assert LINK in text.splitlines()
    assert html.splitlines() == mail.html.splitlines()


def test_smtps_is_encrypted_from_the_first_byte(
    db: Database, mail: Mail, certificate: Path, mail_server: Use
) -> None:
    with smtp_server(tls=tls_context(certificate), wrapped=True) as (receiver, port):
        mail_server(f"smtps://localhost:{port}", SSL_CERT_FILE=str(certificate))
        sent, _ = work(db)

    assert sent.status is MailStatus.SENT
    assert receiver.encrypted == [True]


def test_a_server_without_encryption_is_used_when_nothing_secret_goes_over(
    db: Database, mail: Mail, mail_server: Use
) -> None:
    with smtp_server() as (receiver, port):
        mail_server(f"smtp://127.0.0.1:{port}")
        sent, _ = work(db)

    assert sent.status is MailStatus.SENT
    assert len(receiver.mails) == 1


def test_a_password_is_never_sent_unencrypted(db: Database, mail: Mail, mail_server: Use) -> None:
    with smtp_server() as (receiver, port):
        mail_server(f"smtp://{LOGIN}@127.0.0.1:{port}")
        waiting, _ = work(db)

    assert (receiver.mails, receiver.logins) == ([], [])
    assert waiting.status is MailStatus.WAITING
    assert "offers no encryption" in waiting.problem


def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    db: Database, mail: Mail, certificate: Path, mail_server: Use
) -> None:
    with smtp_server(tls=tls_context(certificate)) as (receiver, port):
        mail_server(f"smtp://localhost:{port}")
        waiting, _ = work(db)

    assert receiver.mails == []
    assert waiting.status is MailStatus.WAITING
    assert "CERTIFICATE_VERIFY_FAILED" in waiting.problem


def test_a_wrong_password_makes_mails_wait_and_says_what_to_check(
    db: Database, mail: Mail, certificate: Path, mail_server: Use
) -> None:
    with smtp_server(tls=tls_context(certificate), auth=True) as (_, port):
        mail_server(f"smtp://someone:wrong@localhost:{port}", SSL_CERT_FILE=str(certificate))
        waiting, job = work(db)

    assert (waiting.status, job.status) == (MailStatus.WAITING, JobStatus.WAITING)
    assert waiting.problem.endswith("Check CERTIFY_SMTP_URL.")
    assert "wrong" not in job.problem


@pytest.mark.parametrize("busy", ["451 try again later", "rcpt 450 greylisted"])
def test_not_now_twice_then_taken_takes_three_tries(
    db: Database, mail: Mail, clock: HeldClock, mail_server: Use, busy: str
) -> None:
    with smtp_server(busy, busy) as (receiver, port):
        mail_server(f"smtp://127.0.0.1:{port}")
        seen = []
        for _ in range(4):
            seen.append(work(db)[0].status)
            clock.move(minutes=1)
        sent, _ = work(db)

    assert seen == ["waiting", "waiting", "sent", "sent"]
    assert (sent.attempts, sent.problem, len(receiver.mails)) == (3, "", 1)


@pytest.mark.parametrize("never", ["554 we do not want this", "rcpt 550 5.1.1 no such user"])
def test_never_fails_at_once_with_the_servers_sentence(
    db: Database, mail: Mail, clock: HeldClock, mail_server: Use, never: str
) -> None:
    with smtp_server(never, never) as (receiver, port):
        mail_server(f"smtp://127.0.0.1:{port}")
        failed, job = work(db)
        clock.move(days=1)
        work(db)

    assert (failed.status, job.status, failed.attempts) == (MailStatus.FAILED, JobStatus.DEAD, 1)
    assert failed.problem == f"The mail server refused this mail: {never.removeprefix('rcpt ')}"
    assert receiver.answers == [never]


def test_a_server_that_is_down_for_a_while_loses_no_mail(
    db: Database, mail: Mail, clock: HeldClock, mail_server: Use
) -> None:
    port = free_port()
    mail_server(f"smtp://127.0.0.1:{port}")
    for _ in range(5):
        down, _ = work(db)
        clock.move(hours=1)
    with smtp_server(port=port) as (receiver, _):
        sent, _ = work(db)

    assert down.status is MailStatus.WAITING
    assert "ConnectionRefusedError" in down.problem
    assert (sent.status, len(receiver.mails)) == (MailStatus.SENT, 1)


def test_a_server_that_stays_down_for_days_ends_in_failed(
    db: Database, mail: Mail, clock: HeldClock, mail_server: Use
) -> None:
    mail_server(f"smtp://127.0.0.1:{free_port()}")
    with db.write() as session:
        session.execute(update(Job).values(attempts=TRIES - 2))

    before, _ = work(db)
    clock.move(hours=2)
    failed, job = work(db)

    assert before.status is MailStatus.WAITING
    assert (failed.status, job.status) == (MailStatus.FAILED, JobStatus.DEAD)
    assert sum((pause_after(n) for n in range(1, TRIES)), timedelta()) > timedelta(hours=44)


def test_a_connection_lost_after_the_mail_was_taken_gives_a_copy_with_the_same_id(
    db: Database, mail: Mail, clock: HeldClock, mail_server: Use
) -> None:
    with smtp_server(DROP) as (receiver, port):
        mail_server(f"smtp://127.0.0.1:{port}")
        first, _ = work(db)
        clock.move(minutes=1)
        second, _ = work(db)

    assert (first.status, second.status) == (MailStatus.WAITING, MailStatus.SENT)
    assert [m["Message-ID"] for m in receiver.mails] == [mail.message_id] * 2


def test_a_silent_server_costs_its_timeout_and_no_more(
    db: Database, mail: Mail, mail_server: Use
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mail_server(f"smtp://127.0.0.1:{silent.getsockname()[1]}?timeout=0.3")
        waiting, _ = work(db)

    assert waiting.status is MailStatus.WAITING
    assert waiting.problem.endswith("timed out")


def test_in_a_demo_without_a_server_mails_are_kept(
    db: Database, mail: Mail, clean_environment: pytest.MonkeyPatch
) -> None:
    clean_environment.setenv("CERTIFY_DEMO", "true")
    settings.cache_clear()

    kept, job = work(db)

    assert (kept.status, kept.sent_at, kept.problem) == (MailStatus.KEPT, None, "")
    assert job.status is JobStatus.DONE


def test_outside_a_demo_mails_wait_for_a_server_as_long_as_it_takes(
    db: Database, mail: Mail, clock: HeldClock, mail_server: Use
) -> None:
    for _ in range(TRIES + 5):
        waiting, job = work(db)
        clock.move(minutes=6)
    with smtp_server() as (receiver, port):
        mail_server(f"smtp://127.0.0.1:{port}")
        sent, _ = work(db)

    assert (waiting.status, waiting.attempts) == (MailStatus.WAITING, 0)
    assert job.problem == "No mail server is set up. Set CERTIFY_SMTP_URL."
    assert (sent.status, len(receiver.mails)) == (MailStatus.SENT, 1)
