"""Awards and badges as cards, on the dashboard and among the documents."""

from __future__ import annotations

import reflex as rx

from certify_app.components.award_card import award_card
from certify_app.components.badge_card import badge_card
from certify_app.components.buttons import button, link_button
from certify_app.components.reference import copy_reference
from certify_app.components.status_tag import status_tag
from certify_app.components.values import FromState
from certify_app.components.viewer.files import fetch_ahead
from certify_app.locales import _
from certify_app.pages.portal.report_issue import report_button, report_progress
from certify_app.state.portal.award_rows import AwardRow, BadgeRow
from certify_app.state.portal.store import Store

GRID = "grid gap-5 md:grid-cols-2"
STORE: FromState = Store


def award_cards(rows: FromState, level: int = 3) -> rx.Component:
    cards = rx.foreach(
        rows, lambda row: rx.el.li(_card(row, level), class_name="grid", key=row.reference)
    )
    return rx.el.ul(cards, class_name=GRID)


def _card(row: AwardRow, level: int) -> rx.Component:
    pairs = [
        (_("Reference"), copy_reference(row.reference)),
        (_("Award Date"), row.award_date),
        (_("Course Name"), row.qualification),
    ]
    return award_card(
        row.qualification,
        pairs,
        tag=status_tag(row.standing),
        actions=[_view(row), report_button(row.reference, row.qualification), _order(row)],
        aside=row.downloads,
        below=report_progress(row.reference),
        who=row.name,
        level=level,
        aria_label=row.name + " - " + row.qualification,
    )


def _view(row: AwardRow) -> rx.Component:
    view = link_button(
        _("View"),
        row.href,
        icon="eye",
        variant="primary",
        also=row.qualification,
        custom_attrs=fetch_ahead(),
    )
    none_yet = rx.el.p(
        _("Its documents are not ready yet."), class_name="text-note text-muted px-1.5 py-2.5"
    )
    return rx.cond(row.href != "", view, none_yet)


def _order(row: AwardRow) -> rx.Component:
    """Into the Store with it, and there (guide 5.2.1)."""
    order = button(
        _("Order"),
        icon="shopping-cart",
        variant="quiet",
        also=row.qualification,
        on_click=STORE.order(row.reference),
    )
    return rx.cond(row.can_order, order, rx.fragment())


def badge_cards(rows: FromState) -> rx.Component:
    cards = rx.foreach(
        rows, lambda row: rx.el.li(_badge(row), class_name="grid", key=row.reference)
    )
    return rx.el.ul(cards, class_name="grid gap-5 sm:grid-cols-2 lg:grid-cols-4")


def _badge(row: BadgeRow) -> rx.Component:
    return badge_card(
        row.name,
        row.image,
        row.issued_to,
        row.issued_on,
        row.reference,
        actions=[
            rx.cond(
                row.standing == "valid",
                _add_to_linkedin(row),
                rx.el.div(status_tag(row.standing), class_name="flex justify-center"),
            ),
        ],
    )


def _add_to_linkedin(row: BadgeRow) -> rx.Component:
    return link_button(
        _("Add to LinkedIn"),
        row.linkedin,
        icon="share-2",
        wide=True,
        also=row.name,
        full_load=True,
        target="_blank",
        rel="noopener noreferrer",
    )
