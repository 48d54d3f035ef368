"""The demo: people who can log in, and awards that tell a story."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, func, select

from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.domain.accounts.demo_people import demo_people
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.passwords import password_matches
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.awards.standing import Standing, standing_of
from certify_app.domain.clock import today
from certify_app.domain.demo import set_up_demo as module
from certify_app.domain.demo.people import JANES_NUMBER, PASSWORD
from certify_app.domain.demo.set_up_demo import DemoState, set_up_demo
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.messages.models import Mail
from certify_app.domain.shop.list_orders import Wanted, list_orders
from certify_app.domain.shop.order_details import order_details
from certify_app.jobs.worker import Worker
from tests.clock import HeldClock
from tests.people import People


def test_the_demo_is_made_once(db: Database) -> None:
    assert set_up_demo(db) is DemoState.MADE
    with db.read() as session:
        before = session.exec(select(func.count()).select_from(Award)).one()
    assert set_up_demo(db) is DemoState.WAS_THERE
    with db.read() as session:
        assert session.exec(select(func.count()).select_from(Award)).one() == before
        assert awarding_body(session).name == "Advanced Awarding"
        assert awarding_body(session).signatory_name == "Dr Eleanor Whitfield"


def test_its_people_log_in_with_the_password_that_is_printed(db: Database) -> None:
    set_up_demo(db)
    with db.read() as session:
        accounts = session.exec(select(Account)).all()
        parts = {person.part: person.name for person in demo_people(session)}
    assert len(accounts) == 4
    assert password_matches(PASSWORD, accounts[0].password_hash)
    assert parts["learner"] == "Jane Smith"
    assert parts["third_party"] == "Tracy Lyon"
    assert parts["officer"] == "Olwen Price"


def test_janes_awards_tell_a_story(db: Database) -> None:
    set_up_demo(db)
    day = today(settings().zone)
    with db.read() as session:
        mine = select(Award).where(Award.enrolment_number == JANES_NUMBER)
        awards = session.exec(mine.order_by(col(Award.award_date))).all()
        left = [_downloads_left(session, award) for award in awards]
        kinds = session.exec(select(Document.kind).where(Document.award_id == awards[2].id)).all()
        revoked = session.exec(select(Award).where(Award.status == AwardStatus.REVOKED)).all()
        mail = session.exec(select(Mail).where(Mail.kind == "certificate_ready")).one()
    assert [a.award_date for a in awards] == [
        date(2017, 3, 27),
        date(2023, 5, 15),
        date(2026, 7, 10),
        day,
    ]
    assert left == [0, 2, 3, 3]
    assert standing_of(awards[1], day) is Standing.EXPIRED
    assert DocumentKind.UNIT_CERTIFICATE in kinds
    assert [a.enrolment_number == JANES_NUMBER for a in revoked] == [False]
    assert mail.to == "jane.smith@example.org"


def test_janes_orders_are_in_every_state(db: Database, clock: HeldClock) -> None:
    set_up_demo(db)
    Worker(db).work_off()
    with db.read() as session:
        jane = session.exec(
            select(Account.id).where(Account.email == "jane.smith@example.org")
        ).one()
        page = list_orders(session, Wanted(), jane)
        complete = order_details(session, page.rows[3].number, jane)
        waiting = order_details(session, page.rows[0].number, jane)
        mails = {mail.kind for mail in session.exec(select(Mail))}
    assert [row.status for row in page.rows] == ["pending", "processing", "cancelled", "complete"]
    assert [row.by_staff for row in page.rows] == [False, True, False, False]
    assert waiting.order.payment_provider == "invoice"
    assert complete.order.tracking_number == "AB 1234 5678 9GB"
    assert complete.order.created_at <= complete.order.paid_at <= complete.logs[-1].at
    assert [log.at for log in complete.logs] == sorted(log.at for log in complete.logs)
    assert [note.gross for note in complete.credit_notes] == [599]
    assert {"order_paid", "order_dispatched", "order_cancelled", "order_refunded"} <= mails


def _downloads_left(session, award: Award) -> int:  # type: ignore[no-untyped-def]
    paper = session.exec(
        select(Document).where(
            Document.award_id == award.id, Document.kind == DocumentKind.CERTIFICATE
        )
    ).one()
    return int(paper.download_limit - paper.downloads)


def test_nothing_is_added_to_a_database_in_use(db: Database, people: People) -> None:
    assert set_up_demo(db) is DemoState.NOT_WANTED
    with db.read() as session:
        assert awarding_body(session).name == people.body.name


def test_a_demo_that_was_interrupted_is_completed(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_session: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "tell_story", fail)
        with pytest.raises(KeyboardInterrupt):
            set_up_demo(db)
    assert set_up_demo(db) is DemoState.MADE
