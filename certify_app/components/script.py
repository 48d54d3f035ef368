"""Small things a browser does by itself, compiled into the page: our policy allows no eval."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx


def js(statements: str) -> Any:
    """An event handler that runs in the browser, for `on_click=` and the like.

    Given straight to a trigger it is compiled in; returned by a State it would need eval.
    """
    return rx.call_function(rx.Var(f"(() => {{ {statements} }})"))


def at_once(statements: str) -> rx.Var[Any]:
    """A raw React handler, for `custom_attrs={"onClick": at_once("…")}`.

    It runs inside the click itself, with `e` the event: what browsers ask for before
    they go full screen or print, and what keys need.
    """
    return rx.Var(f"((e) => {{ {statements} }})")


def open_dialog(id: str) -> Any:
    """Opens the dialog with this id, from a button's `on_click`."""
    return js(f"document.getElementById({json.dumps(id)})?.showModal()")


def close_dialog(id: str) -> Any:
    return js(f"document.getElementById({json.dumps(id)})?.close()")
