"""Being found by third parties (guide 7.2.3): off until a learner of age switches it on."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from certify_app.config import settings
from certify_app.domain.clock import today
from certify_app.domain.connections.errors import BirthDateUnknown, Under18
from certify_app.domain.learners.models import Learner
from certify_app.locales.dates import day

AGE = 18
"""Years."""


def set_search_opt_in(session: Session, account_id: int, wanted: bool) -> bool:
    """What holds from now on; False too for an account without a learner.

    Raises:
        Under18, BirthDateUnknown: only when it is wanted.
    """
    learner = session.exec(select(Learner).where(Learner.account_id == account_id)).first()
    if learner is None:
        return False
    if wanted:
        check_age(learner.date_of_birth)
    learner.search_opt_in = wanted
    session.add(learner)
    session.flush()
    return wanted


def check_age(born: date | None) -> None:
    """
    Raises:
        Under18, BirthDateUnknown
    """
    if born is None:
        raise BirthDateUnknown(mailbox=settings().reports_email)
    if (since := of_age_on(born)) > today(settings().zone):
        raise Under18(day=day(since))


def of_age_on(born: date) -> date:
    """The eighteenth birthday; of somebody born on 29 February, 1 March."""
    try:
        return born.replace(year=born.year + AGE)
    except ValueError:
        return date(born.year + AGE, 3, 1)


def latest_birth_date() -> date:
    """Who was born on or before this day is of age today."""
    now = today(settings().zone)
    try:
        return now.replace(year=now.year - AGE)
    except ValueError:
        return date(now.year - AGE, 2, 28)
