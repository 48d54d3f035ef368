"""The console's list of awards: the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.acts import Act
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.awards.standing import standing_of
from certify_app.domain.clock import today
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.learner_list import by_id, organisations
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
    ("valid", N_("Valid")),
    ("expired", N_("Expired")),
    ("revoked", N_("Revoked")),
    ("superseded", N_("Replaced")),
)


def qualifications(session: Session) -> list[tuple[str, str]]:
    """At most 500, by title."""
    found = select(Qualification.id, Qualification.title, Qualification.code)
    rows = session.exec(found.order_by(Qualification.title).limit(500))
    return [(str(id), f"{title} ({code})") for id, title, code in rows]


def qualification_codes(session: Session) -> list[tuple[str, str]]:
    """The same by code, to choose what is awarded."""
    found = select(Qualification.code, Qualification.title).where(Qualification.title != "")
    rows = session.exec(found.order_by(Qualification.title).limit(500))
    return [(code, f"{title} ({code})") for code, title in rows]


def _upper(text: str) -> str:
    return text.strip().upper()


def _standing(value: str, shown: Shown) -> Condition | None:
    status, expiry, day = shown(Award.status), shown(Award.expiry_date), today(settings().zone)
    valid = status == AwardStatus.VALID
    conditions: dict[str, Condition] = {
        "valid": and_(valid, or_(expiry.is_(None), expiry >= day)),
        "expired": and_(valid, expiry < day),
        "revoked": status == AwardStatus.REVOKED,
        "superseded": status == AwardStatus.SUPERSEDED,
    }
    return conditions.get(value)


def _show(session: Session, ids: Sequence[int]) -> Mapping[int, Cells]:
    day = today(settings().zone)
    rows = session.exec(
        select(Award, Qualification, Organisation.name)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .outerjoin(Organisation, col(Organisation.id) == Award.organisation_id)
        .where(col(Award.id).in_(ids))
    )
    return {
        award.id or 0: {
            "name": award.awarded_name,
            "number": award.enrolment_number,
            "qualification": what.title,
            "code": what.code,
            "reference": award.reference,
            "date": award.award_date,
            "expiry": award.expiry_date,
            "grade": award.grade,
            "organisation": organisation,
            "standing": standing_of(award, day),
            "href": f"/console/awards/{award.id}",
        }
        for award, what, organisation in rows
    }


AWARDS = ListOf(
    name="awards",
    address="/console/awards",
    title=N_("Awards"),
    search=N_("Search by name, reference or qualification"),
    act=Act.SEE_AWARDS,
    key=Award.id,
    columns=(
        Column("name", N_("Awarded to"), Look.HEAD, sort=Award.awarded_name),
        Column("qualification", N_("Qualification")),
        Column("reference", N_("Reference"), Look.MONO, sort=Award.reference),
        Column("date", N_("Award date"), sort=Award.award_date),
        Column("grade", N_("Grade")),
        Column("organisation", N_("Organisation")),
        Column("standing", N_("Status"), Look.TAG),
    ),
    show=_show,
    sort="date",
    descending=True,
    words=(
        Words(Award.reference, form=_upper),
        Words(Document.reference, Document.award_id, Award.id, _upper),
        Words(Learner.last_name_key, Learner.id, Award.learner_id),
        Words(Learner.first_name_key, Learner.id, Award.learner_id),
        Words(EnrolmentNumber.number_key, EnrolmentNumber.learner_id, Award.learner_id),
        Words(Qualification.code, Qualification.id, Award.qualification_id, _upper),
    ),
    filters=(
        Choice("status", N_("Status"), STANDINGS, _standing),
        Choice(
            "qualification",
            N_("Qualification"),
            qualifications,
            by_id(Award.qualification_id),
        ),
        Choice(
            "organisation",
            N_("Organisation"),
            organisations,
            by_id(Award.organisation_id),
        ),
        Days("date", N_("Award date"), Award.award_date),
    ),
)
