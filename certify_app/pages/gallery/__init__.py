"""Every component in every state, in demo mode: what the product is made of."""

from __future__ import annotations

import reflex as rx

from certify_app.components.plain_shell import reading_shell
from certify_app.components.text import page_title
from certify_app.locales import N_
from certify_app.pages.gallery import feedback, forms, foundations, lists
from certify_app.pages.public.not_found import not_found
from certify_app.state.brand import Brand

TITLE = N_("Gallery")
SECTIONS = (foundations.section, forms.section, lists.section, feedback.section)


def gallery() -> rx.Component:
    """The same twice: as the light and as the dark set of tokens."""
    return rx.cond(Brand.demo | ~rx.State.is_hydrated, _all(), not_found())


def _all() -> rx.Component:
    return reading_shell(
        page_title("Gallery", "Every part of the product, in all its states."),
        *[section() for section in SECTIONS],
    )
