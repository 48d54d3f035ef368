"""The two ceremonies of passkeys: a question by fetch, the answer by a plain form."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from certify_app.db.engine import write
from certify_app.domain.accounts.limits import LOGIN, count_network
from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.problem_codes import code_of
from certify_app.domain.errors import DomainError
from certify_app.domain.passkeys.log_in_with_passkey import log_in_with_passkey, offer_login
from certify_app.domain.passkeys.register_passkey import offer_registration, register_passkey
from certify_app.domain.permissions import Audience
from certify_app.gate.origin import own_origins
from certify_app.gate.routes import address_of, guarded, who_asked
from certify_app.http.let_in import device_of, let_in
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import go_to, inside, page_language

PAGES: dict[Role, tuple[str, dict[str, str]]] = {
    Role.LEARNER: ("/profile", {"tab": "security"}),
    Role.THIRD_PARTY: ("/third-party/security", {}),
    Role.STAFF: ("/console/security", {}),
}


async def ask_to_log_in(request: Request) -> Response:
    try:
        await count_network(LOGIN, address_of(request))
    except DomainError:
        return Response(status_code=429)
    return _question(await write(offer_login))


async def log_in(request: Request) -> Response:
    form = await posted_form(request)
    further = inside(form.get("next", ""))
    try:
        await count_network(LOGIN, address_of(request))
        entered = await log_in_with_passkey(
            form.get("answer", ""), device_of(request), own_origins()
        )
    except DomainError as problem:
        return go_to("/login", page_language(request), problem=code_of(problem))
    return await let_in(request, entered, further)


async def ask_to_register(request: Request) -> Response:
    try:
        await count_network(LOGIN, address_of(request))
        return _question(await write(offer_registration, who_asked(request)))
    except DomainError:
        return Response(status_code=403)


async def register(request: Request) -> Response:
    me, form = who_asked(request), await posted_form(request)
    page, query = PAGES[me.role]
    name = device_of(request).browser
    try:
        await register_passkey(me, form.get("answer", ""), name, own_origins())
    except DomainError as problem:
        query = query | {"problem": code_of(problem)}
    return go_to(page, page_language(request), **query)


def _question(options: str) -> Response:
    return Response(options, media_type="application/json", headers={"Cache-Control": "no-store"})


POST = ("POST",)
ROUTES = [
    guarded("/session/passkey/question", ask_to_log_in, Audience.ANYONE, POST),
    guarded("/session/passkey", log_in, Audience.ANYONE, POST),
    guarded("/api/passkeys/question", ask_to_register, Audience.LOGGED_IN, POST),
    guarded("/api/passkeys", register, Audience.LOGGED_IN, POST),
]
