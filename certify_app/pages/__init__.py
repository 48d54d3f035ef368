"""Every screen, in one list. A page is compiled once for each language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx

from certify_app.components import places
from certify_app.locales import LANGUAGES, _, speaking
from certify_app.locales.paths import localised

NOT_FOUND = "404"


@dataclass(frozen=True)
class Page:
    """A screen: `title` is a msgid, `on_load` the handlers that fill it."""

    route: str
    show: Callable[[], rx.Component]
    title: str
    on_load: tuple[Any, ...] = ()


def add_pages(app: rx.App, pages: list[Page]) -> None:
    places.remember(page.route for page in pages)
    for page in pages:
        for code in _languages(page):
            _add(app, page, code)


def _languages(page: Page) -> tuple[str, ...]:
    """What stands for a missing address is one page for all of them."""
    return ("en",) if page.route == NOT_FOUND else tuple(LANGUAGES)


def _add(app: rx.App, page: Page, code: str) -> None:
    def spoken() -> rx.Component:
        with speaking(code):
            return page.show()

    # Reflex bundles components by the module of their page; ours would all be in this one.
    spoken.__module__ = f"{page.show.__module__}.{page.show.__name__}.{code}"
    with speaking(code):
        app.add_page(
            spoken,
            route=localised(page.route),
            title=_(page.title),
            image="",
            on_load=list(page.on_load) or None,
        )
