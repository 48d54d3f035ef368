"""Logging in and out: plain forms, since only a response may set the HttpOnly cookie."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.demo_people import demo_account
from certify_app.domain.accounts.enter import log_straight_in
from certify_app.domain.accounts.limits import LOGIN, count_network
from certify_app.domain.accounts.log_in import log_in
from certify_app.domain.accounts.problem_codes import code_of
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.sign_ins.models import SignInWay
from certify_app.gate.cookie import clear_cookie
from certify_app.gate.routes import address_of, guarded
from certify_app.gate.typed_email import forget_typed_email, keep_typed_email
from certify_app.http.let_in import device_of, end_present, let_in
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import go_to, inside, page_language


async def start_session(request: Request) -> Response:
    """The login form's target."""
    form = await posted_form(request)
    name, further = form.get("email", ""), inside(form.get("next", ""))
    try:
        await count_network(LOGIN, address_of(request))
        entered = await log_in(name, form.get("password", ""), device_of(request), further)
    except DomainError as problem:
        again = {"problem": code_of(problem)} | ({"next": further} if further else {})
        answer = go_to("/login", page_language(request), **again)
        keep_typed_email(answer, name)
        return answer
    return await let_in(request, entered, further)


async def start_demo_session(request: Request) -> Response:
    """One click on a person of the demo; there is no such route elsewhere."""
    if not settings().demo:
        return Response("Not found", 404)
    part = (await posted_form(request)).get("part", "")
    account = await read(demo_account, part)
    if account is None or account.id is None:
        return go_to("/login", page_language(request))
    entered = await write(log_straight_in, account, device_of(request), SignInWay.DEMO)
    return await let_in(request, entered)


async def end_own_session(request: Request) -> Response:
    """From any page; also where the session has ended meanwhile."""
    await end_present(request)
    answer = go_to("/login", page_language(request), done="logged_out")
    clear_cookie(answer)
    forget_typed_email(answer)
    return answer


ROUTES = [
    guarded("/session/login", start_session, Audience.ANYONE, methods=("POST",)),
    guarded("/session/demo", start_demo_session, Audience.ANYONE, methods=("POST",)),
    guarded("/logout", end_own_session, Audience.ANYONE, methods=("POST",)),
]
