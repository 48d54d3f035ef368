"""Checks of references by anyone: a page without scripts, and the same for machines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from math import ceil

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.db.together import Together
from certify_app.domain.clock import now
from certify_app.domain.permissions import Audience
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.references import BadReference
from certify_app.domain.verification.check_reference import (
    Answer,
    Question,
    check_references,
)
from certify_app.domain.verification.ledger import ledger
from certify_app.domain.verification.limits import check_allowed, count_miss, hashed
from certify_app.domain.verification.models import Outcome
from certify_app.domain.verification.queries import find_rules
from certify_app.gate.routes import address_of, guarded
from certify_app.http import verify_json, verify_page, verify_words
from certify_app.locales import LANGUAGES, speaking
from certify_app.locales.paths import localised

Problem = BadReference | TooManyTries
Reply = Callable[[Request, Question], Awaitable[Response]]


checks: Together[Question, Answer] = Together(
    lambda session, questions: check_references(session, questions, settings().zone)
)


def spoken(code: str, reply: Reply) -> Callable[[Request], Awaitable[Response]]:
    """One address in one language, unless `?lang=` asks for another."""

    async def endpoint(request: Request) -> Response:
        asked = await _asked(request)
        with speaking(asked.get("lang") or code):
            return await reply(request, _question(asked))

    return endpoint


async def show(request: Request, question: Question) -> Response:
    """The page, or JSON for who prefers it."""
    if _prefers_json(request):
        return await tell(request, question)
    if not question.reference.strip():
        return _page(verify_words.ask(await read(find_rules)), 200)
    try:
        answer = await _check(request, question)
    except BadReference as problem:
        sheet = verify_words.ask(await read(find_rules), str(problem), question.reference[:200])
        return _page(sheet, 400)
    except TooManyTries as problem:
        sheet = verify_words.wait(await read(find_rules), str(problem))
        return _page(sheet, 429, _retry_after(problem))
    status = 404 if answer.outcome is Outcome.NOT_FOUND else 200
    return _page(verify_words.told(answer, now(), settings().zone), status)


async def tell(request: Request, question: Question) -> Response:
    """The answer as JSON."""
    headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Vary": "Accept"}
    try:
        answer = await _check(request, question)
    except BadReference as problem:
        return JSONResponse(verify_json.refused(problem), 400, headers)
    except TooManyTries as problem:
        return JSONResponse(verify_json.refused(problem), 429, headers | _retry_after(problem))
    if answer.award and answer.award.replaced_by:
        newer = f"/api/v1/verify?reference={answer.award.replaced_by}"
        headers["Link"] = f'<{newer}>; rel="successor-version"'
    status = verify_json.STATUS_CODES.get(answer.outcome, 200)
    return JSONResponse(verify_json.told(answer, now()), status, headers)


async def _check(request: Request, question: Question) -> Answer:
    """Raises BadReference or TooManyTries; writes down what was found."""
    who = hashed(address_of(request), settings().secret)
    check_allowed(ledger, who)
    answer = await checks.ask(question)
    if answer.outcome is Outcome.NOT_FOUND:
        count_miss(ledger, who)
    ledger.note(answer.award.award_id if answer.award else None, answer.outcome, who)
    return answer


async def _asked(request: Request) -> Mapping[str, str]:
    if request.method != "POST":
        return request.query_params
    async with request.form(max_files=0, max_fields=10) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def _question(asked: Mapping[str, str]) -> Question:
    return Question(
        asked.get("reference", "")[:1000],
        asked.get("surname", "")[:200],
        _day(asked.get("award_date", "")),
    )


def _day(text: str) -> date | None:
    """From dd/mm/yyyy or the ISO form; None when it is neither."""
    parts = text.strip().split("/")
    try:
        return date.fromisoformat("-".join(reversed(parts)))
    except ValueError:
        return None


def _prefers_json(request: Request) -> bool:
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def _page(
    sheet: verify_words.Sheet, status: int, more_headers: dict[str, str] | None = None
) -> Response:
    headers = verify_page.headers(sheet.body.brand) | (more_headers or {})
    return HTMLResponse(verify_page.page(sheet), status, headers)


def _retry_after(problem: TooManyTries) -> dict[str, str]:
    return {"Retry-After": str(max(1, ceil(problem.wait.total_seconds())))}


ROUTES = [
    *(
        guarded(
            localised(verify_page.PATH, code), spoken(code, show), Audience.ANYONE, ("GET", "POST")
        )
        for code in LANGUAGES
    ),
    guarded(
        "/api/v1/verify",
        spoken("en", tell),
        Audience.ANYONE,
        ("GET", "POST"),
        from_anywhere=True,
    ),
]
