"""What shows when a page breaks in the browser: our words, and a way on."""

from __future__ import annotations

import reflex as rx
from reflex_base.vars.function import ArgsFunctionOperation
from reflex_components_core.base.error_boundary import ErrorBoundary

from certify_app.components.buttons import look
from certify_app.components.script import at_once
from certify_app.locales import LANGUAGES, N_, _, speaking

TITLE = N_("Something went wrong")
SENTENCE = N_("This page stopped working. Nothing you saved is lost. Load it again.")
BUTTON = N_("Load it again")


def error_boundary() -> rx.Component:
    """Goes around every page, whatever its language, so it says each and shows one."""
    return ErrorBoundary.create(
        fallback_render=ArgsFunctionOperation.create(("broken",), rx.Var.create(_page()))
    )


def _page() -> rx.Component:
    return rx.el.main(
        rx.el.h1(*_in_each(TITLE), class_name="text-3xl/9"),
        rx.el.p(*_in_each(SENTENCE), class_name="mt-2 mb-6 text-muted"),
        rx.el.button(
            *_in_each(BUTTON),
            type="button",
            class_name=look("primary"),
            custom_attrs={"onClick": at_once("location.reload()")},
        ),
        role="alert",
        class_name="mx-auto max-w-[36rem] px-6 py-24 text-center",
    )


def _in_each(text: str) -> list[rx.Component]:
    return [_said(text, code) for code in LANGUAGES]


def _said(text: str, code: str) -> rx.Component:
    with speaking(code):
        words = _(text)
    return rx.el.span(words, lang=code, class_name="in-page-language")
