"""Pages that people read: a title, what it is about, sections with a list of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import reflex as rx

from certify_app.components.links import jump
from certify_app.components.plain_shell import reading_shell
from certify_app.components.text import page_title
from certify_app.locales import _


@dataclass(frozen=True)
class Section:
    """`id` is its place in the address; `body` what stands under the heading."""

    id: str
    heading: str
    body: Sequence[Any] = field(default_factory=tuple)


def article(title: str, lead: str, *sections: Section) -> rx.Component:
    text = rx.el.div(*[_section(s) for s in sections], class_name="min-w-0 max-w-[42rem]")
    return reading_shell(
        page_title(title, lead),
        rx.el.div(
            _contents(sections),
            text,
            class_name="grid gap-x-12 gap-y-6 lg:grid-cols-[14rem_minmax(0,1fr)]",
        ),
    )


def points(*items: Any) -> rx.Component:
    """A list with bullets."""
    return rx.el.ul(
        *[rx.el.li(item) for item in items],
        class_name="list-disc pl-5 mb-4 flex flex-col gap-1.5 marker:text-muted",
    )


def _section(section: Section) -> rx.Component:
    heading = rx.el.h2(
        section.heading,
        id=section.id,
        tab_index=-1,
        class_name="text-2xl/8 mb-3 scroll-mt-6",
        custom_attrs={"data-quiet-focus": ""},
    )
    body = [_paragraph(part) for part in section.body]
    return rx.el.section(heading, *body, aria_labelledby=section.id, class_name="mb-9")


def _paragraph(part: Any) -> Any:
    return rx.el.p(part, class_name="mb-4") if isinstance(part, str) else part


def _contents(sections: Sequence[Section]) -> rx.Component:
    items = [rx.el.li(_to(section)) for section in sections]
    return rx.el.nav(
        rx.el.ul(
            *items, class_name="flex flex-col gap-0.5 border-l border-line lg:sticky lg:top-6"
        ),
        aria_label=_("On this page"),
        class_name="max-lg:hidden",
    )


def _to(section: Section) -> rx.Component:
    return jump(
        section.heading,
        to=section.id,
        class_name="block py-1.5 pl-4 -ml-px border-l border-transparent text-note text-muted hover:text-ink hover:border-edge",
    )
