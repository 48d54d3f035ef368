"""Do one claimed job, whatever happens, and write down how it went."""

from __future__ import annotations

import logging

from certify_app.db.engine import Database
from certify_app.domain.jobs.backoff import pause_after
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import (
    GiveUp,
    LeaseLost,
    NotNow,
    UnknownJob,
    WorkerDied,
)
from certify_app.domain.jobs.finish_job import (
    bury_job,
    finish_job,
    postpone_job,
    retry_job,
)
from certify_app.domain.jobs.problem import problem_of
from certify_app.jobs.registry import JobFunction, find_job
from certify_app.jobs.schedule import next_turn

log = logging.getLogger("certify.jobs")


def run_claim(db: Database, claim: Claim) -> None:
    """Never raises for what the job does; only if the database can't be reached."""
    function = find_job(claim.name)
    try:
        _do(db, claim, function)
    except LeaseLost:
        log.warning("job %s %s was taken over", claim.name, claim.job_id)
    except NotNow as error:
        with db.write() as session:
            postpone_job(session, claim, problem_of(error), error.wait)
    except Exception as error:
        _record_failure(db, claim, function, error)


def _do(db: Database, claim: Claim, function: JobFunction | None) -> None:
    if function is None:
        raise UnknownJob(name=claim.name)
    if claim.attempts > function.tries:
        raise WorkerDied(times=function.tries)
    effect = function.work(claim)
    with db.write() as session:
        finish_job(session, claim, effect, next_turn(claim.name, claim.key))


def _record_failure(
    db: Database, claim: Claim, function: JobFunction | None, error: Exception
) -> None:
    problem = problem_of(error)
    last = function is None or claim.attempts >= function.tries
    final = last or isinstance(error, GiveUp)
    log.warning("job %s %s failed: %s", claim.name, claim.job_id, problem)
    try:
        with db.write() as session:
            if final:
                bury_job(session, claim, problem, next_turn(claim.name, claim.key))
            else:
                retry_job(session, claim, problem, pause_after(claim.attempts))
            if function and function.failed:
                function.failed(session, claim, problem, final)
    except LeaseLost:
        log.warning("job %s %s was taken over", claim.name, claim.job_id)
