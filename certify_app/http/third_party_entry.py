"""How third parties come in: the button of an invitation, and codes by mail.

Plain forms, since only a response may set the HttpOnly cookie.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from certify_app.db.engine import read, write
from certify_app.domain.accounts.enter import Entered, HalfWay
from certify_app.domain.accounts.errors import EmailMissing
from certify_app.domain.accounts.hashing import aside, hash_aside
from certify_app.domain.accounts.limits import MAIL_LINK, count_network
from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.problem_codes import KNOWN, code_of
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.accounts.registration_details import check_new_password
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.answer_invitation import accept_invitation, reject_invitation
from certify_app.domain.connections.errors import NotYourInvitation
from certify_app.domain.connections.look_at_invitation import invited_email
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.third_parties.enter import (
    Arrival,
    enter_by_invitation,
    enter_with_code,
)
from certify_app.domain.third_parties.open_account import Newcomer, check_newcomer
from certify_app.gate.routes import address_of, guarded
from certify_app.http.let_in import device_of, let_in
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import go_to, page_language
from certify_app.locales import LANGUAGES, speaking
from certify_app.locales.paths import DEFAULT, localised

ENTRIES = {"register": "/third-party/register", "login": "/third-party/login"}
SAYS_ITSELF = (*KNOWN, Problems, TooManyTries)


async def answer_invitation(request: Request) -> Response:
    """Accept or Reject; the page itself says why a link no longer works."""
    token, form = request.path_params["token"], await posted_form(request)
    language = page_language(request)
    try:
        await count_network(MAIL_LINK, address_of(request))
        if form.get("answer") == "reject":
            await write(reject_invitation, token)
            return go_to(f"/invitation/{token}", language, done="rejected")
        if form.get("answer") != "accept":
            return go_to(f"/invitation/{token}", language)
        with speaking(language):
            entered = await _enter(request, token, form)
        if isinstance(entered, HalfWay):
            return await let_in(request, entered)
        account_id = entered.account_id if entered else request.state.who.account_id
        connection = await write(accept_invitation, account_id, token)
    except DomainError as problem:
        said = {"problem": code_of(problem)} if isinstance(problem, SAYS_ITSELF) else {}
        return go_to(f"/invitation/{token}", language, **said)
    page = localised(f"/third-party/connections/{connection.id}", language)
    return await let_in(request, entered, page) if entered else go_to(page, DEFAULT)


async def _enter(request: Request, token: str, form: dict[str, str]) -> Entered | None:
    """None for who is logged in already; an account is made where there is none.

    Raises:
        NotYourInvitation, Problems, and what a code or a link may be.
    """
    if request.state.who:
        if request.state.who.role is not Role.THIRD_PARTY:
            raise NotYourInvitation
        return None
    email, device = await read(invited_email, token), device_of(request)
    known = await read(account_with_email, email)
    newcomer = None if known else _newcomer(form)
    if known or form.get("how") == "code":
        arrival = Arrival(email, form.get("code", ""), newcomer, f"/invitation/{token}")
        return await enter_with_code(arrival, device)
    names = (email, form.get("first_name", ""), form.get("last_name", ""))
    shortest = (await read(awarding_body)).shortest_password
    password = form.get("password", "")
    await aside(check_new_password, password, password, shortest, names)
    hashed = await hash_aside(password)
    assert newcomer
    return await write(enter_by_invitation, email, newcomer, hashed, device)


async def enter(request: Request) -> Response:
    """The code that was mailed to who registers or logs in."""
    form = await posted_form(request)
    page = ENTRIES.get(form.get("entry", ""), ENTRIES["login"])
    try:
        email = normal_email(form.get("email", ""))
        newcomer = _newcomer(form) if page == ENTRIES["register"] else None
        with speaking(page_language(request)):
            arrival = Arrival(email, form.get("code", ""), newcomer)
            entered = await enter_with_code(arrival, device_of(request))
    except DomainError as problem:
        code = code_of(problem if isinstance(problem, SAYS_ITSELF) else EmailMissing())
        return go_to(page, page_language(request), problem=code)
    return await let_in(request, entered)


def _newcomer(form: dict[str, str]) -> Newcomer:
    """Raises Problems."""
    return check_newcomer(
        form.get("first_name", ""), form.get("last_name", ""), form.get("organisation", "")
    )


ROUTES = [
    *(
        guarded(
            localised("/invitation/{token}", code), answer_invitation, Audience.ANYONE, ("POST",)
        )
        for code in LANGUAGES
    ),
    guarded("/session/code", enter, Audience.ANYONE, ("POST",)),
]
