"""The awarding body opens the search of learners to a third party, or closes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import Account, Role
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.emails import normal_email
from certify_app.domain.third_parties.errors import NoSuchThirdParty
from certify_app.domain.third_parties.models import ThirdParty


@dataclass(frozen=True)
class Known:
    email: str
    name: str
    organisation: str
    search_approved_at: datetime | None


def approve_search(
    session: Session, email: str, approved: bool = True, actor_id: int | None = None
) -> Known:
    """
    Raises:
        BadEmail, NoSuchThirdParty
    """
    account = account_with_email(session, normal_email(email))
    if account is None or account.role is not Role.THIRD_PARTY or account.id is None:
        raise NoSuchThirdParty(email=email)
    there = session.get(ThirdParty, account.id) or ThirdParty(account_id=account.id)
    if approved and not there.search_approved_at:
        there.search_approved_at = now()
    if not approved:
        there.search_approved_at = None
    session.add(there)
    act = "search_approved" if approved else "search_closed"
    record_act(session, act, "account", account.id, actor_id)
    return _known(account, there)


def may_search(session: Session, account_id: int) -> bool:
    there = session.get(ThirdParty, account_id)
    return there is not None and there.search_approved_at is not None


def list_third_parties(session: Session) -> list[Known]:
    """Those who wait for approval first, then the newest."""
    found = session.exec(
        select(Account, ThirdParty)
        .outerjoin(ThirdParty, col(ThirdParty.account_id) == Account.id)
        .where(Account.role == Role.THIRD_PARTY)
        .order_by(col(ThirdParty.search_approved_at).is_not(None), col(Account.id).desc())
    )
    return [_known(account, there) for account, there in found]


def _known(account: Account, there: ThirdParty | None) -> Known:
    return Known(
        email=account.email,
        name=f"{account.first_name} {account.last_name}".strip(),
        organisation=there.organisation if there else "",
        search_approved_at=there.search_approved_at if there else None,
    )
