"""From our errors to problem+json."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from starlette.responses import Response

from certify_app.domain.api_replies.keep_reply import StillAtWork
from certify_app.domain.awards.errors import NoSuchAward
from certify_app.domain.documents.errors import NoSuchDocument
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.imports.errors import RecordsChanged
from certify_app.domain.learners.errors import NoSuchLearner
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.webhooks.errors import NoSuchDelivery, NoSuchEndpoint
from certify_app.gate.problem_json import problem

NOT_THERE = (
    NoSuchAward,
    NoSuchDocument,
    NoSuchLearner,
    NoSuchOrder,
    NoSuchEndpoint,
    NoSuchDelivery,
)
MOST_ERRORS = 50


def of_domain(error: DomainError) -> Response:
    """A sentence that says what to do: 404, 409 or 422."""
    if isinstance(error, NOT_THERE):
        return problem(404, f"{error}.".replace("..", "."))
    if isinstance(error, StillAtWork | RecordsChanged):
        return problem(409, str(error), headers={"Retry-After": "2"})
    each = error.problems if isinstance(error, Problems) else [error]
    errors = [{"field": one.field, "message": str(one)} for one in each]
    return problem(422, f"{error}.".replace("..", "."), errors)


def of_shape(error: ValidationError) -> Response:
    """What does not fit the schema: 400, each place by its path."""
    errors = [_one(e) for e in error.errors(include_url=False, include_input=False)]
    return problem(400, "The request does not fit the schema.", errors[:MOST_ERRORS])


def _one(error: Any) -> dict[str, str]:
    place = ".".join(map(str, error["loc"]))
    return {"field": place, "message": error["msg"]}
