"""Documents and Badges (guide 4.1)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import button
from certify_app.components.empty_state import empty_state
from certify_app.components.fields import select_field
from certify_app.components.hydrated import hydrated
from certify_app.components.pagination import pagination
from certify_app.components.portal_shell import portal_shell
from certify_app.components.search_field import search_field
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.text import page_title, section_title
from certify_app.domain.awards.queries import Order
from certify_app.locales import N_, _
from certify_app.pages.portal.awards import award_cards, badge_cards
from certify_app.pages.portal.report_issue import own_reports, report_dialog
from certify_app.state.portal.documents import Documents

TITLE = N_("Documents and Badges")
ORDERS = [
    (Order.NEWEST, N_("Newest first")),
    (Order.OLDEST, N_("Oldest first")),
    (Order.TITLE, N_("Title, A to Z")),
]


def documents() -> rx.Component:
    summary = rx.cond(rx.State.is_hydrated, Documents.summary, _("Loading"))
    return portal_shell(
        address_bar(Documents.address),
        page_title(_(TITLE), summary),
        hydrated(_shelf(), cards_skeleton(4)),
        report_dialog(),
        active="/documents",
    )


def _shelf() -> rx.Component:
    nothing = empty_state(
        _("You have no awards yet"),
        _("When your awarding body makes an award, it appears here with its documents."),
        icon_name="file-badge",
    )
    badges = rx.cond(
        Documents.badges.length() > 0,  # type: ignore[attr-defined]
        rx.el.section(
            section_title(_("Badges"), id="badges"),
            badge_cards(Documents.badges),
            rx.cond(
                Documents.badge_count > Documents.badges.length(),  # type: ignore[attr-defined]
                _more_badges(),
            ),
            aria_labelledby="badges",
            class_name="mt-12",
        ),
    )
    return rx.cond(Documents.total > 0, rx.el.div(_awards(), badges, own_reports()), nothing)


def _awards() -> rx.Component:
    none_found = empty_state(
        _("No awards match your search"),
        _("Check the spelling, or search for a part of the title or reference."),
        icon_name="search-x",
    )
    return rx.el.section(
        rx.el.div(
            section_title(_("Documents"), id="documents"),
            rx.cond(Documents.has_many, _tools()),
            class_name="flex flex-wrap items-end justify-between gap-x-6",
        ),
        rx.cond(Documents.found > 0, award_cards(Documents.awards), none_found),
        rx.cond(Documents.has_many & (Documents.found > 0), _pages()),
        aria_labelledby="documents",
    )


def _more_badges() -> rx.Component:
    return rx.el.div(
        button(_("Show all badges"), variant="secondary", on_click=Documents.show_all_badges),
        class_name="mt-5",
    )


def _tools() -> rx.Component:
    return rx.el.div(
        search_field(
            _("Search documents"),
            Documents.search_for.debounce(300),  # type: ignore[attr-defined]
            default_value=Documents.search,
            max_length=100,
        ),
        select_field(
            "order",
            _("Sort by"),
            [(order.value, _(words)) for order, words in ORDERS],
            value=Documents.order,
            on_change=Documents.sort_by,
        ),
        class_name="flex flex-wrap items-end gap-x-4 gap-y-3 max-sm:w-full mb-4 [&>*]:mb-0",
    )


def _pages() -> rx.Component:
    return rx.el.div(
        pagination(
            Documents.showing,
            Documents.go_previous,
            Documents.go_next,
            Documents.page > 1,
            Documents.has_next,
        ),
        class_name="mt-6",
    )
