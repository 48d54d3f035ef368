"""The language of the page an event comes from."""

from __future__ import annotations

from contextlib import AbstractContextManager

import reflex as rx

from certify_app.locales import speaking
from certify_app.locales.paths import language_of


def spoken(state: rx.State) -> AbstractContextManager[None]:
    """Speak it while the block runs; sentences that a State puts on the screen need it."""
    return speaking(language_of(state.router.url.path))
