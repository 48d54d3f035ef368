"""A whole awarding body to look at, made once and quickly."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from sqlmodel import Session, col, select

from certify_app.db.engine import Database
from certify_app.domain.accounts.models import Account
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.demo.orders import order_copies
from certify_app.domain.demo.people import add_accounts
from certify_app.domain.demo.shares import share_with_others
from certify_app.domain.demo.story import tell_story
from certify_app.domain.imports.import_file import import_file
from certify_app.domain.learners.models import Learner
from certify_app.domain.shop.stock_shop import stock_shop

DATA = Path(__file__).parent / "data"
BEGUN, DONE = "demo_begun", "demo_set_up"


class DemoState(StrEnum):
    MADE = "made"
    WAS_THERE = "was_there"
    NOT_WANTED = "not_wanted"


def set_up_demo(db: Database) -> DemoState:
    """Nothing is added to a database that holds learners or accounts of its own.

    A demo that was interrupted is completed.
    """
    with db.write() as session:
        acts = set(session.exec(select(AuditEntry.act).where(_is_ours())))
        if DONE in acts:
            return DemoState.WAS_THERE
        if BEGUN not in acts:
            if _holds_people(session):
                return DemoState.NOT_WANTED
            session.merge(_advanced_awarding())
            record_act(session, BEGUN, "awarding_body", 1)
    for name in ("awards.csv", "units.csv", "qualifications.csv"):
        import_file(db, DATA / name)
    with db.write() as session:
        add_accounts(session)
        tell_story(session)
        share_with_others(session)
        stock_shop(session)
        session.flush()
        order_copies(session)
        record_act(session, DONE, "awarding_body", 1)
    return DemoState.MADE


def _is_ours() -> bool:
    return col(AuditEntry.act).in_([BEGUN, DONE])  # type: ignore[return-value]


def _holds_people(session: Session) -> bool:
    people = (session.exec(select(table.id).limit(1)).first() for table in (Account, Learner))
    return any(person is not None for person in people)


def _advanced_awarding() -> AwardingBody:
    return AwardingBody(
        id=1,
        name="Advanced Awarding",
        address="12 Harbour Row\nCardiff CF10 4QB",
        phone="029 2018 0416",
        recognition="Advanced Awarding is a fictitious awarding body, recognised by nobody.",
        signatory_name="Dr Eleanor Whitfield",
        signatory_title="Chief Executive and Responsible Officer",
        bank_details="Advanced Awarding\nSort code 00-00-00\nAccount number 00000000",
        vat_number="GB 000 0000 00",
    )
