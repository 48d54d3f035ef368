"""Letting somebody in: the cookie, and the page that comes next."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from certify_app.db.engine import read, write
from certify_app.domain.accounts.browsers import browser_name
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import Entered, HalfWay, LoggedIn
from certify_app.domain.accounts.sessions import end_session, who_is
from certify_app.gate.cookie import set_cookie
from certify_app.gate.half_login import clear_half_login, set_half_login
from certify_app.gate.routes import address_of
from certify_app.gate.typed_email import forget_typed_email
from certify_app.http.where_to import HOMES, go_to, page_language
from certify_app.locales.paths import DEFAULT


def device_of(request: Request) -> Device:
    return Device(address_of(request), browser_name(request.headers.get("user-agent", "")))


async def let_in(request: Request, entered: Entered, further: str = "") -> Response:
    """A new token at every login; the browser's former session ends.

    `further` is an address of ours, or "" for where such people start.
    """
    await end_present(request)
    if isinstance(entered, HalfWay):
        answer: Response = go_to("/login/code", page_language(request))
        set_half_login(answer, entered.token)
        return answer
    answer = RedirectResponse(further, 303) if further else await _start(request, entered)
    answer.headers["Cache-Control"] = "no-store"
    set_cookie(answer, entered.token)
    clear_half_login(answer)
    forget_typed_email(answer)
    return answer


async def _start(request: Request, entered: LoggedIn) -> Response:
    return go_to(HOMES[entered.role], await _language_inside(request, entered.token))


async def _language_inside(request: Request, token: str) -> str:
    """That of the login page where it was chosen by its address, else the preferred one."""
    chosen, known = page_language(request), await read(who_is, token)
    return known[0].language if known and chosen == DEFAULT else chosen


async def end_present(request: Request) -> None:
    if request.state.who:
        await write(end_session, request.state.who.session_id)
