"""Tell the learners of an import that their certificates are ready."""

from __future__ import annotations

from functools import partial

from certify_app.domain.imports.tell_learners import JOB, tell_learners
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect
from certify_app.jobs.registry import job


@job(JOB)
def tell(claim: Claim) -> Effect:
    return partial(tell_learners, lot=claim.args["lot"], awards=claim.args["awards"])
