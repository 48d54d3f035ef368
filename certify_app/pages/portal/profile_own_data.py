"""Your data: download a copy of everything, ask for erasure."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button, submit
from certify_app.components.cards import card
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_area
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.progress import progress
from certify_app.components.text import card_title
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.portal.profile_own_data import ProfileOwnData

STATE: FromState = ProfileOwnData
COPY = STATE.copy_of
NOTE = "mt-1 text-note text-muted"


def your_data() -> rx.Component:
    return rx.el.div(_copy(), _erasure(), class_name="grid gap-5")


def _copy() -> rx.Component:
    return card(
        card_title(_("A copy of your data"), level=2),
        rx.el.p(
            _(
                "Everything this portal holds about you in one ZIP file: the records as JSON, "
                "your documents as PDF, and your photo. It counts against no download limit."
            ),
            class_name=NOTE,
        ),
        rx.cond(
            STATE.problem != "",
            rx.el.div(notice(STATE.problem, kind="danger"), class_name="mt-4"),
        ),
        rx.el.div(
            rx.match(
                COPY.status,
                ("running", progress(_("Making your copy"), COPY.percent, COPY.detail)),
                ("ready", _ready()),
                ("failed", _failed()),
                _ask(_("Make a copy")),
            ),
            class_name="mt-5",
        ),
    )


def _ready() -> rx.Component:
    return rx.el.div(
        notice(
            rx.fragment(_("Your copy is ready. You can download it until"), " ", COPY.until, "."),
            kind="ok",
        ),
        rx.el.div(
            link_button(
                rx.Var.create(_("Download")) + " (" + COPY.size + ")",
                href=COPY.file,
                icon="download",
                variant="primary",
                full_load=True,
            ),
            _ask(_("Make a new copy"), "secondary"),
            class_name="mt-4 flex flex-wrap gap-3",
        ),
    )


def _failed() -> rx.Component:
    return rx.el.div(
        notice(_("Your copy could not be made. Try again, or contact us."), kind="danger"),
        rx.el.div(_ask(_("Try again")), class_name="mt-4"),
    )


def _ask(words: str, variant: Any = "primary") -> rx.Component:
    return button(words, icon="archive", variant=variant, on_click=STATE.export)


def _erasure() -> rx.Component:
    return card(
        card_title(_("Erase my account"), level=2),
        rx.cond(STATE.done != "", rx.el.div(notice(STATE.done, kind="ok"), class_name="mt-4")),
        rx.cond(
            STATE.erasure.waits,
            _waiting(),
            rx.fragment(
                rx.cond(
                    STATE.erasure.said != "",
                    rx.el.div(notice(STATE.erasure.said), class_name="mt-4"),
                ),
                _what_goes(),
                _form(),
            ),
        ),
    )


def _what_goes() -> rx.Component:
    gone = (
        _("your login, emails, phone numbers, addresses and photo"),
        _("your connections: everything you shared ends at once"),
        _("your basket, reports and settings"),
    )
    kept = (
        _("the record of your awards, so that your certificates can still be checked"),
        _("orders and invoices, for as long as the law asks"),
    )
    return rx.el.div(
        _list(_("What is erased"), gone),
        _list(_("What is kept"), kept),
        class_name="mt-4 grid gap-5 sm:grid-cols-2",
    )


def _list(name: str, points: tuple[str, ...]) -> rx.Component:
    items = [rx.el.li(point) for point in points]
    return rx.el.div(
        rx.el.h3(name, class_name="text-base font-semibold text-ink"),
        rx.el.ul(*items, class_name="mt-1 list-disc pl-5 text-note"),
    )


def _form() -> Any:
    return form(
        error_summary(STATE.errors),
        text_area("erasure_reason", _("Reason"), optional=True, max_length=1000),
        password_field("erasure_password", _("Your password"), errors=STATE.errors),
        submit(_("Ask for erasure"), variant="danger"),
        key=STATE.forms.to_string(),
        on_submit=STATE.ask_erasure,
        class_name="mt-6 max-w-[30rem] border-t border-line pt-5",
    )


def _waiting() -> rx.Component:
    return rx.el.div(
        notice(STATE.erasure.said, kind="gold", live=False),
        rx.el.div(
            button(_("Withdraw my request"), variant="secondary", on_click=STATE.withdraw),
            class_name="mt-4",
        ),
        class_name="mt-4",
    )
