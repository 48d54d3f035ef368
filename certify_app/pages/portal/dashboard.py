"""The dashboard (guide 3.1): four places, what ends soon, the latest awards."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import link_button
from certify_app.components.cards import nav_card
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.portal_shell import portal_shell
from certify_app.components.skeleton import bar, cards_skeleton
from certify_app.components.text import page_title, section_title
from certify_app.locales import N_, _
from certify_app.pages.portal.asks import asks
from certify_app.pages.portal.awards import award_cards
from certify_app.pages.portal.report_issue import report_dialog
from certify_app.state.portal.dashboard import Dashboard

TITLE = N_("Dashboard")


def dashboard() -> rx.Component:
    name = rx.cond(
        rx.State.is_hydrated,
        Dashboard.first_name,
        rx.el.span(bar("w-32", "h-8"), class_name="inline-block align-middle"),
    )
    return portal_shell(
        page_title(
            rx.fragment(_("Hi,"), " ", name),
            _("Here is what is yours, and what is waiting for you."),
        ),
        hydrated(
            rx.el.div(_thanks(), asks(), _unpaid(), _attention(), _places(), _latest()),
            cards_skeleton(4),
        ),
        report_dialog(),
        active="/dashboard",
    )


def _thanks() -> rx.Component:
    """Back from paying (guide 5.2.4, step 12)."""
    box = notice(
        Dashboard.thanks,
        Dashboard.thanks_more,
        kind="ok",
        actions=[link_button(_("View order"), Dashboard.thanks_for, icon="package")],
    )
    return rx.cond(Dashboard.thanks != "", rx.el.div(box, class_name="mb-5"))


def _unpaid() -> rx.Component:
    return rx.foreach(
        Dashboard.unpaid,
        lambda order: rx.el.div(
            notice(
                order.sentence,
                _("Pay it, or cancel it if you no longer need it."),
                kind="gold",
                live=False,
                actions=[
                    link_button(_("View order"), order.href, icon="arrow-right", also=order.number)
                ],
            ),
            key=order.number,
            class_name="mb-5",
        ),
    )


def _attention() -> rx.Component:
    box = notice(
        _("Ends soon"),
        rx.foreach(Dashboard.attention, lambda sentence: rx.el.p(sentence, key=sentence)),
        kind="gold",
        live=False,
    )
    return rx.cond(
        Dashboard.attention.length() > 0,  # type: ignore[attr-defined]
        rx.el.div(box, class_name="mb-5"),
    )


def _places() -> rx.Component:
    return rx.el.div(
        nav_card(
            _("Documents"),
            _("View your qualifications and documents"),
            "file-badge",
            _("View"),
            "/documents",
            Dashboard.awards,
            rx.cond(Dashboard.awards == 1, _("award"), _("awards")),
        ),
        nav_card(
            _("Connections"),
            _("Choose who can see what, and until when"),
            "users-round",
            _("Manage"),
            "/connections",
            Dashboard.connections,
            _("active"),
        ),
        nav_card(
            _("Orders"),
            _("Printed copies on their way to you"),
            "package",
            _("Order"),
            "/orders",
            Dashboard.processing,
            _("processing"),
        ),
        nav_card(
            _("Profile"),
            _("Your details and enrolment numbers"),
            "circle-user-round",
            _("Manage"),
            "/profile",
            Dashboard.numbers,
            rx.cond(Dashboard.numbers == 1, _("enrolment number"), _("enrolment numbers")),
        ),
        class_name="grid gap-4 md:grid-cols-2",
    )


def _latest() -> rx.Component:
    return rx.cond(
        Dashboard.awards > 0,
        rx.el.section(
            section_title(
                rx.cond(Dashboard.awards == 1, _("Latest award"), _("Latest awards")), id="latest"
            ),
            award_cards(Dashboard.latest),
            aria_labelledby="latest",
            class_name="mt-10",
        ),
    )
