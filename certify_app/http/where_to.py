"""Where a form of our pages leads next, in the language of the page it is on."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse

from certify_app.domain.accounts.models import Role
from certify_app.locales.paths import DEFAULT, language_of, localised

HOMES = {
    Role.LEARNER: "/dashboard",
    Role.THIRD_PARTY: "/third-party",
    Role.STAFF: "/console",
}
INSIDE = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of ours in visible ASCII, without the backslash that browsers take for a slash."""


def page_language(request: Request) -> str:
    """Of the address itself, or of the page that the form is on."""
    code = language_of(request.url.path)
    if code != DEFAULT:
        return code
    return language_of(urlsplit(request.headers.get("referer", "")).path)


def go_to(path: str, language: str, **query: str) -> RedirectResponse:
    """By GET, to one of our pages."""
    asked = f"?{urlencode(query)}" if query else ""
    answer = RedirectResponse(localised(path, language) + asked, 303)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def inside(path: str) -> str:
    """The path if it is one of ours, else ""; nobody is led to another site."""
    return path if len(path) < 500 and INSIDE.fullmatch(path) else ""
