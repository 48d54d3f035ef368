"""Tell learners that their certificates are ready: in small lots, so no mail server minds."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from sqlmodel import Session, col, func, select

from certify_app.domain.accounts.models import Account
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.learners.models import Learner
from certify_app.domain.messages.send_mail import send_mail

JOB = "tell_learners"
LOT = 100
PAUSE = timedelta(minutes=1)


def enqueue_telling(session: Session, first: int, last: int) -> None:
    """Jobs for the awards of these ids, a lot a minute, in the import's transaction."""
    for lot, start in enumerate(range(first, last + 1, LOT)):
        end = min(start + LOT - 1, last)
        enqueue_job(
            session,
            JOB,
            {"lot": [start, end], "awards": [first, last]},
            key=f"{JOB} {start}-{end}",
            run_at=now() + lot * PAUSE,
        )


def tell_learners(session: Session, lot: list[int], awards: list[int]) -> None:
    """One mail to each learner whose first award of the import is in the lot.

    The mail names all awards of the import. Learners without an email are not told.
    """
    within = col(Award.id).between(awards[0], awards[1])
    told = (
        select(Award.learner_id)
        .where(within)
        .group_by(col(Award.learner_id))
        .having(func.min(Award.id) >= lot[0], func.min(Award.id) <= lot[1])
    )
    found = session.exec(
        select(Learner, Qualification.title, Account.language)
        .join(Award, col(Award.learner_id) == col(Learner.id))
        .join(Qualification, col(Award.qualification_id) == col(Qualification.id))
        .outerjoin(Account, col(Learner.account_id) == col(Account.id))
        .where(
            within,
            col(Learner.id).in_(told),
            Learner.email != "",
        )
        .order_by(col(Learner.id), col(Award.id))
    ).all()
    for learner, rows in groupby(found, itemgetter(0)):
        every = list(rows)
        send_mail(
            session,
            "certificate_ready",
            to=learner.email,
            account_id=learner.account_id,
            language=every[0][2] or "en",
            first_name=learner.first_name,
            titles=[title for _learner, title, _language in every],
            registered=learner.account_id is not None,
        )
