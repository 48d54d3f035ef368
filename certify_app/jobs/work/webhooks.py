"""Send notices, again and again for a day and a half until they are taken."""

from __future__ import annotations

from functools import partial

from sqlmodel import Session

from certify_app.adapters.webhook_post import post
from certify_app.db.engine import read_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.webhooks import deliveries
from certify_app.domain.webhooks.announce import JOB
from certify_app.jobs.registry import job

TRIES = 44
"""2, 4, 8 … seconds, and from the twelfth on an hour between them."""


def not_taken(session: Session, claim: Claim, problem: str, final: bool) -> None:
    answer = int(problem.rpartition("HTTP ")[2] or 0) if "HTTP " in problem else 0
    deliveries.mark_not_taken(session, claim.args["delivery_id"], problem, answer, final)


@job(JOB, tries=TRIES, failed=not_taken)
def deliver(claim: Claim) -> Effect | None:
    """A notice keeps its id over every try, by which a receiver knows it again."""
    notice = read_now(deliveries.read_notice, claim.args["delivery_id"])
    if notice is None:
        return None
    answer = post(notice)
    return partial(deliveries.mark_delivered, delivery_id=claim.args["delivery_id"], answer=answer)
