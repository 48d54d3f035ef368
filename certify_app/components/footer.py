"""At the end of every page: help in the same place, the statements, the other language."""

from __future__ import annotations

import json

import reflex as rx

from certify_app.components.links import link
from certify_app.components.places import FOOTER, open_places
from certify_app.components.script import at_once
from certify_app.locales import LANGUAGES, _, language
from certify_app.locales.paths import DEFAULT

QUIET = "inline-flex items-center min-h-8 text-muted underline-offset-[3px] hover:underline hover:text-ink rounded-sm"


def page_footer() -> rx.Component:
    links = [
        rx.el.li(link(_(place.label), href=place.route, class_name=QUIET))
        for place in open_places(FOOTER)
    ]
    return rx.el.footer(
        rx.el.div(
            rx.el.ul(*links, class_name="flex flex-wrap gap-x-6 gap-y-1"),
            language_switch(),
            class_name="mx-auto flex max-w-[69rem] flex-wrap items-center justify-between gap-x-8 gap-y-3 "
            "border-t border-line py-6 text-note",
        ),
        class_name="mt-auto w-full px-4 sm:px-6 pt-14 [main:has([data-loading])~&]:invisible",
    )


def language_switch() -> rx.Component:
    """Each language by its own name; a full load, on the same page."""
    return rx.el.nav(
        rx.el.ul(*[_choice(code) for code in LANGUAGES], class_name="flex gap-4"),
        aria_label=_("Language"),
    )


def _choice(code: str) -> rx.Component:
    name = LANGUAGES[code]
    if code == language():
        return rx.el.li(
            rx.el.span(
                name,
                aria_current="true",
                lang=code,
                class_name="inline-flex items-center min-h-8 font-semibold text-ink",
            )
        )
    other = link(
        name,
        href="/" if code == DEFAULT else f"/{code}",
        full_load=True,
        class_name=f"{QUIET} underline",
        lang=code,
        custom_attrs={"hrefLang": code, "onClick": at_once(_same_page(code))},
    )
    return rx.el.li(other)


def _same_page(code: str) -> str:
    others = "|".join(c for c in LANGUAGES if c != DEFAULT)
    prefix = "" if code == DEFAULT else f"/{code}"
    return (
        "e.preventDefault();"
        f"const path = location.pathname.replace({_pattern(others)}, '/').replace(/\\/$/, '');"
        f"location.assign(({json.dumps(prefix)} + path || '/') + location.search);"
    )


def _pattern(codes: str) -> str:
    return f"/^\\/({codes})(\\/|$)/"
