"""The rules of a new password, ticked off while it is being typed."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.components.values import FromState
from certify_app.locales import _


def password_rules(rules: FromState, shortest: FromState) -> rx.Component:
    """`rules` by the names of the domain's `PasswordRules`; empty before anything is typed."""
    length = rx.fragment(_("At least"), " ", shortest, " ", _("characters; a few words are fine"))
    lines = [
        ("right_length", length),
        ("hard_to_guess", _("Not a common password")),
        ("not_about_you", _("Without your name or email")),
    ]
    return rx.el.ul(
        *[_line(rules[key].to(bool), words) for key, words in lines],
        aria_label=_("Rules of the password"),
        aria_live="polite",
        class_name="flex flex-col gap-1 -mt-2.5 mb-5 text-note text-muted",
    )


def _line(kept: Any, words: Any) -> rx.Component:
    return rx.el.li(
        rx.cond(kept, icon("circle-check", 18, "text-ok mt-0.5"), icon("circle", 18, "mt-0.5")),
        rx.el.span(words, rx.cond(kept, hidden(" ", _("(done)")), rx.fragment())),
        class_name="flex gap-2",
    )
