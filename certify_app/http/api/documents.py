"""Documents of an award: what there is, and the signed original."""

from __future__ import annotations

from typing import Annotated, Literal

from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.models import Award
from certify_app.domain.awards.read_awards import document_referenced, documents_of
from certify_app.domain.documents.drawing import original
from certify_app.domain.documents.find_master import Master, find_master
from certify_app.domain.documents.models import Document as Row
from certify_app.domain.documents.studio import in_studio
from certify_app.http.api.fields import Asked, Given, text
from certify_app.http.api.operation import PDF, Call, Operation, Reply, as_json


class Document(Given):
    """`status` is that of its award. Downloads by a key are never counted as the learner's."""

    reference: str
    award_reference: str
    kind: Literal["certificate", "unit_certificate", "letter", "workbook"]
    status: Literal["valid", "revoked", "superseded"]
    downloads: int
    download_limit: int
    prints: int
    print_limit: int


class DocumentList(Given):
    items: list[Document]


class DocumentQuery(Asked):
    award: Annotated[str, text(100, 1)]


async def list_documents(call: Call) -> Reply:
    found = await read(documents_of, call.query.award)
    return as_json(DocumentList(items=[_document(*row) for row in found]))


async def get_document(call: Call) -> Reply:
    return as_json(_document(*await read(document_referenced, call.path["reference"])))


async def get_file(call: Call) -> Reply:
    """The same bytes that the learner downloads."""
    document, master = await read(_master, call.path["reference"])
    content = await in_studio(original, master)
    await write(_note, document.id or 0, call.machine.key_id)
    headers = {"Content-Disposition": f'attachment; filename="{master.file_name}"'}
    return Reply(content, PDF, headers=headers)


def _master(session: Session, reference: str) -> tuple[Row, Master]:
    document, award = document_referenced(session, reference)
    return document, find_master(session, award.learner_id, document.reference)


def _note(session: Session, document_id: int, key_id: int) -> None:
    record_act(session, "document_read_by_api", "document", document_id, None, api_key=key_id)


def _document(row: Row, award: Award) -> Document:
    return Document(
        reference=row.reference,
        award_reference=award.reference,
        kind=row.kind.value,
        status=award.status.value,
        downloads=row.downloads,
        download_limit=row.download_limit,
        prints=row.prints,
        print_limit=row.print_limit,
    )


OPERATIONS = [
    Operation(
        "GET",
        "/documents",
        "List the documents of an award",
        Scope.READ_DOCUMENTS,
        list_documents,
        query=DocumentQuery,
        gives=DocumentList,
        problems=(404,),
    ),
    Operation(
        "GET",
        "/documents/{reference}/file",
        "Download a document",
        Scope.READ_DOCUMENTS,
        get_file,
        gives_media=PDF,
        problems=(404, 422),
    ),
    Operation(
        "GET",
        "/documents/{reference}",
        "Read a document",
        Scope.READ_DOCUMENTS,
        get_document,
        gives=Document,
        problems=(404,),
    ),
]
