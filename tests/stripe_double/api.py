"""Stripe's API and its payment page over HTTP."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.stripe_double.contract import wrong_in_request, wrong_in_response
from tests.stripe_double.errors import Refused
from tests.stripe_double.forms import read_form
from tests.stripe_double.idempotency import Keys
from tests.stripe_double.page import over_page, pay_page
from tests.stripe_double.rules import Account

JSON = dict[str, Any]
NO_RETRY = {"Stripe-Should-Retry": "false"}


def make_app(account: Account) -> Starlette:
    keys = Keys()

    def call(name: str, do: Callable[[JSON, JSON], JSON]) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            text = (await request.body()).decode() or request.url.query
            key = request.headers.get("idempotency-key", "")
            secret = request.headers.get("authorization", "").removeprefix("Bearer ")
            return await run_in_threadpool(answered, text, key, secret, request.path_params)

        def answered(text: str, key: str, secret: str, path: JSON) -> Response:
            faults = account.faults
            faults.wait(name)
            if faults.is_down or faults.happens(faults.failures, name):
                return _error(Refused("Something went wrong on Stripe's end.", 500, "api_error"))
            try:
                asked = read_form(text)
                _check(name, secret, asked)
                answer = keys.once(key, (name, text, path), lambda: done(asked, path))
            except Refused as refused:
                return _error(refused)
            if faults.happens(faults.lost_answers, name):
                return _error(Refused("The answer was lost on its way.", 500, "api_error"))
            return JSONResponse(answer)

        def done(asked: JSON, path: JSON) -> JSON:
            with account.lock:
                answer = copy.deepcopy(do(asked, path))
            assert wrong_in_response(answer) == []
            return answer

        return endpoint

    return Starlette(routes=[*_api(account, call), *_page(account)])


def _api(account: Account, call: Callable[..., Any]) -> list[Route]:
    def session(asked: JSON, path: JSON) -> JSON:
        found = dict(account.session(path["id"]))
        if "payment_intent" in asked.get("expand", []) and found["payment_intent"]:
            found["payment_intent"] = account.intents[found["payment_intent"]]
        return found

    sessions = "/v1/checkout/sessions"
    create = call("sessions.create", lambda asked, _path: account.create_session(asked))
    expire = call("sessions.expire", lambda _asked, path: account.expire(path["id"]))
    items = call("sessions.line_items", lambda _asked, path: _list(account.items[path["id"]]))
    refund = call("refunds.create", lambda asked, _path: account.refund(asked))
    refunds = call(
        "refunds.list", lambda asked, _path: _list(account.refunds_of(asked["payment_intent"]))
    )
    events = call("events.list", lambda _asked, _path: _list(account.events[::-1]))
    return [
        Route(sessions, create, methods=["POST"]),
        Route(sessions + "/{id}", call("sessions.retrieve", session)),
        Route(sessions + "/{id}/expire", expire, methods=["POST"]),
        Route(sessions + "/{id}/line_items", items),
        Route("/v1/refunds", refund, methods=["POST"]),
        Route("/v1/refunds", refunds),
        Route("/v1/events", events),
    ]


def _page(account: Account) -> list[Route]:
    def show(request: Request) -> Response:
        session = account.sessions.get(request.path_params["id"])
        if session is None or session["status"] != "open":
            return HTMLResponse(over_page(), 410)
        return HTMLResponse(pay_page(session, account.items[session["id"]]))

    def press(request: Request) -> Response:
        known, button = request.path_params["id"], request.path_params["button"]
        try:
            session = {
                "pay": account.pay,
                "decline": account.decline,
                "debit": account.debit,
            }[button](known)
        except Refused:
            return HTMLResponse(over_page(), 410)
        if button == "decline":
            items = account.items[known]
            return HTMLResponse(pay_page(session, items, "Your card was declined."), 402)
        return RedirectResponse(session["success_url"], 303)

    return [
        Route("/c/pay/{id}", show),
        Route("/c/pay/{id}/{button}", press, methods=["POST"]),
    ]


def _check(name: str, secret: str, asked: JSON) -> None:
    if not secret.startswith(("sk_test_", "rk_test_")):
        raise Refused("Invalid API Key provided.", 401)
    if name == "sessions.expire":
        return
    if wrong := wrong_in_request(name, asked):
        raise Refused("; ".join(wrong), code="parameter_unknown")


def _list(found: list[JSON]) -> JSON:
    return {"object": "list", "data": found, "has_more": False, "url": "/v1"}


def _error(refused: Refused) -> Response:
    return JSONResponse(refused.body, refused.status, NO_RETRY)
