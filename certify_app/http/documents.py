"""A learner's documents: the marked copy on screen, the original, a page to print.

Nothing is counted here. The count was raised when the token was granted; a token may
fetch again, whole or by ranges, until it ends.
"""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from certify_app.db.engine import read, write
from certify_app.domain.documents.addresses import from_address
from certify_app.domain.documents.drawing import original, viewable
from certify_app.domain.documents.errors import NoSuchDocument
from certify_app.domain.documents.find_master import Master, find_master
from certify_app.domain.documents.mark_delivered import mark_delivered
from certify_app.domain.documents.models import Grant, GrantKind
from certify_app.domain.documents.printing import printed
from certify_app.domain.documents.queries import find_grant
from certify_app.domain.documents.record_event import record_view
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import address_of, guarded, who_asked
from certify_app.http.whole_delivery import WholeDelivery
from certify_app.locales import N_, _, speaking

PDF = "application/pdf"
PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
ENDED = N_("This link has ended. Go back to Documents and start again.")


async def view(request: Request) -> Response:
    """The marked copy. Logged, never counted."""
    me, reference = who_asked(request), from_address(request.path_params["reference"])
    try:
        master = await read(find_master, me.learner_id, reference)
        copy = await in_studio(viewable, master)
        if request.method == "GET":
            seen_from = address_of(request)
            await write(record_view, me.learner_id, me.account_id, reference, seen_from)
    except DomainError as problem:
        return _problem(request, problem)
    return Response(copy, headers=_headers("inline", master), media_type=PDF)


async def download(request: Request) -> Response:
    return await _deliver(request, GrantKind.DOWNLOAD)


async def print_out(request: Request) -> Response:
    return await _deliver(request, GrantKind.PRINT)


async def _deliver(request: Request, kind: GrantKind) -> Response:
    me = who_asked(request)
    found = await read(find_grant, me.account_id, kind, request.path_params["token"])
    if found is None:
        with speaking(me.language):
            return PlainTextResponse(_(ENDED), 410, PRIVATE)
    grant, reference = found
    try:
        master = await read(find_master, me.learner_id, reference)
        content = await in_studio(_content, master, grant)
    except DomainError as problem:
        return _problem(request, problem)
    media_type, headers = PDF, _headers("attachment", master)
    if kind is GrantKind.PRINT:
        media_type, headers = "text/html", PRIVATE
    delivered = partial(write, mark_delivered, grant.id or 0)
    return WholeDelivery(request, content, media_type, headers, delivered)


def _content(master: Master, grant: Grant) -> bytes:
    if grant.kind is GrantKind.PRINT:
        return printed(master, grant.pages)
    return original(master)


def _headers(how: str, master: Master) -> dict[str, str]:
    return {**PRIVATE, "Content-Disposition": f'{how}; filename="{master.file_name}"'}


def _problem(request: Request, problem: DomainError) -> Response:
    status = 404 if isinstance(problem, NoSuchDocument) else 422
    with speaking(who_asked(request).language):
        return PlainTextResponse(str(problem), status, PRIVATE)


ROUTES = [
    guarded("/api/documents/{reference}/view.pdf", view, Audience.LEARNER),
    guarded("/api/documents/download/{token}", download, Audience.LEARNER),
    guarded("/api/documents/print/{token}", print_out, Audience.LEARNER),
]
