"""Give the awarding body its name and colour, as a setup does first."""

from __future__ import annotations

import re

from sqlmodel import Session

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.errors import DomainError
from certify_app.locales import N_

LONGEST = 120


class BodyNameMissing(DomainError):
    sentence = N_("Give the awarding body's name, in at most {most} characters")
    field = "name"


class BadColour(DomainError):
    sentence = N_("Write the colour as # and six digits or letters a to f, such as #17516f")
    field = "brand"


def name_body(
    session: Session, name: str, brand: str = "", actor_id: int | None = None
) -> AwardingBody:
    """
    Raises:
        BodyNameMissing, BadColour
    """
    called = " ".join(name.split())
    if not called or len(called) > LONGEST or not called.isprintable():
        raise BodyNameMissing(most=LONGEST)
    if brand and not re.fullmatch(r"#[0-9a-fA-F]{6}", brand):
        raise BadColour
    body = awarding_body(session)
    body.name = called
    body.brand = brand.lower() or body.brand
    session.add(body)
    session.flush()
    record_act(session, "awarding_body_named", "awarding_body", body.id, actor_id)
    return body
