"""The first thing a keyboard meets on a page."""

from __future__ import annotations

import reflex as rx

from certify_app.components.links import jump
from certify_app.locales import _

MAIN = "main"


def skip_link() -> rx.Component:
    return jump(
        _("Skip to main content"),
        to=MAIN,
        class_name="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-3 focus:z-50 "
        "focus:rounded-field focus:bg-surface focus:px-4 focus:py-2.5 font-semibold text-brand-text underline",
    )
