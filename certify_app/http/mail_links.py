"""Using up the links of mails. Opening one changes nothing, since scanners open them;
the button on the page sends this form to the page's own address."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from certify_app.db.engine import read, write
from certify_app.domain.accounts.errors import (
    LinkExpired,
    LinkSuperseded,
    LinkUnknown,
    LinkUsed,
)
from certify_app.domain.accounts.limits import MAIL_LINK, count_network
from certify_app.domain.accounts.mail_links import email_behind
from certify_app.domain.accounts.models import LinkPurpose
from certify_app.domain.accounts.problem_codes import code_of
from certify_app.domain.accounts.reset_password import reset_password
from certify_app.domain.accounts.verify_email import Verified, verify_email
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.change_email import confirm_email, purpose_of
from certify_app.gate.routes import Endpoint, GuardedRoute, address_of, guarded
from certify_app.gate.typed_email import keep_typed_email
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import go_to, page_language
from certify_app.locales import LANGUAGES, speaking
from certify_app.locales.paths import localised

THE_PAGE_SAYS_WHY = (LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired)


async def finish_registration(request: Request) -> Response:
    """The button of /verify-email: the account is made, or staff are asked."""
    token = request.query_params.get("token", "")
    try:
        await count_network(MAIL_LINK, address_of(request))
        verified = await write(verify_email, token)
    except DomainError as problem:
        return _back(request, "/verify-email", token, problem)
    if verified is Verified.WAITS_FOR_STAFF:
        return go_to("/verify-email", page_language(request), token=token)
    return await _to_login(request, LinkPurpose.VERIFY_EMAIL, token, "registered")


async def set_new_password(request: Request) -> Response:
    """The form of /reset-password."""
    token, form = request.query_params.get("token", ""), await posted_form(request)
    try:
        await count_network(MAIL_LINK, address_of(request))
        with speaking(page_language(request)):
            await reset_password(token, form.get("password", ""), form.get("confirm_password", ""))
    except DomainError as problem:
        return _back(request, "/reset-password", token, problem)
    return await _to_login(request, LinkPurpose.RESET_PASSWORD, token, "reset")


async def confirm_new_email(request: Request) -> Response:
    """The button of /confirm-email; it works in a browser that is not logged in, too."""
    token = request.query_params.get("token", "")
    try:
        await count_network(MAIL_LINK, address_of(request))
        await write(confirm_email, token)
    except DomainError as problem:
        return _back(request, "/confirm-email", token, problem)
    if request.state.who:
        return go_to("/profile", page_language(request))
    purpose = await read(purpose_of, token)
    done = "email_changed" if purpose is LinkPurpose.CHANGE_EMAIL else "email_added"
    return await _to_login(request, purpose, token, done)


def _back(request: Request, page: str, token: str, problem: DomainError) -> Response:
    said = {} if isinstance(problem, THE_PAGE_SAYS_WHY) else {"problem": code_of(problem)}
    return go_to(page, page_language(request), token=token, **said)


async def _to_login(request: Request, purpose: LinkPurpose, token: str, done: str) -> Response:
    """With the email filled in: who holds the token reads that mailbox."""
    answer = go_to("/login", page_language(request), done=done)
    keep_typed_email(answer, await read(email_behind, purpose, token))
    return answer


def _in_each_language(path: str, endpoint: Endpoint) -> list[GuardedRoute]:
    return [
        guarded(localised(path, code), endpoint, Audience.ANYONE, methods=("POST",))
        for code in LANGUAGES
    ]


ROUTES = [
    *_in_each_language("/verify-email", finish_registration),
    *_in_each_language("/reset-password", set_new_password),
    *_in_each_language("/confirm-email", confirm_new_email),
]
