"""What a learner shares with a third party, each with a check of this moment."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button, submit
from certify_app.components.cards import SURFACE
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_field
from certify_app.components.forms import form
from certify_app.components.heartbeat import heartbeat
from certify_app.components.hydrated import hydrated
from certify_app.components.icons import icon
from certify_app.components.notice import notice
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.status_tag import status_tag
from certify_app.components.text import mono, page_title, section_title
from certify_app.components.third_party_shell import third_party_shell
from certify_app.components.viewer.files import fetch_ahead
from certify_app.locales import N_, _
from certify_app.state.third_party.shared import SharedWithMe as Shared

TITLE = N_("Shared with you")
SMALL = "text-caption text-muted"


def shared() -> rx.Component:
    known = rx.match(
        Shared.view,
        ("open", _open()),
        ("pin", _pin()),
        ("closed", _closed()),
        _missing(),
    )
    return third_party_shell(
        heartbeat(Shared.still_open), hydrated(known, cards_skeleton(2)), active="/third-party"
    )


def _title() -> rx.Component:
    return page_title(Shared.connection.student, Shared.connection.sentence, _back())


def _back() -> rx.Component:
    return link_button(_("Back to Connections"), "/third-party", icon="arrow-left")


def _open() -> rx.Component:
    nothing = empty_state(
        _("Nothing is shared at the moment"),
        _("The learner has not chosen any documents yet."),
        icon_name="file-badge",
    )
    shelf = rx.el.ul(rx.foreach(Shared.groups, _group), class_name="grid gap-5 lg:grid-cols-2")
    return rx.el.div(
        _title(),
        rx.cond(
            Shared.connection.purpose != "",
            rx.el.p(_("Purpose:"), " ", Shared.connection.purpose, class_name="-mt-3 mb-6"),
        ),
        rx.cond(
            Shared.groups.length() > 0,  # type: ignore[attr-defined]
            rx.el.div(_checked(), shelf),
            nothing,
        ),
    )


def _checked() -> rx.Component:
    """When, and the receipt of it."""
    brief = rx.el.p(
        _("The learner shares the check alone: no document is shown."), class_name="text-note"
    )
    return rx.el.div(
        rx.el.div(
            rx.el.p(_("Checked against the record on"), " ", Shared.checked_at, role="status"),
            rx.cond(Shared.brief, brief),
        ),
        rx.el.div(
            button(_("Check again"), icon="refresh-cw", variant="secondary", on_click=Shared.load),
            link_button(_("Receipt (PDF)"), Shared.receipt, icon="receipt-text", full_load=True),
            class_name="flex flex-wrap gap-3",
        ),
        class_name="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 mb-5",
    )


def _group(group: Any) -> rx.Component:
    head = rx.el.div(
        rx.el.div(
            rx.el.h2(group.title, class_name="serif text-xl/7"),
            rx.el.p(group.owner, class_name="text-ink"),
            rx.el.p(
                _("Awarded on"), " ", group.award_date, ". ", group.expiry, ".", class_name=SMALL
            ),
            rx.el.p(mono(group.reference), class_name=SMALL),
            class_name="min-w-0",
        ),
        status_tag(group.standing),
        class_name="flex items-start justify-between gap-3 p-4 md:p-5",
    )
    verdict = rx.el.p(
        icon("shield-check", 20, "mt-0.5 text-brand-text"),
        rx.el.span(group.verdict),
        class_name="flex gap-2.5 border-t border-line px-4 py-3 text-note text-ink md:px-5",
    )
    papers = rx.foreach(group.papers, lambda paper: _paper(paper, group.title))
    badges = rx.foreach(group.badges, _badge)
    rows = rx.el.ul(
        papers, badges, class_name="divide-y divide-line border-t border-line empty:hidden"
    )
    return rx.el.li(
        head, verdict, rows, key=group.reference, class_name=f"{SURFACE} overflow-hidden"
    )


ROW = "flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 md:px-5"


def _paper(paper: Any, title: Any) -> rx.Component:
    view = link_button(
        _("View"),
        paper.href,
        icon="eye",
        variant="primary",
        also=paper.kind + " " + title,
        custom_attrs=fetch_ahead(),
    )
    download = link_button(
        _("Download"),
        paper.download,
        icon="download",
        also=paper.kind + " " + title,
        full_load=True,
    )
    return rx.el.li(
        rx.el.div(
            rx.el.p(paper.kind, class_name="font-semibold text-ink"),
            rx.el.p(mono(paper.reference), class_name=SMALL),
            class_name="min-w-0 grow",
        ),
        view,
        rx.cond(paper.download != "", download),
        key=paper.reference,
        class_name=ROW,
    )


def _badge(badge: Any) -> rx.Component:
    return rx.el.li(
        rx.el.img(src=badge.image, alt="", width="56", height="56", class_name="size-14"),
        rx.el.div(
            rx.el.p(badge.name, " - ", _("Digital Badge"), class_name="font-semibold text-ink"),
            rx.el.p(mono(badge.reference), class_name=SMALL),
            class_name="min-w-0",
        ),
        key=badge.reference,
        class_name=ROW,
    )


def _pin() -> rx.Component:
    return rx.el.div(
        _title(),
        rx.el.div(
            error_summary(Shared.errors),
            section_title(_("Enter the PIN"), id="pin-title"),
            form(
                text_field(
                    "pin",
                    _("PIN"),
                    hint=_("The learner has told it to you, by phone for example."),
                    errors=Shared.errors,
                    width="max-w-40",
                    input_mode="numeric",
                    auto_complete="off",
                    max_length=8,
                ),
                submit(_("Open")),
                on_submit=Shared.give_pin,
            ),
            class_name=f"{SURFACE} max-w-[34rem] p-5 md:p-6",
        ),
    )


def _closed() -> rx.Component:
    sentence = rx.cond(
        Shared.ended != "", Shared.ended, _("Nothing is shown by this connection now.")
    )
    return rx.el.div(
        _title(),
        notice(
            rx.cond(Shared.connection.is_over, _("This share has ended"), _("Not accepted yet")),
            sentence,
            kind="info",
        ),
    )


def _missing() -> rx.Component:
    return rx.el.div(
        page_title(_("We cannot find this connection")),
        empty_state(
            _("There is no such connection among yours"),
            _("The address may be old or mistyped."),
            icon_name="file-question",
            action=_back(),
        ),
    )
