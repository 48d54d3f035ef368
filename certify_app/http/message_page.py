"""Pages that stand on their own, for when the portal cannot: 500, maintenance, offline.

They need no script, no font and no database, and say it in every language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from certify_app.locales import LANGUAGES, N_, _, speaking

TEMPLATES = Path(__file__).parent / "templates"
AGAIN = N_("Try again")
FAILED = (
    N_("Something went wrong"),
    N_("It is our fault, not yours. Nothing you saved is lost. Try again in a minute."),
)
MAINTENANCE = (
    N_("Back soon"),
    N_("The portal is being looked after. Your documents are safe. Try again in a few minutes."),
)
OFFLINE = (
    N_("You are offline"),
    N_("Your device has no connection. When it is back, try again."),
)


@cache
def message_page(title: str, sentence: str, language: str = "en") -> str:
    """The whole page, the language asked for first."""
    codes = sorted(LANGUAGES, key=lambda code: code != language)
    sayings = [_said(title, sentence, code) for code in codes]
    return _template().render(language=codes[0], sayings=sayings)


def _said(title: str, sentence: str, code: str) -> dict[str, str]:
    with speaking(code):
        return {"language": code, "title": _(title), "sentence": _(sentence), "again": _(AGAIN)}


@cache
def _template() -> Template:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return found.get_template("message.html")
