"""Nothing is shown before it is known: neither an empty page nor someone else's data."""

from __future__ import annotations

from typing import Any

import reflex as rx


def hydrated(content: rx.Component, skeleton: rx.Component) -> rx.Component:
    """`skeleton` until the page's `on_load` has filled its state, then `content`.

    Keys make the browser replace the one by the other: elements taken over from the
    skeleton would count as content that jumps. The footer waits until it has its place.
    """
    known = rx.fragment(content, key="known")
    loading = rx.el.div(skeleton, key="loading", custom_attrs={"data-loading": ""})
    return rx.cond(rx.State.is_hydrated, known, loading)


def once_known(errors: Any) -> rx.Var[dict[str, str]]:
    """Errors by field; none before `on_load` has run, when they are those of a former visit."""
    none: dict[str, str] = {}
    return rx.cond(rx.State.is_hydrated, errors, none).to(dict[str, str])


def once_so(condition: Any, after: rx.Component, before: rx.Component) -> rx.Component:
    """`before` from the first paint on, and `after` when the page has come to be so.

    What a former visit left in a State does not count, so that fields already being
    typed into stay where they are.
    """
    return rx.cond(rx.State.is_hydrated & condition, after, before)
