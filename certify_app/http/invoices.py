"""Invoices and credit notes, for the learner who ordered and for staff."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from certify_app.db.engine import read
from certify_app.domain.accounts.models import Role
from certify_app.domain.documents.rendering import CannotRender
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.errors import NoSuchCreditNote, NoSuchOrder
from certify_app.domain.shop.invoice_pdf import draw_invoice, invoice_file_name
from certify_app.domain.shop.read_credit_note import read_credit_note
from certify_app.domain.shop.read_invoice import InvoicePaper, read_invoice
from certify_app.gate.routes import guarded, who_asked
from certify_app.locales import speaking

PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
Asked = Callable[[Session, int | None], InvoicePaper]
"""Reads the paper that was asked for; of one account, or of anybody for staff."""


async def invoice(request: Request) -> Response:
    number = request.path_params["number"]
    return await _paper(
        request, lambda session, whose: read_invoice(session, number=number, account_id=whose)
    )


async def credit_note(request: Request) -> Response:
    number, note = request.path_params["number"], _number(request.path_params["note"])
    return await _paper(
        request, lambda session, whose: read_credit_note(session, note, number, whose)
    )


async def _paper(request: Request, asked: Asked) -> Response:
    me = who_asked(request)
    whose = None if me.role is Role.STAFF else me.account_id
    try:
        paper = await read(asked, whose)
        pdf = await in_studio(draw_invoice, paper)
    except (NoSuchOrder, NoSuchCreditNote, CannotRender) as problem:
        with speaking(me.language):
            status = 422 if isinstance(problem, CannotRender) else 404
            return PlainTextResponse(str(problem), status, PRIVATE)
    name = invoice_file_name(paper)
    headers = PRIVATE | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, headers=headers, media_type="application/pdf")


def _number(typed: str) -> int:
    """0, which no credit note has, for what is no number."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


ROUTES = [
    guarded("/api/orders/{number}/invoice.pdf", invoice, Audience.LOGGED_IN),
    guarded("/api/orders/{number}/credit-notes/{note}.pdf", credit_note, Audience.LOGGED_IN),
]
