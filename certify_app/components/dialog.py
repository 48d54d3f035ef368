"""Dialogs: the browser's own, which keeps the focus inside, closes on Esc and gives it back."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx
from reflex_base.vars import VarData
from reflex_components_core.el.element import Element

from certify_app.components.icons import icon
from certify_app.components.script import close_dialog
from certify_app.components.values import FromState
from certify_app.locales import _


class ModalDialog(Element):
    """A <dialog> that a State's `opened` opens and closes; without it, `open_dialog(id)` does."""

    tag = "dialog"

    opened: rx.Var[bool]
    on_close: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg, valid-type]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]} if self.opened is not None else {}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        if self.opened is None:
            return []
        code = (
            f"useEffect(() => {{ const box = document.getElementById({json.dumps(self.id)}); if (!box) return;"
            f" if ({self.opened!s}) {{ if (!box.open) box.showModal(); }} else if (box.open) box.close();"
            f" }}, [{self.opened!s}]);"
        )
        return [rx.Var(code, _var_data=VarData.merge(self.opened._get_all_var_data()))]

    def _exclude_props(self) -> list[str]:
        return ["opened"]


def dialog(
    *children: Any,
    id: str,
    title: Any,
    opened: FromState = None,
    on_close: Any = None,
    actions: list[Any] | None = None,
    width: str = "34rem",
) -> rx.Component:
    """A dialog in the middle of a desk, a sheet from below on a phone.

    Either give `opened` (a State's bool) with `on_close` (a handler that sets it to
    False: Esc and the cross call it), or neither and open it with `open_dialog(id)`.
    The last of `actions` is the one that does what the title says.
    """
    props: dict[str, Any] = {"on_close": on_close} if on_close is not None else {}
    if opened is not None:
        props["opened"] = opened
    head = rx.el.div(
        rx.el.h2(title, id=f"{id}-title", class_name="text-2xl/8 min-w-0"),
        _cross(id),
        class_name="flex items-start justify-between gap-4 px-5 pt-5 md:px-6 md:pt-6",
    )
    foot = rx.el.div(
        *(actions or []),
        class_name="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-4 md:px-6",
    )
    return ModalDialog.create(
        head,
        rx.el.div(*children, class_name="px-5 py-4 md:px-6"),
        foot if actions else None,
        id=id,
        class_name="sheet",
        style={"--dialog-width": width},
        custom_attrs={"aria-labelledby": f"{id}-title"},
        **props,
    )


def _cross(id: str) -> rx.Component:
    return rx.el.button(
        icon("x", 22),
        aria_label=_("Close"),
        type="button",
        on_click=close_dialog(id),
        class_name="grid place-items-center size-10 -mr-2 -mt-1 shrink-0 rounded-field text-muted hover:bg-brand-tint",
    )
