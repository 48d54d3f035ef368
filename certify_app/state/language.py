"""The language a handler answers in: that of the page it was called from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reflex.state import BaseState

from certify_app.locales import speaking
from certify_app.locales.paths import language_of


def page_language(state: BaseState) -> str:
    """Such as "cy" on /cy/register."""
    return language_of(state.router.url.path)


@contextmanager
def speaking_as_page(state: BaseState) -> Iterator[None]:
    """Everything said in the block, also in threads it starts, is in that language."""
    with speaking(page_language(state)):
        yield
