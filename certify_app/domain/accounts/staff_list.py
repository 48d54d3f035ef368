"""The console's list of the awarding body's staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, func, select

from certify_app.domain.accounts.models import Account, LoginSession, StaffRole
from certify_app.domain.acts import Act
from certify_app.domain.learners.learner_list import lowered
from certify_app.domain.lists.list_of import Cells, Column, Condition, ListOf, Look, Shown, Words
from certify_app.locales import N_


def _staff(shown: Shown) -> Condition:
    condition: Condition = shown(Account.staff_role).in_(list(StaffRole))
    return condition


def _show(session: Session, ids: Sequence[int]) -> Mapping[int, Cells]:
    seen = dict(
        session.exec(
            select(LoginSession.account_id, func.max(LoginSession.seen_at))
            .where(col(LoginSession.account_id).in_(ids))
            .group_by(col(LoginSession.account_id))
        ).all()
    )
    found = session.exec(select(Account).where(col(Account.id).in_(ids)))
    return {
        one.id or 0: {
            "name": f"{one.first_name} {one.last_name}",
            "email": one.email,
            "role": one.staff_role,
            "seen": seen.get(one.id or 0),
            "since": one.created_at,
            "href": f"/console/staff/{one.id}",
        }
        for one in found
    }


STAFF = ListOf(
    name="staff",
    address="/console/staff",
    title=N_("Staff"),
    search=N_("Search by email"),
    act=Act.SEE_STAFF,
    key=Account.id,
    columns=(
        Column("name", N_("Name"), Look.HEAD),
        Column("email", N_("Email"), Look.BELOW),
        Column("role", N_("Role"), Look.TAG),
        Column("seen", N_("Last seen")),
        Column("since", N_("Since"), sort=Account.id),
    ),
    show=_show,
    sort="since",
    words=(Words(Account.email, form=lowered),),
    only=_staff,
)
