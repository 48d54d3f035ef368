"""What the viewer has to say above a document: how the award stands, what went wrong or well."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.notice import notice
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.brand import Brand
from certify_app.state.portal.store import Store
from certify_app.state.portal.viewer import Viewer

STORE: FromState = Store


def notices() -> rx.Component:
    revoked = _("You can look at its documents, and not download or print them.")
    standing = rx.match(
        Viewer.award.standing,
        ("revoked", _told(_("This award has been revoked"), revoked)),
        ("superseded", _told(_("This document has been replaced"), _replacement())),
        rx.fragment(),
    )
    problem = notice(Viewer.problem, _more(), kind="danger")
    message = notice(Viewer.message, kind="ok")
    return rx.el.div(
        standing,
        rx.cond(Viewer.problem != "", _may_be_dismissed(problem)),
        rx.cond(Viewer.message != "", _may_be_dismissed(message)),
        class_name="flex flex-col gap-2 px-3 py-2 empty:hidden md:px-4",
    )


def _may_be_dismissed(box: rx.Component) -> rx.Component:
    cross = rx.el.button(
        icon("x", 20),
        aria_label=_("Dismiss"),
        type="button",
        on_click=Viewer.dismiss,
        class_name="absolute right-2 top-2 grid place-items-center size-9 rounded-field "
        "text-muted hover:bg-brand-tint",
    )
    return rx.el.div(box, cross, class_name="relative [&>*:first-child]:pr-12")


def _told(title: str, more: Any) -> rx.Component:
    return notice(title, more, kind="info", live=False)


def _replacement() -> rx.Component:
    newer = link(_("See the one that replaced it"), href=Viewer.replacement)
    return rx.cond(Viewer.replacement != "", newer, _("A newer one has been issued."))


def _more() -> rx.Component:
    """At the limit: one click asks for more, another orders a printed copy.

    Where the Store has none of this award, a letter to the awarding body may.
    """
    ordered = button(
        _("Order a printed copy"),
        icon="shopping-cart",
        variant="quiet",
        on_click=STORE.order(Viewer.award.reference),
    )
    written = rx.el.a(
        _("Write to your awarding body for a printed copy"),
        href="mailto:" + Brand.mailbox,
        class_name="underline text-brand-text font-semibold",
    )
    printed = rx.cond(Viewer.award.can_order, ordered, written)
    ask = button(_("Ask for more"), variant="secondary", on_click=Viewer.ask_more)
    return rx.cond(
        Viewer.limit_of != "",
        rx.el.div(ask, printed, class_name="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2"),
    )
