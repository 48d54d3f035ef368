"""Cards, tables and what goes with lists."""

from __future__ import annotations

import reflex as rx

from certify_app.components.award_card import award_card
from certify_app.components.badge_card import badge_card
from certify_app.components.buttons import button, icon_button
from certify_app.components.cards import nav_card
from certify_app.components.chips import chips
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.empty_state import empty_state
from certify_app.components.pagination import pagination
from certify_app.components.status_tag import status_tag
from certify_app.components.summary_list import summary_list
from certify_app.components.tabs import tab_panel, tabs
from certify_app.components.text import mono
from certify_app.pages.gallery.example import dark, example, group
from certify_app.state.gallery import Gallery

TITLE = "Level 3 Diploma in Advanced Manufacturing Engineering"
LONG = (
    "Level 2 Certificate in Principles of Customer Service in Hospitality, Leisure, Travel and "
    "Tourism (Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch Campus)"
)
GRID = "grid gap-5 md:grid-cols-2"
COLUMNS = [
    "Third party name",
    "Third party email",
    "Status",
    "Documents Shared",
    "Expires",
    "Actions",
]
ROWS = (
    (
        "Tracy Lyon",
        "Northfield Engineering",
        "tracy.lyon@example.com",
        "active",
        "2",
        "10 Feb 2027",
    ),
    (
        "Justin Clarke",
        "Cardiff Metropolitan University",
        "j.clarke@example.ac.uk",
        "pending",
        "1",
        "3 Feb 2027",
    ),
)


def section() -> rx.Component:
    return group(
        "Cards and lists",
        example("Award cards", _awards(), dark(_awards())),
        example("Dashboard cards", _places()),
        example("Badges", _badges()),
        example("Tabs", _tabs()),
        example("Filters", chips(Gallery.filters, Gallery.remove_filter, Gallery.clear_filters)),
        example("Table", _table()),
        example(
            "Summary", summary_list(("First name", "Jane"), ("Last name", "Smith"), lines=True)
        ),
        example(
            "Nothing there",
            empty_state("No documents yet", "They show here once they are awarded.", "file-badge"),
        ),
    )


def _awards() -> rx.Component:
    return rx.el.div(
        _award(TITLE, "valid", "2 of 3 downloads left"),
        _award(LONG, "expired", "No downloads left"),
        class_name=GRID,
    )


def _award(title: str, status: str, left: str) -> rx.Component:
    pairs = [
        ("Reference", mono("87365060-01-W34G7K")),
        ("Award Date", "1 May 2026"),
        ("Course Name", title),
    ]
    actions = [
        button("View", icon="eye", also=title),
        button("Report", icon="flag", variant="quiet", also=title),
        button("Order", icon="shopping-cart", variant="quiet", also=title),
    ]
    return award_card(title, pairs, status_tag(status), actions, aside=left, who="Jane Smith")


def _places() -> rx.Component:
    return rx.el.div(
        nav_card(
            "Documents",
            "View your qualifications and documents",
            "file-badge",
            "View",
            "/gallery",
            "3",
            "awards",
        ),
        nav_card(
            "Connections",
            "Choose who can see what, and until when",
            "users-round",
            "Manage",
            "/gallery",
            "2",
            "active",
        ),
        class_name=GRID,
    )


def _badges() -> rx.Component:
    actions = [
        button("Add to LinkedIn", icon="share-2", variant="secondary", wide=True),
        button("Download badge", icon="download", variant="quiet", wide=True),
    ]
    return rx.el.div(
        badge_card(
            "British Sign Language",
            "/brand/logo",
            "Jane Smith",
            "October 2025",
            "99792715-01-2T097K",
            actions,
        ),
        class_name="grid gap-5 grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]",
    )


def _tabs() -> rx.Component:
    options = [("active", "Active"), ("inactive", "Inactive")]
    return rx.el.div(
        tabs(options, Gallery.tab, Gallery.choose, "Connections", "gallery-panel"),
        tab_panel("What the tab shows: ", Gallery.tab, id="gallery-panel", chosen=Gallery.tab),
    )


def _table() -> rx.Component:
    foot = pagination("Showing 1 - 2 of 12", Gallery.answer, Gallery.answer, False, True)
    return data_table(COLUMNS, [_row(*values) for values in ROWS], "Connections", foot)


def _row(name: str, firm: str, email: str, status: str, shared: str, expires: str) -> rx.Component:
    actions = (icon_button(f"Edit {name}", "square-pen"), icon_button(f"Cancel {name}", "trash-2"))
    return row(
        head_cell(name, below=firm),
        cell(email, column=COLUMNS[1]),
        cell(status_tag(status), column=COLUMNS[2]),
        cell(shared, column=COLUMNS[3]),
        cell(expires, column=COLUMNS[4]),
        cell(*actions),
    )
