"""Learners are told once of all that an import brought them."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import select

from certify_app.db.engine import Database
from certify_app.domain.awards.models import Award
from certify_app.domain.imports.tell_learners import tell_learners
from certify_app.domain.jobs.models import Job
from certify_app.domain.messages.models import Mail
from certify_app.jobs.registry import find_job
from tests.unit.domain.imports.files import another, run, sian, write_csv


def mails_after(db: Database, folder: Path, rows: list[dict[str, str]]) -> list[Mail]:
    run(db, write_csv(folder / "awards.csv", rows), tell_learners=True)
    with db.write() as session:
        for job in session.exec(select(Job).where(Job.name == "tell_learners")).all():
            tell_learners(session, **job.args)
    with db.read() as session:
        return list(session.exec(select(Mail).order_by("id")))


def test_a_learner_gets_one_mail_for_all_awards(db: Database, tmp_path: Path) -> None:
    other = {"qualification_code": "000/0002/2", "qualification_title": "Award in Hedging"}
    rows = [sian(), *(another(n) for n in range(105)), sian(**other)]
    mails = mails_after(db, tmp_path, rows)
    assert len(mails) == 106
    mine = [mail for mail in mails if mail.to == "sian@example.org"]
    assert len(mine) == 1
    assert "Award in Coppicing" in mine[0].text
    assert "Award in Hedging" in mine[0].text


def test_a_learner_without_an_email_is_not_told(db: Database, tmp_path: Path) -> None:
    assert [m.to for m in mails_after(db, tmp_path, [sian(email=""), another(1)])] == [
        "gwen1@example.org"
    ]


def test_awards_of_before_the_import_are_not_told_again(db: Database, tmp_path: Path) -> None:
    run(db, write_csv(tmp_path / "before.csv", [another(1)]))
    mails = mails_after(db, tmp_path, [another(1), sian()])
    assert [mail.to for mail in mails] == ["sian@example.org"]
    with db.read() as session:
        assert len(session.exec(select(Award)).all()) == 2


def test_the_worker_knows_the_job() -> None:
    assert find_job("tell_learners")
