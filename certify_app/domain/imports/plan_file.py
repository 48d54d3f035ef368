"""The plan of an awards file: what would be new, changed and unchanged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlmodel import Session

from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.organisations import count_organisations
from certify_app.domain.imports.plan_awards import AwardPlan, plan_awards
from certify_app.domain.imports.plan_learners import match_learners, plan_learners
from certify_app.domain.imports.plan_qualifications import (
    check_qualifications,
    count_qualifications,
    read_records,
)
from certify_app.domain.imports.progress import Step, Tell
from certify_app.domain.imports.results import Count
from certify_app.domain.imports.staging import Staging


def plan_file(session: Session, stage: Staging, headers: HeaderMap, tell: Tell) -> dict[str, Count]:
    """Counts by noun. Rows that the records contradict are refused and left out."""
    records = read_records(session)
    told = partial(_told, tell, stage.count("row"))
    stage.refuse(list(check_qualifications(stage, headers, records)))
    stage.drop_refused()
    match_learners(session, stage, headers, told(Step.LEARNERS))
    stage.drop_refused()
    plan = AwardPlan(stage, headers, records)
    plan_awards(session, plan, told(Step.AWARDS))
    stage.drop_refused()
    keeps_middle = "middle_name" not in headers.positions
    return {
        "organisations": count_organisations(stage.organisations(), records.organisations),
        "qualifications": count_qualifications(stage, records),
        "learners": plan_learners(session, stage, records, keeps_middle),
        "awards": plan.awards,
        "documents": Count(new=plan.documents),
        "badges": Count(new=plan.badges),
    }


def _told(tell: Tell, total: int, step: Step) -> Callable[[int], None]:
    return lambda done: tell(step, done, total)
