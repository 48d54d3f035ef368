"""Notices, dialogs, menus, loading."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, look
from certify_app.components.dialog import dialog
from certify_app.components.fields import text_area
from certify_app.components.icons import icon
from certify_app.components.menu import menu, menu_button, menu_link
from certify_app.components.notice import Kind, notice
from certify_app.components.progress import progress
from certify_app.components.script import close_dialog, open_dialog
from certify_app.components.skeleton import cards_skeleton, table_skeleton
from certify_app.pages.gallery.example import dark, example, group
from certify_app.state.gallery import Gallery

KINDS: tuple[Kind, ...] = ("ok", "info", "danger")


def section() -> rx.Component:
    return group(
        "Feedback",
        example("Notices", _notices(), dark(_notices())),
        example("Dialogs and menu", _dialogs()),
        example(
            "Progress", progress("Checking 5,000 rows", 72, "3,620 of 5,000 · about 4 seconds left")
        ),
        example("Loading", cards_skeleton(), rx.el.div(table_skeleton(2), class_name="mt-5")),
    )


def _notices() -> rx.Component:
    waiting = notice(
        "Northfield Engineering asks for more time",
        "They would like to see your shared documents until 30 March 2027 instead of 10 February 2027.",
        kind="gold",
        live=False,
        actions=[button("Decline", variant="secondary"), button("Approve")],
    )
    others = [
        notice(f"A notice of the kind {kind}", "And what to do.", kind=kind, live=False)
        for kind in KINDS
    ]
    return rx.el.div(waiting, *others, class_name="flex flex-col gap-4")


def _dialogs() -> rx.Component:
    return rx.el.div(
        button("Open by itself", variant="secondary", on_click=open_dialog("gallery-dialog")),
        button("Open by a state", variant="secondary", on_click=Gallery.ask),
        menu(
            [rx.el.span("Settings"), icon("chevron-down", 16)],
            menu_button("Full screen", "maximize"),
            menu_link("Download", "download", "/gallery"),
            id="gallery-menu",
            trigger_class=look("secondary"),
        ),
        dialog(
            text_area("gallery-issue", "Issue Description"),
            id="gallery-dialog",
            title="Report Document Issue",
            actions=[
                button("Cancel", variant="quiet", on_click=close_dialog("gallery-dialog")),
                button("Send", on_click=close_dialog("gallery-dialog")),
            ],
        ),
        dialog(
            rx.el.p("Tracy Lyon will no longer see your documents."),
            id="gallery-question",
            title="Are you sure?",
            opened=Gallery.asking,
            on_close=Gallery.answer,
            actions=[button("Yes", variant="danger", on_click=Gallery.answer)],
        ),
        class_name="flex flex-wrap gap-3",
    )
