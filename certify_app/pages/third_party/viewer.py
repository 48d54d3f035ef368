"""A shared document in the viewer: our bar above, pdf.js below, and nothing once it ended."""

from __future__ import annotations

import reflex as rx

from certify_app.components.banners import connection_banner
from certify_app.components.buttons import button, link_button
from certify_app.components.empty_state import empty_state
from certify_app.components.heartbeat import heartbeat
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.notice import notice
from certify_app.components.session_warning import session_warning
from certify_app.components.skip_link import MAIN
from certify_app.components.status_tag import status_tag
from certify_app.components.text import hidden
from certify_app.components.viewer.element import pdf_viewer
from certify_app.locales import N_, _
from certify_app.state.brand import Brand
from certify_app.state.third_party.viewer import SharedViewer as Viewer

TITLE = N_("Shared document")


def viewer() -> rx.Component:
    return rx.el.div(
        connection_banner(),
        heartbeat(Viewer.still_open),
        rx.el.main(
            rx.cond(Viewer.ended != "", _ended(), rx.cond(Viewer.src != "", _box(), _wait(True))),
            id=MAIN,
            tab_index=-1,
            class_name="flex grow min-h-0 flex-col",
        ),
        session_warning(),
        on_mount=Brand.load,
        class_name="flex h-dvh flex-col bg-ground",
    )


def _ended() -> rx.Component:
    return rx.el.div(
        rx.el.h1(_("This document is not shown"), class_name="text-3xl/9 mb-6"),
        rx.el.div(
            empty_state(
                Viewer.ended,
                _("What was on this page has been taken away."),
                icon_name="lock",
                action=link_button(_("Back to Connections"), "/third-party", icon="arrow-left"),
            ),
            role="alert",
        ),
        class_name="mx-auto w-full max-w-[40rem] px-4 py-10",
    )


def _box() -> rx.Component:
    return rx.el.div(
        _bar(),
        _message(),
        rx.el.div(
            pdf_viewer(
                Viewer.src,
                "document",
                on_download_asked=Viewer.download,
                on_print_asked=Viewer.ask_print,
                on_failed=Viewer.failed,
            ),
            _wait(),
            class_name="relative grow min-h-0",
        ),
        class_name="flex grow min-h-0 flex-col bg-ground",
    )


def _bar() -> rx.Component:
    title = rx.el.div(
        rx.el.h1(
            hidden(Viewer.owner, " - "),
            Viewer.kind,
            " - ",
            Viewer.title,
            class_name="truncate text-lg/6",
        ),
        rx.el.p(
            Viewer.verdict, " · ", Viewer.checked_at, class_name="truncate text-caption text-muted"
        ),
        class_name="order-last w-full min-w-0 md:order-none md:w-auto md:grow md:basis-0",
    )
    download = link_button(_("Download"), Viewer.download_href, icon="download", full_load=True)
    return rx.el.header(
        title,
        status_tag(Viewer.standing),
        rx.el.div(
            rx.cond(Viewer.download_href != "", download), _close(), class_name="ml-auto flex gap-1"
        ),
        class_name="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-surface "
        "px-3 py-2 md:px-4",
    )


def _close() -> rx.Component:
    return link(
        icon("x", 22),
        href=Viewer.back,
        aria_label=_("Close"),
        class_name="inline-grid place-items-center size-11 rounded-field text-ink hover:bg-brand-tint",
    )


def _message() -> rx.Component:
    told = notice(
        Viewer.message,
        kind="info",
        actions=[button(_("OK"), variant="secondary", on_click=Viewer.dismiss)],
    )
    return rx.cond(Viewer.message != "", rx.el.div(told, class_name="px-3 py-2 md:px-4"))


def _wait(alone: bool = False) -> rx.Component:
    """Until the first page is painted."""
    words = rx.el.p(
        icon("loader-circle", 22, "spinner"),
        _("Preparing your document"),
        role="status",
        class_name="flex items-center gap-3 rounded-card bg-surface px-5 py-4 shadow-raised",
    )
    title = rx.el.h1(_(TITLE), class_name="sr-only") if alone else None
    where = "grow" if alone else "absolute inset-0 peer-data-painted:hidden"
    return rx.el.div(title, words, class_name=f"grid place-items-center bg-sunken {where}")
