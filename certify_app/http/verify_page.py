"""The page of a check: one file without scripts, its style included."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from certify_app.config import settings
from certify_app.domain.awarding_body.palette import palette
from certify_app.domain.verification.queries import Rules
from certify_app.http.verify_icons import ICONS
from certify_app.http.verify_words import Sheet
from certify_app.locales import LANGUAGES, _, language
from certify_app.locales.paths import localised

FOLDER = Path(__file__).parent / "templates"
PATH = "/verify"
GOLD = "#d3a33b"
TEMPLATE = Environment(
    loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True
).get_template("verify.html")


def page(sheet: Sheet) -> str:
    return TEMPLATE.render(
        sheet=sheet,
        code=language(),
        css=style(sheet.body.brand),
        icon=ICONS,
        words=words(language()),
        here=localised(PATH),
        languages=other_languages(sheet),
        mailbox=settings().reports_email,
        report=_report_link(sheet),
    )


def headers(brand: str) -> dict[str, str]:
    """No script at all, no style but ours, and nothing kept or passed on."""
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": _policy(brand),
        "Referrer-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
        "Vary": "Accept, Accept-Language",
    }


@lru_cache(maxsize=16)
def style(brand: str) -> Markup:
    colours = palette(brand if re.fullmatch(r"#[0-9a-fA-F]{6}", brand) else Rules.brand, GOLD)
    text = (FOLDER / "verify.css").read_text()
    for name, values in (("LIGHT", colours.light), ("DARK", colours.dark)):
        chosen = {key: values[key] for key in ("brand", "on-brand", "brand-text")}
        text = text.replace(name, ";".join(f"--{key}:{value}" for key, value in chosen.items()))
    return Markup(text)  # noqa: S704 - ours alone


@lru_cache(maxsize=16)
def _policy(brand: str) -> str:
    digest = hashlib.sha256(style(brand).encode()).digest()
    return (
        "default-src 'none'; img-src 'self' data:; "
        f"style-src 'sha256-{base64.b64encode(digest).decode()}'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@lru_cache(maxsize=4)
def words(_code: str) -> SimpleNamespace:
    """What every page says, in the language being spoken, which is `_code`."""
    return SimpleNamespace(
        skip=_("Skip to main content"),
        what=_("Certificate verification"),
        error=_("Error"),
        reference=_("Reference"),
        example=_("Such as 10643835-01-3DCE7K"),
        surname=_("Last name on the document"),
        award_date=_("Award date on the document"),
        date_format=_("dd/mm/yyyy"),
        check=_("Check"),
        another=_("Check another reference"),
        report=_("Report this certificate"),
        help=_("Help and contact:"),
    )


def other_languages(sheet: Sheet) -> list[SimpleNamespace]:
    """Links to this page in the other languages, without what was asked besides."""
    query = f"?{urlencode({'reference': sheet.reference})}" if sheet.reference else ""
    offered = [code for code in settings().languages if code in LANGUAGES]
    return [
        SimpleNamespace(code=code, name=LANGUAGES[code], href=localised(PATH, code) + query)
        for code in offered
        if code != language()
    ]


def _report_link(sheet: Sheet) -> str:
    if not sheet.rows:
        return ""
    subject = _("Concern about {reference}", reference=sheet.reference)
    return f"mailto:{settings().reports_email}?subject={quote(subject)}"
