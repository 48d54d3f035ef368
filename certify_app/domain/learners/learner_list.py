"""The console's list of learners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, func, select

from certify_app.domain.accounts.models import Account
from certify_app.domain.acts import Act
from certify_app.domain.awards.models import Award
from certify_app.domain.learners.models import EnrolmentNumber, Learner, Organisation
from certify_app.domain.lists.list_of import (
    Cells,
    Choice,
    Column,
    Condition,
    Days,
    ListOf,
    Look,
    Shown,
    Words,
)
from certify_app.locales import N_

STANDINGS = (
    ("registered", N_("Registered")),
    ("unregistered", N_("Not registered")),
    ("locked", N_("Locked")),
)


def organisations(session: Session) -> list[tuple[str, str]]:
    found = select(Organisation.id, Organisation.name).order_by(Organisation.name_key).limit(500)
    return [(str(id), name) for id, name in session.exec(found)]


def by_id(column: Any) -> Any:
    """A choice's condition on a column that holds an id."""

    def where(value: str, shown: Shown) -> Condition | None:
        known = value.isascii() and value.isdigit() and len(value) < 10
        return shown(column) == int(value) if known else None

    return where


def lowered(text: str) -> str:
    return text.strip().lower()


def _standing(value: str, shown: Shown) -> Condition | None:
    account = shown(Learner.account_id)
    locked = select(Account.id).where(col(Account.locked_at).is_not(None))
    conditions: dict[str, Condition] = {
        "registered": account.is_not(None),
        "unregistered": account.is_(None),
        "locked": account.in_(locked),
    }
    return conditions.get(value)


def _show(session: Session, ids: Sequence[int]) -> Mapping[int, Cells]:
    rows = session.exec(
        select(Learner, Account, Organisation.name)
        .outerjoin(Account, col(Account.id) == Learner.account_id)
        .outerjoin(Organisation, col(Organisation.id) == Learner.organisation_id)
        .where(col(Learner.id).in_(ids))
    )
    numbers, awards = _numbers(session, ids), _awards(session, ids)
    return {
        learner.id or 0: {
            "name": learner.full_name,
            "number": ", ".join(numbers.get(learner.id or 0, [])),
            "email": account.email if account else learner.email,
            "organisation": organisation,
            "awards": awards.get(learner.id or 0, 0),
            "standing": _said(account),
            "created": learner.created_at,
            "href": f"/console/learners/{learner.id}",
        }
        for learner, account, organisation in rows
    }


def _said(account: Account | None) -> str:
    if account is None:
        return "unregistered"
    return "locked" if account.locked_at else "registered"


def _numbers(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    mine = col(EnrolmentNumber.learner_id).in_(ids)
    for one in session.exec(select(EnrolmentNumber).where(mine).order_by(col(EnrolmentNumber.id))):
        found.setdefault(one.learner_id, []).append(one.number)
    return found


def _awards(session: Session, ids: Sequence[int]) -> dict[int, int]:
    mine = col(Award.learner_id).in_(ids)
    counted = select(Award.learner_id, func.count()).where(mine).group_by(col(Award.learner_id))
    return dict(session.exec(counted).all())


LEARNERS = ListOf(
    name="learners",
    address="/console/learners",
    title=N_("Learners"),
    search=N_("Search by name, number or email"),
    act=Act.SEE_LEARNERS,
    key=Learner.id,
    columns=(
        Column("name", N_("Name"), Look.HEAD, sort=Learner.last_name_key),
        Column("number", N_("Enrolment number")),
        Column("email", N_("Email"), Look.BELOW),
        Column("organisation", N_("Organisation")),
        Column("awards", N_("Awards"), Look.NUMBER),
        Column("standing", N_("Account"), Look.TAG),
        Column("created", N_("On record since"), sort=Learner.created_at),
    ),
    show=_show,
    sort="name",
    words=(
        Words(Learner.last_name_key),
        Words(Learner.first_name_key),
        Words(Learner.email, form=lowered),
        Words(EnrolmentNumber.number_key, EnrolmentNumber.learner_id, Learner.id),
        Words(Account.email, Account.id, Learner.account_id, lowered),
    ),
    filters=(
        Choice("account", N_("Account"), STANDINGS, _standing),
        Choice(
            "organisation",
            N_("Organisation"),
            organisations,
            by_id(Learner.organisation_id),
        ),
        Days("created", N_("On record"), Learner.created_at, is_moment=True),
    ),
)
