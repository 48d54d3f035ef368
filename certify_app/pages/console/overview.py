"""The console's first page: what waits, and how the year goes."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.cards import SURFACE, card
from certify_app.components.console_shell import console_shell, console_title, if_may
from certify_app.components.hydrated import hydrated
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.places import exists
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.text import card_title, hidden
from certify_app.components.values import FromState
from certify_app.domain.acts import Act
from certify_app.locales import N_, _
from certify_app.state.console.overview import Overview

TITLE = N_("Overview")
PAGE: FromState = Overview
F: FromState = PAGE.figures


def overview() -> rx.Component:
    return console_shell(
        console_title(_(TITLE), _("What waits for you, and how the year goes.")),
        hydrated(rx.el.div(_waiting(), _figures(), _plots()), cards_skeleton(4)),
        active="/console",
    )


def _waiting() -> rx.Component:
    tiles = [
        (
            Act.SEE_LEARNERS,
            F.waiting,
            _("registrations to decide"),
            "user-round-check",
            "/console/registrations",
        ),
        (
            Act.SEE_ORDERS,
            F.to_fulfil,
            _("orders to fulfil"),
            "package",
            "/console/orders?status=processing",
        ),
        (Act.SEE_DESK, F.reports, _("open issue reports"), "flag", "/console/reports"),
        (
            Act.SEE_MAILS,
            F.mails_failed,
            _("mails that failed"),
            "mail-x",
            "/console/mails?status=failed",
        ),
    ]
    return rx.el.section(
        rx.el.h2(_("Waiting for you"), class_name="text-xl/7 mb-3"),
        rx.el.div(
            *[if_may(act, _task(n, words, drawn, href)) for act, n, words, drawn, href in tiles],
            class_name="grid gap-4 grid-cols-2 xl:grid-cols-4",
        ),
        class_name="mb-8",
    )


def _led(href: str, inside: list[Any], look: str) -> rx.Component:
    """A link where the page exists in this build."""
    if exists(href.split("?")[0]):
        return link(*inside, href=href, class_name=f"{look} transition-colors hover:border-edge")
    return rx.el.div(*inside, class_name=look)


def _task(count: Any, words: str, drawn: str, href: str) -> rx.Component:
    waits = count > 0
    figure = rx.el.span(
        count,
        class_name=rx.cond(waits, "serif text-3xl/9 text-ink", "serif text-3xl/9 text-muted"),
    )
    badge = rx.el.span(
        icon(drawn, 20),
        class_name=rx.cond(
            waits,
            "grid place-items-center size-10 rounded-field bg-gold-tint text-gold-text",
            "grid place-items-center size-10 rounded-field bg-sunken text-muted",
        ),
    )
    inside = [
        rx.el.span(figure, badge, class_name="flex items-start justify-between gap-3"),
        rx.el.span(words, class_name="block mt-1 text-note text-body"),
    ]
    return _led(href, inside, f"{SURFACE} block p-4 md:p-5 no-underline")


def _figures() -> rx.Component:
    rows = [
        (_("Learners"), F.learners, F.registered, "/console/learners"),
        (_("Awards"), F.awards, "", "/console/awards"),
        (_("Downloads"), F.downloads, _("in 30 days"), ""),
        (_("Verifications"), F.checks, _("in 30 days"), ""),
        (_("Orders"), F.orders, _("in 30 days"), "/console/orders"),
        (_("Revenue"), F.revenue, _("in 30 days"), "/console/orders"),
        (_("Mails waiting"), F.mails_waiting, "", "/console/mails?status=waiting"),
        (_("Disk"), F.disk, rx.cond(F.disk_low, _("Nearly full"), ""), ""),
    ]
    return rx.el.section(
        rx.el.h2(_("Figures"), class_name="text-xl/7 mb-3"),
        rx.el.dl(
            *[_figure(*one) for one in rows],
            class_name=f"{SURFACE} grid grid-cols-2 lg:grid-cols-4 overflow-hidden gap-px bg-line",
        ),
        class_name="mb-8",
    )


def _figure(name: str, value: Any, below: Any, href: str) -> rx.Component:
    there = href and exists(href.split("?")[0])
    words = (
        link(
            name, href=href, class_name="text-note text-brand-text underline underline-offset-[3px]"
        )
        if there
        else name
    )
    return rx.el.div(
        rx.el.dt(words, class_name="text-note text-muted"),
        rx.el.dd(
            rx.el.span(value, class_name="serif block text-2xl/8 text-ink tabular-nums"),
            rx.el.span(below, class_name="block min-h-5 text-caption text-muted"),
        ),
        class_name="bg-surface p-4 md:p-5",
    )


def _plots() -> rx.Component:
    return rx.el.div(
        _plot(_("Awards by month"), PAGE.by_month, _months(), "lg:col-span-3"),
        _plot(
            _("Awards by qualification"), PAGE.by_qualification, _qualifications(), "lg:col-span-2"
        ),
        class_name="grid gap-5 lg:grid-cols-5 mb-6",
    )


def _plot(title: str, points: Any, drawn: rx.Component, span: str) -> rx.Component:
    return card(
        card_title(title, level=2),
        rx.cond(
            points.length() > 0,
            rx.el.div(
                rx.el.div(drawn, custom_attrs={"inert": True}, class_name="mt-4"),
                _as_list(title, points),
            ),
            rx.el.p(_("No awards yet"), class_name="mt-3 text-muted"),
        ),
        class_name=f"min-w-0 {span}",
    )


def _as_list(title: str, points: Any) -> rx.Component:
    """The same figures in words, each a link to its awards."""
    line = lambda point: rx.el.li(  # noqa: E731
        link(point["name"], href=point["href"]),
        rx.el.span(point["count"].to_string(), class_name="tabular-nums text-ink"),
        key=point["href"],
        class_name="flex justify-between gap-4 py-1 text-note",
    )
    return rx.el.details(
        rx.el.summary(
            _("Figures and lists"), hidden(" ", title), class_name="text-note text-brand-text py-2"
        ),
        rx.el.ul(rx.foreach(points, line), class_name="divide-y divide-line"),
        class_name="mt-3 border-t border-line pt-1",
    )


AXIS = {"axis_line": False, "tick_line": False, "tick": {"fill": "var(--muted)", "fontSize": 12}}


def _months() -> rx.Component:
    return rx.recharts.bar_chart(
        rx.recharts.cartesian_grid(vertical=False, stroke="var(--line)"),
        rx.recharts.x_axis(data_key="name", **AXIS),
        rx.recharts.y_axis(allow_decimals=False, width=44, **AXIS),
        rx.recharts.bar(
            data_key="count", fill="var(--brand)", radius=[4, 4, 0, 0], is_animation_active=False
        ),
        data=PAGE.by_month,
        width="100%",
        height=260,
        margin={"top": 8, "right": 4, "left": 0, "bottom": 0},
    )


def _qualifications() -> rx.Component:
    return rx.recharts.bar_chart(
        rx.recharts.x_axis(type_="number", hide=True),
        rx.recharts.y_axis(type_="category", data_key="name", width=150, **AXIS),
        rx.recharts.bar(
            data_key="count",
            fill="var(--brand)",
            radius=[0, 4, 4, 0],
            bar_size=18,
            is_animation_active=False,
        ),
        data=PAGE.by_qualification,
        layout="vertical",
        width="100%",
        height=260,
        margin={"top": 0, "right": 8, "left": 0, "bottom": 0},
    )
