"""Qualifications: read, and kept up to date one by one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from certify_app.db.engine import read, write
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.awards.models import Qualification as Row
from certify_app.domain.awards.read_awards import qualifications_after
from certify_app.domain.imports.upsert_qualification import upsert_qualification
from certify_app.http.api.fields import Asked, Given, PageQuery, Times, text
from certify_app.http.api.operation import Call, Operation, Reply, as_json
from certify_app.http.api.paging import cut, read_cursor

Kind = Literal["certificate", "unit_certificate", "letter", "workbook"]


class Qualification(Given):
    """Limits of null are the awarding body's own."""

    code: str
    title: str
    level: str
    documents: list[str]
    badge_name: str
    badge_criteria: str
    download_limit: int | None
    print_limit: int | None
    created_at: datetime


class QualificationPage(Given):
    items: list[Qualification]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


class QualificationBody(Asked):
    """No documents leaves those on record. Awards issued before gain what it comes to yield."""

    title: Annotated[str, text(300, 1)]
    level: Annotated[str, text(60)] = ""
    documents: Annotated[list[Kind], Field(max_length=4)] = Field(default_factory=list)
    badge_name: Annotated[str, text(200)] = ""
    badge_criteria: Annotated[str, text(2000)] = ""
    download_limit: Times | None = None
    print_limit: Times | None = None


async def list_qualifications(call: Call) -> Reply:
    wanted: PageQuery = call.query
    found = await read(qualifications_after, read_cursor(wanted.cursor), wanted.limit + 1)
    rows, following = cut(found, wanted.limit)
    page = QualificationPage(items=[_qualification(row) for row in rows], next=following)
    return as_json(page)


async def put_qualification(call: Call) -> Reply:
    body: QualificationBody = call.body
    cells = {
        "qualification_code": call.path["code"],
        "qualification_title": body.title,
        "level": body.level,
        "documents": " ".join(body.documents),
        "badge_name": body.badge_name,
        "badge_criteria": body.badge_criteria,
        "download_limit": _cell(body.download_limit),
        "print_limit": _cell(body.print_limit),
    }
    saved, new = await write(upsert_qualification, cells, api_key=call.machine.key_id)
    return as_json(_qualification(saved), 201 if new else 200)


def _cell(limit: int | None) -> str:
    return "" if limit is None else str(limit)


def _qualification(row: Row) -> Qualification:
    return Qualification(
        code=row.code,
        title=row.title,
        level=row.level,
        documents=row.documents.split(),
        badge_name=row.badge_name,
        badge_criteria=row.badge_criteria,
        download_limit=row.download_limit,
        print_limit=row.print_limit,
        created_at=row.created_at,
    )


OPERATIONS = [
    Operation(
        "GET",
        "/qualifications",
        "List qualifications",
        Scope.READ_QUALIFICATIONS,
        list_qualifications,
        query=PageQuery,
        gives=QualificationPage,
    ),
    Operation(
        "PUT",
        "/qualifications/{code}",
        "Add or correct a qualification",
        Scope.WRITE_QUALIFICATIONS,
        put_qualification,
        body=QualificationBody,
        gives=Qualification,
        also=(201,),
        problems=(422,),
    ),
]
