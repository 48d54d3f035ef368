"""Form fields: label above, hint, the error at the field, everything typed is kept.

`errors` is a State's dict of sentence by field name, the same that `error_summary`
shows. A field's `id` is its name unless another is given.
"""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.components.values import FromState
from certify_app.locales import _

Errors = FromState
Label = str | rx.Var[str]

BOX = (
    "w-full min-h-12 rounded-field border bg-surface px-3.5 text-ink border-edge "
    "transition-colors hover:border-muted placeholder:text-muted "
    "aria-invalid:border-2 aria-invalid:border-danger "
    "[&[readonly]]:bg-sunken [&[readonly]]:border-line disabled:bg-sunken disabled:opacity-70"
)


def error_of(name: str, errors: Errors) -> rx.Var[str] | None:
    """The sentence at a field; falsy in the browser when there is none."""
    return None if errors is None else errors[name].to(str)


def marks(id: str, hint: Label | None, error: rx.Var[str] | None) -> dict[str, Any]:
    """What ties an input to its hint and its error for screen readers."""
    hinted = f"{id}-hint" if hint is not None else ""
    if error is None:
        return {"aria_describedby": hinted} if hinted else {}
    both = f"{id}-error {hinted}".strip()
    return {
        "aria_invalid": rx.cond(error, "true", "false"),
        "aria_describedby": rx.cond(error, both, hinted),
    }


def frame(
    id: str,
    label: Label,
    control: rx.Component,
    hint: Label | None = None,
    error: rx.Var[str] | None = None,
    optional: bool = False,
    class_name: str = "",
) -> rx.Component:
    """Label, hint, error and control, in that order."""
    return rx.el.div(
        rx.el.label(
            label,
            rx.el.span(" ", _("(optional)"), class_name="font-normal text-muted")
            if optional
            else None,
            html_for=id,
            class_name="block font-semibold text-ink",
        ),
        rx.el.p(hint, id=f"{id}-hint", class_name="text-note text-muted")
        if hint is not None
        else None,
        _error_line(id, error) if error is not None else None,
        control,
        class_name=f"flex flex-col gap-1.5 mb-5 {class_name}",
    )


def _error_line(id: str, error: rx.Var[str]) -> rx.Component:
    return rx.cond(
        error,
        rx.el.p(
            icon("circle-alert", 18, "mt-0.5"),
            rx.el.span(hidden(_("Error:"), " "), error),
            id=f"{id}-error",
            class_name="flex gap-1.5 text-note font-semibold text-danger",
        ),
        rx.fragment(),
    )


def text_field(
    name: str,
    label: Label,
    hint: Label | None = None,
    errors: Errors = None,
    optional: bool = False,
    id: str | None = None,
    type: str = "text",
    width: str = "",
    **props: Any,
) -> rx.Component:
    """One line of text. `width` is a class such as "max-w-40" for short answers.

    Give `default_value=` to keep what was typed, `auto_complete=`, `input_mode=` and
    the like as HTML has them.
    """
    id, error = id or name, error_of(name, errors)
    box = rx.el.input(
        id=id,
        name=name,
        type=type,
        class_name=f"{BOX} {width}",
        **marks(id, hint, error),
        **props,
    )
    return frame(id, label, box, hint, error, optional)


def email_field(name: str, label: Label, **props: Any) -> rx.Component:
    usual: dict[str, Any] = {
        "auto_complete": "email",
        "spell_check": False,
        "auto_capitalize": "none",
    }
    return text_field(name, label, type="email", input_mode="email", **(usual | props))


def date_field(name: str, label: Label, hint: Label | None = None, **props: Any) -> rx.Component:
    """A day as dd/mm/yyyy, typed: the browser's own calendar follows the machine's language."""
    usual: dict[str, Any] = {
        "placeholder": _("dd/mm/yyyy"),
        "input_mode": "numeric",
        "auto_complete": "off",
    }
    return text_field(name, label, hint=hint, width="max-w-40", **(usual | props))


def text_area(
    name: str,
    label: Label,
    hint: Label | None = None,
    errors: Errors = None,
    optional: bool = False,
    id: str | None = None,
    rows: int = 5,
    **props: Any,
) -> rx.Component:
    id, error = id or name, error_of(name, errors)
    box = rx.el.textarea(
        id=id,
        name=name,
        rows=str(rows),
        class_name=f"{BOX} py-3",
        **marks(id, hint, error),
        **props,
    )
    return frame(id, label, box, hint, error, optional)


def select_field(
    name: str,
    label: Label,
    options: Any,
    hint: Label | None = None,
    errors: Errors = None,
    optional: bool = False,
    id: str | None = None,
    empty: Label | None = None,
    width: str = "",
    **props: Any,
) -> rx.Component:
    """A drop-down. `options`: pairs of value and words, or a Var of such pairs.

    `empty` is a first line that chooses nothing, such as "Choose a reason".
    """
    id, error = id or name, error_of(name, errors)
    first = [] if empty is None else [rx.el.option(empty, value="")]
    box = rx.el.div(
        rx.el.select(
            *first,
            *_options(options),
            id=id,
            name=name,
            class_name=f"{BOX} appearance-none pr-10",
            **marks(id, hint, error),
            **props,
        ),
        icon(
            "chevron-down",
            18,
            "absolute right-3.5 top-1/2 -translate-y-1/2 pointer-events-none text-muted",
        ),
        class_name=f"relative {width}",
    )
    return frame(id, label, box, hint, error, optional)


def _options(options: Any) -> list[rx.Component]:
    if isinstance(options, rx.Var):
        return [rx.foreach(options, lambda o: rx.el.option(o[1], value=o[0], key=o[0]))]
    return [rx.el.option(words, value=value) for value, words in options]


def shown_value(label: Label, value: Any) -> rx.Component:
    """A field that only shows: read-only, yet copied and read out like any other."""
    return rx.el.label(
        rx.el.span(label, class_name="block font-semibold text-ink mb-1.5"),
        rx.el.input(value=value, read_only=True, class_name=BOX),
        class_name="block mb-5",
    )
