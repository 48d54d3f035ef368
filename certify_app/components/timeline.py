"""What happened, newest first: a line with a dot for each event."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.values import FromState


def timeline(rows: FromState) -> rx.Component:
    """`rows`: a Var of objects with `who`, `did`, `when` and a unique `key`."""
    return rx.el.ol(rx.foreach(rows, _event), class_name="ml-1 border-l border-line")


def _event(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            aria_hidden="true",
            class_name="absolute -left-[0.34rem] top-1.5 size-2.5 rounded-full bg-brand",
        ),
        rx.el.p(rx.el.strong(row.who, class_name="text-ink"), " ", row.did),
        rx.el.p(row.when, class_name="text-caption text-muted"),
        key=row.key,
        class_name="relative pb-5 pl-6 last:pb-1",
    )
