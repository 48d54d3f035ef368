"""The second page of the login: a plain form, so that it works without JavaScript."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from certify_app.domain.accounts.limits import SECOND_STEP, count_network
from certify_app.domain.accounts.problem_codes import code_of
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.second_step.errors import HalfLoginEnded, LockedByWrongCodes
from certify_app.domain.second_step.finish_login import TypedCode, finish_login
from certify_app.gate.half_login import clear_half_login, half_login_token
from certify_app.gate.routes import address_of, guarded
from certify_app.http.let_in import device_of, let_in
from certify_app.http.posted_form import posted_form
from certify_app.http.where_to import go_to, page_language

OVER = (HalfLoginEnded, LockedByWrongCodes)
"""Nothing is left but to start again."""


async def finish(request: Request) -> Response:
    form = await posted_form(request)
    recovery = "recovery_code" in form
    typed = TypedCode(form.get("recovery_code" if recovery else "code", ""), recovery)
    token = half_login_token("; ".join(request.headers.getlist("cookie")))
    try:
        await count_network(SECOND_STEP, address_of(request))
        entered, further = await finish_login(token, typed, device_of(request))
    except DomainError as problem:
        return _back(request, recovery, problem)
    return await let_in(request, entered, further)


def _back(request: Request, recovery: bool, problem: DomainError) -> Response:
    page = "/login/recovery-code" if recovery else "/login/code"
    over = isinstance(problem, OVER)
    answer = go_to("/login" if over else page, page_language(request), problem=code_of(problem))
    if over:
        clear_half_login(answer)
    return answer


ROUTES = [guarded("/session/login/code", finish, Audience.ANYONE, methods=("POST",))]
