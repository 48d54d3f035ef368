"""To a payment page, and back from it."""

from __future__ import annotations

import asyncio

from sqlmodel import Session, col, select
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from certify_app.adapters.payments.begin import begin_payment
from certify_app.adapters.payments.offered import provider_named
from certify_app.adapters.payments.talk import look_at, settle_or_tell
from certify_app.db.engine import read, read_now, write_now
from certify_app.domain.errors import DomainError
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.models import Payment
from certify_app.domain.shop.providers import ProviderRefuses, ProviderTrouble
from certify_app.domain.shop.queries import own_order
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus
from certify_app.gate.routes import guarded, who_asked
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import go_to, page_language
from certify_app.locales.paths import localised

PATIENCE_SECONDS = 4.0
PAID = (OrderStatus.PROCESSING, OrderStatus.COMPLETE)
OVER = (PaymentStatus.FAILED, PaymentStatus.EXPIRED)


async def start(request: Request) -> Response:
    """The button with the amount: on to the provider's page, with the order kept."""
    number, language = request.path_params["number"], page_language(request)
    wanted = (await posted_form(request)).get("provider", "")
    try:
        me = who_asked(request).account_id
        payment = await asyncio.to_thread(begin_payment, me, number, wanted)
    except NoSuchOrder:
        return go_to("/orders", language)
    except DomainError:
        return go_to(f"/orders/{number}", language)
    except ProviderTrouble:
        return go_to(f"/orders/{number}", language, payment="unreachable")
    except ProviderRefuses:
        return go_to(f"/orders/{number}", language, payment="refused")
    if payment is None:
        return go_to("/dashboard", language, paid=number)
    return _to_page(payment, number, language)


def _to_page(payment: Payment, number: str, language: str) -> Response:
    if payment.status == PaymentStatus.PROCESSING:
        return go_to(f"/orders/{number}", language, payment="waiting")
    if not payment.page:
        return go_to(f"/orders/{number}", language, payment="placed")
    page = localised(payment.page, language) if payment.page.startswith("/") else payment.page
    return RedirectResponse(page, 303, {"Cache-Control": "no-store"})


async def back(request: Request) -> Response:
    """The browser is back: before the notice, after it, or instead of it."""
    me, number = who_asked(request), request.path_params["number"]
    order = await read(own_order, me.account_id, number)
    if order is None or order.id is None:
        return go_to("/orders", me.language)
    if order.status not in PAID:
        await asyncio.to_thread(_look_at_once, order.id)
        order = await read(own_order, me.account_id, number) or order
    if order.status in PAID:
        return go_to("/dashboard", me.language, paid=number)
    payment = await read(newest_payment, order.id or 0)
    return go_to(f"/orders/{number}", me.language, **_said(request, payment))


def _said(request: Request, payment: Payment | None) -> dict[str, str]:
    """What the order's page tells: nothing where the payer just turned round."""
    if payment and payment.status in OVER:
        return {"payment": "declined"}
    if (payment and payment.status == PaymentStatus.PROCESSING) or "done" in request.query_params:
        return {"payment": "waiting"}
    return {}


def _look_at_once(order_id: int) -> None:
    payment = read_now(newest_payment, order_id)
    if payment is None or not payment.reference:
        return
    try:
        if provider_named(payment.provider).is_online:
            write_now(settle_or_tell, [look_at(payment, PATIENCE_SECONDS)])
    except (ProviderTrouble, ProviderRefuses):
        args = {"payment_id": payment.id}
        write_now(enqueue_job, "look_at_payment", args, f"look-{payment.id}-back")


def newest_payment(session: Session, order_id: int) -> Payment | None:
    return session.exec(
        select(Payment).where(Payment.order_id == order_id).order_by(col(Payment.id).desc())
    ).first()


ROUTES = [
    guarded("/payment/{number}/start", start, Audience.LEARNER, methods=("POST",)),
    guarded("/payment/{number}/back", back, Audience.LEARNER),
]
