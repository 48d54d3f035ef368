"""Learners: read, and kept up to date one by one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from certify_app.db.engine import read, write
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.imports.upsert_learner import LearnerData, upsert_learner
from certify_app.domain.learners.read_learners import (
    LearnerRecord,
    learner_numbered,
    learners_after,
)
from certify_app.http.api.fields import Asked, Given, PageQuery, text
from certify_app.http.api.operation import Call, Operation, Reply, as_json
from certify_app.http.api.paging import cut, read_cursor


class Learner(Given):
    """`registered` says whether they have an account."""

    enrolment_numbers: list[str]
    first_name: str
    middle_name: str
    last_name: str
    date_of_birth: date | None
    email: str
    organisation: str
    registered: bool
    created_at: datetime


class LearnerPage(Given):
    items: list[Learner]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


class LearnerQuery(PageQuery):
    email: Annotated[str, text(254)] = ""


class LearnerBody(Asked):
    """What the records are to hold. A name that is one word is the first name."""

    first_name: Annotated[str, text(100, 1)]
    middle_name: Annotated[str, text(100)] = ""
    last_name: Annotated[str, text(100)] = ""
    date_of_birth: date | None = None
    email: Annotated[str, text(254)] = ""
    organisation: Annotated[str, text(400)] = Field(
        "", description="“Centre”, or “Parent > Centre”."
    )


async def list_learners(call: Call) -> Reply:
    wanted: LearnerQuery = call.query
    after = read_cursor(wanted.cursor)
    found = await read(learners_after, after, wanted.limit + 1, wanted.email)
    rows, following = cut(found, wanted.limit)
    return as_json(LearnerPage(items=[_learner(row) for row in rows], next=following))


async def get_learner(call: Call) -> Reply:
    return as_json(_learner(await read(learner_numbered, call.path["enrolment_number"])))


async def put_learner(call: Call) -> Reply:
    body: LearnerBody = call.body
    number = call.path["enrolment_number"]
    data = LearnerData(**body.model_dump())
    _saved, new = await write(upsert_learner, number, data, api_key=call.machine.key_id)
    saved = await read(learner_numbered, number)
    return as_json(_learner(saved), 201 if new else 200)


def _learner(record: LearnerRecord) -> Learner:
    row = record.learner
    return Learner(
        enrolment_numbers=list(record.numbers),
        first_name=row.first_name,
        middle_name=row.middle_name,
        last_name=row.last_name,
        date_of_birth=row.date_of_birth,
        email=row.email,
        organisation=record.organisation,
        registered=row.account_id is not None,
        created_at=row.created_at,
    )


ONE = "/learners/{enrolment_number}"
OPERATIONS = [
    Operation(
        "GET",
        "/learners",
        "List learners",
        Scope.READ_LEARNERS,
        list_learners,
        query=LearnerQuery,
        gives=LearnerPage,
    ),
    Operation(
        "GET",
        ONE,
        "Read a learner",
        Scope.READ_LEARNERS,
        get_learner,
        gives=Learner,
        problems=(404,),
    ),
    Operation(
        "PUT",
        ONE,
        "Add or correct a learner",
        Scope.WRITE_LEARNERS,
        put_learner,
        body=LearnerBody,
        gives=Learner,
        also=(201,),
        problems=(422,),
    ),
]
