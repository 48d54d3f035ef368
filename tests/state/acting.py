"""A State as an event of one person meets it, without a browser."""

from __future__ import annotations

from typing import TypeVar

import reflex as rx
from sqlmodel import select

from certify_app.db.engine import read_now
from certify_app.domain.accounts.sessions import Who
from certify_app.domain.learners.models import Learner
from certify_app.gate import events
from tests.people import Person
from tests.state import visits

S = TypeVar("S", bound=rx.State)


def who(person: Person) -> Who:
    assert person.account
    account = person.account
    learner_id = read_now(
        lambda session: session.exec(
            select(Learner.id).where(Learner.account_id == person.id)
        ).first()
    )
    return Who(
        account_id=person.id,
        session_id=1,
        role=account.role,
        staff_role=account.staff_role,
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        language=account.language,
        learner_id=learner_id,
    )


async def at(state: type[S], person: Person, address: str) -> S:
    """The State at an address, with the person behind every event that follows."""
    events._who.set(who(person))
    return visits.at(state, address)
