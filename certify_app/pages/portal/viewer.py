"""The viewer (guide 4.2.2): our bar above, pdf.js below, in one box that fills the window."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.banners import connection_banner
from certify_app.components.buttons import link_button
from certify_app.components.empty_state import empty_state
from certify_app.components.fields import BOX
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.menu import menu, menu_button
from certify_app.components.session_warning import session_warning
from certify_app.components.skip_link import MAIN
from certify_app.components.status_tag import status_tag
from certify_app.components.text import hidden
from certify_app.components.values import FromState
from certify_app.components.viewer.element import pdf_viewer
from certify_app.components.viewer.full_screen import (
    FILLS_PAGE,
    leave_by_escape,
    toggle_full_screen,
)
from certify_app.components.viewer.print_frame import print_frame
from certify_app.locales import N_, _
from certify_app.pages.portal.report_issue import report_dialog, reports_under_document
from certify_app.pages.portal.viewer_notices import notices
from certify_app.pages.portal.viewer_print import print_dialog
from certify_app.state.brand import Brand
from certify_app.state.portal.report_issue import ReportIssue
from certify_app.state.portal.viewer import Viewer

TITLE = N_("Your document")
BOX_ID = "viewer-box"
REPORT: FromState = ReportIssue


def viewer() -> rx.Component:
    return rx.el.div(
        connection_banner(),
        rx.el.main(
            rx.cond(Viewer.missing, _missing(), _box()),
            id=MAIN,
            tab_index=-1,
            class_name="flex grow min-h-0 flex-col",
        ),
        print_dialog(),
        report_dialog(),
        print_frame(Viewer.print_url, "print-frame", _("Pages to print")),
        session_warning(),
        on_mount=Brand.load,
        class_name="flex h-dvh flex-col bg-ground",
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h1(_("We cannot find this document"), class_name="text-3xl/9 mb-6"),
        empty_state(
            _("There is no such document among yours"),
            _("The address may be old or mistyped."),
            icon_name="file-question",
            action=link_button(_("Back to Documents"), "/documents", icon="arrow-left"),
        ),
        class_name="mx-auto w-full max-w-[40rem] px-4 py-10",
    )


def _box() -> rx.Component:
    return rx.el.div(
        _bar(),
        notices(),
        rx.el.div(reports_under_document(), class_name="px-3 empty:hidden md:px-4"),
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
        id=BOX_ID,
        custom_attrs=leave_by_escape(),
        class_name=f"flex grow min-h-0 flex-col bg-ground {FILLS_PAGE}",
    )


def _bar() -> rx.Component:
    title = rx.el.div(
        rx.el.h1(
            hidden(Viewer.award.name, " - "),
            rx.cond(Viewer.award.qualification != "", Viewer.award.qualification, _(TITLE)),
            class_name="truncate text-lg/6",
        ),
        rx.cond(
            Viewer.is_given_out,
            rx.el.p(Viewer.chosen.downloads, class_name="truncate text-caption text-muted"),
        ),
        class_name="order-last w-full min-w-0 md:order-none md:w-auto md:grow md:basis-0",
    )
    return rx.el.header(
        _document_type(),
        title,
        rx.cond(_is_unusual(), status_tag(Viewer.award.standing)),
        rx.el.div(_settings(), _close(), class_name="ml-auto flex gap-1"),
        class_name="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-surface px-3 py-2 md:px-4",
    )


def _is_unusual() -> Any:
    return (Viewer.award.standing != "") & (Viewer.award.standing != "valid")


def _document_type() -> rx.Component:
    """The guide's drop-down: Certificate first."""
    options = rx.foreach(
        Viewer.papers,
        lambda paper: rx.el.option(paper.kind, value=paper.reference, key=paper.reference),
    )
    return rx.el.div(
        rx.el.select(
            options,
            value=Viewer.chosen.reference,
            on_change=Viewer.choose,
            aria_label=_("Document type"),
            class_name=f"{BOX} min-h-11 appearance-none pr-10 font-semibold",
        ),
        icon(
            "chevron-down",
            18,
            "absolute right-3.5 top-1/2 -translate-y-1/2 pointer-events-none text-muted",
        ),
        class_name="relative min-w-0 grow basis-0 md:grow-0 md:basis-56",
    )


def _settings() -> rx.Component:
    return menu(
        [icon("settings", 20), rx.el.span(_("Settings"), class_name="max-md:sr-only")],
        menu_button(_("Full screen"), "maximize", custom_attrs=toggle_full_screen(BOX_ID)),
        rx.cond(
            Viewer.is_given_out,
            rx.fragment(
                menu_button(_("Download"), "download", on_click=Viewer.download),
                menu_button(_("Print"), "printer", on_click=Viewer.ask_print),
            ),
        ),
        menu_button(
            _("Report"),
            "flag",
            on_click=REPORT.ask(Viewer.award.reference, Viewer.chosen.reference),
        ),
        id="settings-menu",
        trigger_class="inline-flex items-center justify-center gap-2 min-h-11 min-w-11 px-3 rounded-field "
        "text-note font-semibold text-ink hover:bg-brand-tint",
    )


def _close() -> rx.Component:
    return link(
        icon("x", 22),
        href="/documents",
        aria_label=_("Close"),
        class_name="inline-grid place-items-center size-11 rounded-field text-ink hover:bg-brand-tint",
    )


def _wait() -> rx.Component:
    """Until the first page is painted."""
    words = rx.el.p(
        icon("loader-circle", 22, "spinner"),
        _("Preparing your document"),
        role="status",
        class_name="flex items-center gap-3 rounded-card bg-surface px-5 py-4 shadow-raised",
    )
    return rx.cond(
        Viewer.problem == "",
        rx.el.div(
            words,
            class_name="absolute inset-0 grid place-items-center bg-sunken peer-data-painted:hidden",
        ),
    )
