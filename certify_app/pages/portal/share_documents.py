"""Share Documents (guide 6.2.2 and 6.3.1): awards as groups, then badges, then the terms."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import link_button, submit
from certify_app.components.cards import SURFACE
from certify_app.components.choices import checkbox, radios
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_area, text_field
from certify_app.components.forms import form
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.portal_shell import portal_shell
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.status_tag import status_tag
from certify_app.components.summary_list import summary_list
from certify_app.components.tabs import tab_panel, tabs
from certify_app.components.text import mono, page_title, section_title
from certify_app.components.timeline import timeline
from certify_app.locales import N_, _
from certify_app.pages.portal.connection_list import refused
from certify_app.state.portal.share_documents import ABOUT, SHARE
from certify_app.state.portal.share_documents import ShareDocuments as Share

TITLE = N_("Share Documents")
PANEL = "share-panel"


def share_documents() -> rx.Component:
    return portal_shell(
        hydrated(rx.cond(Share.missing, _missing(), _page()), cards_skeleton(2)),
        active="/connections",
    )


def _missing() -> rx.Component:
    return rx.el.div(
        page_title(_("We cannot find this connection")),
        empty_state(
            _("There is no such connection among yours"),
            _("The address may be old or mistyped."),
            icon_name="file-question",
            action=link_button(_("Back to Connections"), "/connections", icon="arrow-left"),
        ),
    )


def _page() -> rx.Component:
    back = link_button(_("Back to Connections"), "/connections", icon="arrow-left")
    return rx.el.div(
        page_title(_(TITLE), _with_whom(), back),
        tabs(
            [(SHARE, _("Share Documents")), (ABOUT, _("Connections"))],
            Share.tab,
            Share.choose_tab,
            _("Share Documents"),
            PANEL,
        ),
        tab_panel(rx.cond(Share.tab == ABOUT, _about(), _choose()), id=PANEL, chosen=Share.tab),
    )


def _with_whom() -> Any:
    return rx.fragment(
        _("With"), " ", rx.el.strong(Share.connection.name), ". ", Share.connection.sentence, "."
    )


def _choose() -> rx.Component:
    return rx.el.div(
        rx.cond(Share.locked, rx.el.div(_why_locked(), class_name="mb-5")),
        form(
            error_summary(Share.errors),
            _records(),
            _badges(),
            rx.cond(Share.locked, rx.fragment(), _terms()),
            key=Share.loads.to(str),  # type: ignore[attr-defined]
            on_submit=Share.share,
        ),
    )


def _why_locked() -> rx.Component:
    over = _("This connection has ended, so nothing is shared by it.")
    waits = _("You can change the documents once they have accepted the request.")
    return notice(rx.cond(Share.connection.is_over, over, waits), kind="info", live=False)


def _records() -> rx.Component:
    none_yet = rx.el.p(_("You have no documents to share yet."), class_name="text-muted")
    groups = rx.el.ul(rx.foreach(Share.groups, _group), class_name="flex flex-col gap-4")
    return rx.el.section(
        section_title(_("Records"), id="records"),
        rx.cond(Share.groups.length() > 0, groups, none_yet),  # type: ignore[attr-defined]
        aria_labelledby="records",
    )


def _group(group: Any) -> rx.Component:
    head = rx.el.div(
        rx.el.div(
            rx.el.h3(group.title, class_name="serif text-lg/6"),
            rx.el.p(group.owner, " · ", mono(group.reference), class_name=SMALL),
            rx.el.p(
                _("Awarded on"), " ", group.award_date, ". ", group.expiry, ".", class_name=SMALL
            ),
            class_name="min-w-0",
        ),
        status_tag(group.standing),
        class_name="flex items-start justify-between gap-3 border-b border-line px-4 py-3.5 md:px-5",
    )
    nothing = rx.el.p(_("[Connection documents not available]"), class_name="px-5 py-3 text-muted")
    papers = rx.el.ul(
        rx.foreach(group.papers, lambda p: _tick(p.name, p.label, p.kind, p.reference, p.ticked)),
        class_name="divide-y divide-line",
    )
    return rx.el.li(
        head,
        rx.cond(group.papers.length() > 0, papers, nothing),
        key=group.reference,
        class_name=f"{SURFACE} overflow-hidden",
    )


SMALL = "text-caption text-muted"


def _tick(name: Any, label: Any, words: Any, reference: Any, ticked: Any) -> rx.Component:
    box = rx.el.input(
        type="checkbox",
        id=name,
        name=name,
        default_checked=ticked,
        disabled=Share.locked,
        aria_label=label,
        class_name="size-5 shrink-0 accent-brand",
    )
    return rx.el.li(
        rx.el.label(
            box,
            rx.el.span(
                rx.el.span(words, class_name="text-ink"),
                rx.el.span(mono(reference), class_name="text-caption text-muted sm:ml-auto"),
                class_name="flex min-w-0 grow flex-wrap items-baseline gap-x-3",
            ),
            html_for=name,
            class_name="flex min-h-12 items-center gap-x-3 px-4 py-2 md:px-5 hover:bg-sunken",
        ),
        key=name,
    )


def _badges() -> rx.Component:
    rows = rx.el.ul(
        rx.foreach(
            Share.badges,
            lambda b: _tick(b.name, b.label + " - " + b.reference, b.label, b.reference, b.ticked),
        ),
        class_name=f"{SURFACE} divide-y divide-line overflow-hidden",
    )
    return rx.cond(
        Share.badges.length() > 0,  # type: ignore[attr-defined]
        rx.el.section(
            section_title(_("Badges"), id="badges"),
            rows,
            aria_labelledby="badges",
            class_name="mt-8",
        ),
    )


def _terms() -> rx.Component:
    return rx.el.section(
        section_title(_("What they may do"), id="terms"),
        rx.el.div(
            radios(
                "level",
                _("They see"),
                [
                    ("full", _("The full documents"), _("Every page, in the viewer")),
                    (
                        "brief",
                        _("Only the check"),
                        _("Valid or not, the award and its date; no document is shown"),
                    ),
                ],
                chosen=Share.level,
            ),
            checkbox(
                "may_download",
                _("They may download the documents"),
                hint=_("Counted apart: it uses none of your own downloads."),
                default_checked=Share.may_download,
            ),
            text_area(
                "purpose",
                _("Purpose"),
                hint=_("Shown to them, for example: my application as a nurse"),
                optional=True,
                rows=2,
                default_value=Share.purpose,
                max_length=300,
            ),
            text_field(
                "pin",
                rx.cond(Share.has_pin, _("New PIN"), _("PIN")),
                hint=_(
                    "4 to 8 digits that they are asked for. Tell it to them yourself, by phone for example."
                ),
                errors=Share.errors,
                optional=True,
                width="max-w-40",
                input_mode="numeric",
                auto_complete="off",
                max_length=8,
            ),
            rx.cond(Share.has_pin, checkbox("no_pin", _("Ask for no PIN any more"))),
            class_name=f"{SURFACE} p-5 md:p-6",
        ),
        rx.el.div(submit(_("Share Documents")), class_name="mt-6 flex justify-end"),
        aria_labelledby="terms",
        class_name="mt-8",
    )


def _about() -> rx.Component:
    connection = Share.connection
    facts = summary_list(
        (_("Name"), connection.name),
        (_("Organisation"), rx.cond(connection.organisation != "", connection.organisation, "–")),
        (_("Email"), rx.el.div(connection.email, refused(connection))),
        (_("Status"), status_tag(connection.status)),
        (_("Initiated By"), connection.initiated_by),
        (_("Shared"), connection.shared_line),
        (_("The share"), connection.sentence),
        lines=True,
    )
    return rx.el.div(
        rx.el.div(facts, class_name=f"{SURFACE} px-5 py-2 md:px-6"),
        rx.el.section(
            section_title(_("Who looked"), id="log"),
            timeline(Share.log),
            aria_labelledby="log",
            class_name="mt-10",
        ),
    )
