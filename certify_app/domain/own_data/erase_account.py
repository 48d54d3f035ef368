"""What somebody told of themselves goes; awards, orders and invoices stay.

The account's row stays without a name, an email or a way in, since orders and logs
point to it. Every table that would go with the account's row is emptied of it, so a
new one of that kind needs no line here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Table, delete, update
from sqlmodel import Session, SQLModel, col, select

from certify_app.domain.accounts.models import Account, AccountEmail, Registration
from certify_app.domain.clock import now
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.move_connection import is_running
from certify_app.domain.connections.queries import Side
from certify_app.domain.documents.models import DocumentEvent
from certify_app.domain.learners.models import Learner
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.own_data.errors import StillUnpaid
from certify_app.domain.own_data.export_data import drop_export
from certify_app.domain.own_data.models import DataExport, ErasureRequest
from certify_app.domain.profiles.photo import remove_photo
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.domain.shop.stock_models import Basket

NOBODY = "erased-{id}@erased.invalid"
UNDER_WAY = (OrderStatus.PENDING, OrderStatus.PROCESSING)


def check_can_erase(session: Session, account_id: int) -> None:
    """Raises StillUnpaid: somebody must still hear of an order."""
    open_ones = select(Order.id).where(
        Order.account_id == account_id, col(Order.status).in_(UNDER_WAY)
    )
    if session.exec(open_ones).first() is not None:
        raise StillUnpaid


def erase_account(session: Session, account_id: int) -> None:
    _end_shares(session, account_id)
    _drop_files(session, account_id)
    _forget_in_records(session, account_id)
    session.flush()
    for table, column in _goes_with_account():
        session.execute(delete(table).where(column == account_id))
    session.execute(delete(Basket).where(col(Basket.account_id) == account_id))
    _blank_logs(session, account_id)
    _blank_account(session, account_id)


def _goes_with_account() -> list[tuple[Table, Column[Any]]]:
    return [
        (table, key.parent)
        for table in SQLModel.metadata.sorted_tables
        for key in table.foreign_keys
        if key.target_fullname == "account.id" and key.ondelete == "CASCADE"
    ]


def _end_shares(session: Session, account_id: int) -> None:
    """Third parties hear of it as of any cancellation."""
    mine = select(Connection.id).where(Connection.learner_account_id == account_id, is_running())
    for connection_id in session.exec(mine).all():
        cancel_connection(session, account_id, connection_id or 0, Side.LEARNER)


def _drop_files(session: Session, account_id: int) -> None:
    remove_photo(session, account_id)
    for export in session.exec(select(DataExport).where(DataExport.account_id == account_id)).all():
        drop_export(session, export)


def _forget_in_records(session: Session, account_id: int) -> None:
    """The records keep who was awarded what, not how to reach them."""
    learner = session.exec(select(Learner).where(Learner.account_id == account_id)).first()
    if learner is None:
        return
    session.execute(delete(Registration).where(col(Registration.learner_id) == learner.id))
    learner.account_id, learner.email, learner.search_opt_in = None, "", False
    session.add(learner)


def _blank_logs(session: Session, account_id: int) -> None:
    """Mails that still wait are sent to nobody."""
    blank = {"to": "", "subject": "", "text": "", "html": "", "reply_to": ""}
    mine = col(Mail.account_id) == account_id
    session.execute(update(Mail).where(mine).values(**blank))
    waiting = mine & (col(Mail.status) == MailStatus.WAITING)
    session.execute(update(Mail).where(waiting).values(status=MailStatus.FAILED))
    uses = col(DocumentEvent.account_id) == account_id
    session.execute(update(DocumentEvent).where(uses).values(address=""))
    asked = col(ErasureRequest.account_id) == account_id
    session.execute(update(ErasureRequest).where(asked).values(reason="", answer=""))


def _blank_account(session: Session, account_id: int) -> None:
    account = session.get_one(Account, account_id, populate_existing=True)
    account.email, account.user_name = NOBODY.format(id=account_id), None
    account.first_name = account.middle_name = account.last_name = ""
    account.password_hash, account.locked_at = "", now()
    session.add(account)
    session.flush()
    session.execute(delete(AccountEmail).where(col(AccountEmail.account_id) == account_id))
