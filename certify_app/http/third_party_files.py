"""What is shared with a third party: asked for anew at every request, and written down."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Award
from certify_app.domain.awards.queries import find_badge
from certify_app.domain.badges.draw_badge import draw_badge
from certify_app.domain.clock import today
from certify_app.domain.connections.check_receipt import write_receipt
from certify_app.domain.connections.draw_receipt import draw_receipt, receipt_file_name
from certify_app.domain.connections.may_open import Reader, may_see_badge
from certify_app.domain.connections.note_access import note_downloaded, note_opened
from certify_app.domain.connections.open_document import downloadable_master, shared_master
from certify_app.domain.documents.addresses import from_address
from certify_app.domain.documents.drawing import original, viewable
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded, who_asked
from certify_app.http.documents import PDF, PRIVATE
from certify_app.http.where_to import page_language
from certify_app.locales import speaking


async def view(request: Request) -> Response:
    """The marked copy; refused the second the share has ended."""
    reader, reference = _reader(request), from_address(request.path_params["reference"])
    try:
        master = await read(shared_master, reader, reference)
        copy = await in_studio(viewable, master)
        if request.method == "GET":
            await write(note_opened, reader, reference)
    except DomainError as problem:
        return _problem(request, problem)
    return _file(copy, "inline", master.file_name)


async def download(request: Request) -> Response:
    """The original, where the learner allows it; it counts against no limit of theirs."""
    reader, reference = _reader(request), from_address(request.path_params["reference"])
    try:
        master = await read(downloadable_master, reader, reference)
        content = await in_studio(original, master)
        if request.method == "GET":
            await write(note_downloaded, reader, reference)
    except DomainError as problem:
        return _problem(request, problem)
    return _file(content, "attachment", master.file_name)


async def badge(request: Request) -> Response:
    reference = from_address(request.path_params["reference"])
    try:
        drawn = await read(_drawn_badge, _reader(request), reference)
    except DomainError as problem:
        return _problem(request, problem)
    headers = {**PRIVATE, "Content-Disposition": "inline"}
    return Response(drawn, headers=headers, media_type="image/svg+xml")


async def receipt(request: Request) -> Response:
    """Checks everything shared by a connection now, and says so on paper."""
    number = request.path_params["connection_id"]
    with speaking(page_language(request)):
        try:
            paper = await write(write_receipt, _reader(request), number)
            content = await in_studio(draw_receipt, paper)
        except DomainError as problem:
            return _problem(request, problem)
    return _file(content, "attachment", receipt_file_name(paper))


def _reader(request: Request) -> Reader:
    me = who_asked(request)
    return Reader(me.account_id, me.session_id)


def _drawn_badge(session: Session, reader: Reader, reference: str) -> str:
    _connection, found = may_see_badge(session, reader, reference)
    award = session.get_one(Award, found.award_id)
    shown = find_badge(session, award.learner_id, reference, today(settings().zone))
    assert shown
    body = awarding_body(session)
    return draw_badge(shown, body.brand, body.gold)


def _file(content: bytes, how: str, name: str) -> Response:
    headers = {**PRIVATE, "Content-Disposition": f'{how}; filename="{name}"'}
    return Response(content, headers=headers, media_type=PDF)


def _problem(request: Request, problem: DomainError) -> Response:
    with speaking(page_language(request)):
        return PlainTextResponse(str(problem), 404, PRIVATE)


API = "/api/third-party"
ROUTES = [
    guarded(f"{API}/documents/{{reference}}/view.pdf", view, Audience.THIRD_PARTY),
    guarded(f"{API}/documents/{{reference}}/download", download, Audience.THIRD_PARTY),
    guarded(f"{API}/badges/{{reference}}/image.svg", badge, Audience.THIRD_PARTY),
    guarded(f"{API}/connections/{{connection_id:int}}/receipt.pdf", receipt, Audience.THIRD_PARTY),
]
