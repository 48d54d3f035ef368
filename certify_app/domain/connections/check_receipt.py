"""A check that can be filed: who checked what, when, and what the record said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.models import Account
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.connections.may_open import Reader, open_connection
from certify_app.domain.connections.note_access import note_checked
from certify_app.domain.connections.share_end import day_of
from certify_app.domain.connections.shelf import Group, shared_by
from certify_app.domain.documents.find_master import design_of
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.third_parties.models import ThirdParty
from certify_app.locales import language


@dataclass(frozen=True)
class Receipt:
    """`language` is that of the page it was asked for on."""

    number: int
    checked_by: str
    organisation: str
    email: str
    learner: str
    checked_at: datetime
    share_ends: date
    groups: list[Group]
    design: Design
    address: str
    language: str


def write_receipt(session: Session, reader: Reader, connection_id: int) -> Receipt:
    """Checks everything the connection shares at this moment; the learner's log says so.

    Raises:
        NotShared, PinMissing
    """
    connection = open_connection(session, reader, connection_id)
    groups = shared_by(session, connection_id)
    note_checked(session, reader, connection, groups)
    account = session.get_one(Account, reader.account_id)
    there = session.get(ThirdParty, reader.account_id)
    learner = session.get_one(Account, connection.learner_account_id)
    return Receipt(
        number=connection_id,
        checked_by=f"{account.first_name} {account.last_name}".strip(),
        organisation=there.organisation if there else "",
        email=account.email,
        learner=f"{learner.first_name} {learner.last_name}".strip(),
        checked_at=now(),
        share_ends=day_of(connection.expires_at),
        groups=groups,
        design=design_of(awarding_body(session)),
        address=settings().address,
        language=language(),
    )
