"""Staff approve or refuse that an account be erased; used by the command and the console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.own_data.ask_erasure import tell_of_erasure
from certify_app.domain.own_data.erase_account import check_can_erase, erase_account
from certify_app.domain.own_data.errors import NoSuchErasure, NotWaiting
from certify_app.domain.own_data.models import ErasureRequest, ErasureStatus


@dataclass(frozen=True)
class WaitingErasure:
    id: int
    name: str
    email: str
    reason: str
    created_at: datetime


def erasures_waiting(session: Session) -> list[WaitingErasure]:
    """The oldest first."""
    found = session.exec(
        select(ErasureRequest, Account)
        .join(Account, col(Account.id) == ErasureRequest.account_id)
        .where(ErasureRequest.status == ErasureStatus.WAITING)
        .order_by(col(ErasureRequest.id))
    )
    return [
        WaitingErasure(
            one.id or 0,
            f"{who.first_name} {who.last_name}".strip(),
            who.email,
            one.reason,
            one.created_at,
        )
        for one, who in found
    ]


def approve_erasure(session: Session, request_id: int, staff_id: int | None = None) -> None:
    """The account is erased in the same unit of work, and its last mail sent.

    Raises:
        NoSuchErasure, NotWaiting
        StillUnpaid: an order is under way; nothing is changed.
    """
    account = _answered(session, request_id, ErasureStatus.APPROVED, staff_id)
    assert account.id
    check_can_erase(session, account.id)
    last = account.email, account.language, account.first_name
    erase_account(session, account.id)
    record_act(session, "account_erased", "account", account.id, staff_id, request=request_id)
    send_mail(session, "erasure_done", last[0], language=last[1], first_name=last[2])


def refuse_erasure(
    session: Session, request_id: int, answer: str, staff_id: int | None = None
) -> None:
    """`answer` says why, to the one who asked.

    Raises:
        NoSuchErasure, NotWaiting
    """
    answer = answer.strip()[:1000]
    account = _answered(session, request_id, ErasureStatus.REFUSED, staff_id, answer)
    record_act(session, "erasure_refused", "account", account.id, staff_id, request=request_id)
    tell_of_erasure(session, account, "erasure_refused", answer=answer)


def _answered(
    session: Session,
    request_id: int,
    status: ErasureStatus,
    staff_id: int | None,
    answer: str = "",
) -> Account:
    request = session.get(ErasureRequest, request_id)
    if request is None:
        raise NoSuchErasure(number=request_id)
    moved = session.exec(
        update(ErasureRequest)
        .where(
            col(ErasureRequest.id) == request_id,
            col(ErasureRequest.status) == ErasureStatus.WAITING,
        )
        .values(status=status, answer=answer, answered_at=now(), answered_by_id=staff_id)
    )
    if moved.rowcount != 1:
        raise NotWaiting
    return session.get_one(Account, request.account_id)
