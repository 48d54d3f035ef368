"""/demo/payment/{key}: stands for a card provider's page. Demo mode only; nobody pays."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from sqlmodel import Session, col, select
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.messages.sender import sender_of
from certify_app.domain.money import say_money
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.models import Order, Payment
from certify_app.domain.shop.providers import Seen
from certify_app.domain.shop.settle_payment import settle_payment
from certify_app.domain.shop.statuses import PaymentStatus
from certify_app.gate.routes import guarded, who_asked
from certify_app.http.demo_mailbox import POLICY
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import page_language
from certify_app.locales import LANGUAGES, _, speaking
from certify_app.locales.paths import localised

PATH = "/demo/payment/{key}"


async def page(request: Request) -> Response:
    found = await _found(request)
    if found is None:
        return Response("Not found", 404)
    payment, order = found
    if payment.status != PaymentStatus.OPEN:
        return _back(order)
    sender = sender_of(await read(awarding_body))
    with speaking(page_language(request)):
        amount = say_money(payment.amount, payment.currency)
        html = _template().render(
            body=sender,
            words=_words(sender.name, order.number, amount),
            language=page_language(request),
            address=request.url.path,
        )
    return HTMLResponse(
        html, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    )


async def decide(request: Request) -> Response:
    """Pay or Decline."""
    found = await _found(request)
    if found is None:
        return Response("Not found", 404)
    payment, order = found
    paid = (await posted_form(request)).get("answer") == "pay"
    status = PaymentStatus.PAID if paid else PaymentStatus.FAILED
    seen = Seen(status, payment.amount, payment.currency, f"demo-{payment.id}", False)
    await write(settle_payment, payment.id or 0, seen)
    return _back(order)


async def _found(request: Request) -> tuple[Payment, Order] | None:
    if not settings().demo:
        return None
    return await read(demo_payment, who_asked(request).account_id, request.path_params["key"])


def demo_payment(session: Session, account_id: int, key: str) -> tuple[Payment, Order] | None:
    return session.exec(
        select(Payment, Order)
        .join(Order, col(Order.id) == Payment.order_id)
        .where(Payment.key == key, Payment.provider == "demo", Order.account_id == account_id)
    ).first()


def _back(order: Order) -> Response:
    answer = RedirectResponse(f"/payment/{order.number}/back", 303)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _words(name: str, number: str, amount: str) -> dict[str, str]:
    return {
        "title": _("Test payment"),
        "test": _("TEST"),
        "lead": _("This page stands for a card payment. No money moves and no card is asked for."),
        "to": _("Paid to"),
        "name": name,
        "order": _("Order number"),
        "number": number,
        "amount_label": _("Amount"),
        "amount": amount,
        "pay": _("Pay {amount}", amount=amount),
        "decline": _("Decline"),
        "hint": _("Decline shows what happens when a bank refuses."),
        "portal": _("Go to the portal"),
    }


@cache
def _environment() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template() -> Template:
    return _environment().get_template("demo_payment.html")


ROUTES = [
    route
    for code in LANGUAGES
    for route in (
        guarded(localised(PATH, code), page, Audience.LEARNER),
        guarded(localised(PATH, code), decide, Audience.LEARNER, methods=("POST",)),
    )
]
