"""Invoices, for the learner who ordered and for staff."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from certify_app.db.engine import read
from certify_app.domain.accounts.models import Role
from certify_app.domain.documents.rendering import CannotRender
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.invoice_pdf import draw_invoice, invoice_file_name
from certify_app.domain.shop.read_invoice import read_invoice
from certify_app.gate.routes import guarded, who_asked
from certify_app.locales import speaking

PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


async def invoice(request: Request) -> Response:
    me, number = who_asked(request), request.path_params["number"]
    whose = None if me.role is Role.STAFF else me.account_id
    try:
        paper = await read(read_invoice, number=number, account_id=whose)
        pdf = await in_studio(draw_invoice, paper)
    except (NoSuchOrder, CannotRender) as problem:
        with speaking(me.language):
            status = 404 if isinstance(problem, NoSuchOrder) else 422
            return PlainTextResponse(str(problem), status, PRIVATE)
    name = invoice_file_name(paper)
    headers = PRIVATE | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, headers=headers, media_type="application/pdf")


ROUTES = [guarded("/api/orders/{number}/invoice.pdf", invoice, Audience.LOGGED_IN)]
