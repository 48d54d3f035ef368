"""Logging in and out: plain forms, since only a response may set the HttpOnly cookie."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.browsers import browser_name
from certify_app.domain.accounts.demo_people import demo_account
from certify_app.domain.accounts.limits import LOGIN, count_network
from certify_app.domain.accounts.log_in import Device, log_in
from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.problem_codes import code_of
from certify_app.domain.accounts.sessions import end_session, open_session, who_is
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.cookie import clear_cookie, set_cookie
from certify_app.gate.routes import address_of, guarded
from certify_app.gate.typed_email import forget_typed_email, keep_typed_email
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import HOMES, go_to, inside, page_language
from certify_app.locales.paths import DEFAULT


async def start_session(request: Request) -> Response:
    """The login form's target."""
    form = await posted_form(request)
    name, further = form.get("email", ""), inside(form.get("next", ""))
    try:
        await count_network(LOGIN, address_of(request))
        who = await log_in(name, form.get("password", ""), device_of(request))
    except DomainError as problem:
        again = {"problem": code_of(problem)} | ({"next": further} if further else {})
        answer = go_to("/login", page_language(request), **again)
        keep_typed_email(answer, name)
        return answer
    return await _let_in(request, who.token, who.role, further)


async def start_demo_session(request: Request) -> Response:
    """One click on a person of the demo; there is no such route elsewhere."""
    if not settings().demo:
        return Response("Not found", 404)
    part = (await posted_form(request)).get("part", "")
    account = await read(demo_account, part)
    if account is None or account.id is None:
        return go_to("/login", page_language(request))
    device = device_of(request)
    token = await write(open_session, account.id, device.address, device.browser)
    return await _let_in(request, token, account.role, "")


async def end_own_session(request: Request) -> Response:
    """From any page; also where the session has ended meanwhile."""
    await _end_present(request)
    answer = go_to("/login", page_language(request), done="logged_out")
    clear_cookie(answer)
    forget_typed_email(answer)
    return answer


def device_of(request: Request) -> Device:
    return Device(address_of(request), browser_name(request.headers.get("user-agent", "")))


async def _let_in(request: Request, token: str, role: Role, further: str) -> Response:
    """A new token at every login; the browser's former session ends."""
    await _end_present(request)
    language = await _language_inside(request, token)
    answer = go_to(HOMES[role], language)
    if further:
        answer = RedirectResponse(further, 303, {"Cache-Control": "no-store"})
    set_cookie(answer, token)
    forget_typed_email(answer)
    return answer


async def _language_inside(request: Request, token: str) -> str:
    """That of the login page where it was chosen by its address, else the preferred one."""
    chosen, known = page_language(request), await read(who_is, token)
    return known[0].language if known and chosen == DEFAULT else chosen


async def _end_present(request: Request) -> None:
    if request.state.who:
        await write(end_session, request.state.who.session_id)


ROUTES = [
    guarded("/session/login", start_session, Audience.ANYONE, methods=("POST",)),
    guarded("/session/demo", start_demo_session, Audience.ANYONE, methods=("POST",)),
    guarded("/logout", end_own_session, Audience.ANYONE, methods=("POST",)),
]
