"""Putting a mail in the outbox."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.emails import BadEmail
from certify_app.domain.jobs.models import Job
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.messages.send_mail import send_mail
from tests.people import People
from tests.unit.domain.messages.letters import EVERY, LINK


def send(session: Session, to: str = "jane@example.org", **changes: object) -> Mail:
    return send_mail(session, "verify_email", to, **{**EVERY["verify_email"], **changes})


def test_a_mail_and_its_job_are_written_together(session: Session) -> None:
    mail = send(session)

    job = session.exec(select(Job)).one()
    assert (mail.status, mail.kind, mail.to) == (
        MailStatus.WAITING,
        "verify_email",
        "jane@example.org",
    )
    assert (job.name, job.args) == ("send_mail", {"mail_id": mail.id})
    assert LINK in mail.text
    assert LINK in mail.html


def test_no_mail_is_left_by_a_change_that_failed(db: Database) -> None:
    def change(session: Session) -> None:
        send(session)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_now(change)

    with db.read() as session:
        assert session.exec(select(Mail)).all() == []
        assert session.exec(select(Job)).all() == []


def test_the_job_holds_nothing_personal(session: Session) -> None:
    send(session)

    job = session.exec(select(Job)).one()
    assert "jane" not in f"{job.args} {job.key}".lower()


def test_it_is_written_for_the_awarding_body_of_this_deployment(
    session: Session, people: People
) -> None:
    assert "registering with Teifi Awards." in send(session).text


def test_it_speaks_the_readers_language(session: Session) -> None:
    assert '<html lang="cy"' in send(session, language="cy").html
    assert '<html lang="en"' in send(session, language="xx").html


@pytest.mark.parametrize(
    "to",
    [
        "jane@example.org\nBcc: mallory@example.org",
        "jane@example.org, mallory@example.org",
        "jane@example.org\x00",
        "jane",
        "",
        "a" * 300 + "@example.org",
    ],
)
def test_what_is_not_one_address_is_refused(session: Session, to: str) -> None:
    with pytest.raises(BadEmail):
        send(session, to)

    assert session.exec(select(Mail)).all() == []


def test_every_mail_has_an_id_of_its_own_at_the_senders_host(
    session: Session, clean_environment: pytest.MonkeyPatch
) -> None:
    clean_environment.setenv("CERTIFY_MAIL_FROM", "Teifi Awards <no-reply@teifi.example>")
    settings.cache_clear()

    ids = {send(session).message_id for _ in range(3)}

    assert len(ids) == 3
    assert all(i.startswith("<") and i.endswith("@teifi.example>") for i in ids)
