"""Addresses of the profile: cards, add, remove; the checkout offers the same."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.cards import card, card_with_footer
from certify_app.components.notice import notice
from certify_app.components.text import card_title
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.pages.portal.new_address import new_address
from certify_app.state.portal.checkout_rows import AddressRow
from certify_app.state.portal.new_address import PROFILE, NewAddress
from certify_app.state.portal.profile_addresses import ProfileAddresses

STATE: FromState = ProfileAddresses
NEW: FromState = NewAddress


def addresses() -> rx.Component:
    rows = rx.foreach(STATE.addresses, lambda row: rx.el.li(_row(row), key=row.id))
    return rx.el.div(
        card(
            rx.el.div(
                card_title(_("Addresses"), level=2),
                button(
                    _("Add an address"),
                    icon="plus",
                    variant="secondary",
                    on_click=NEW.open(PROFILE),
                ),
                class_name="flex flex-wrap items-center justify-between gap-3",
            ),
            rx.cond(
                STATE.removed != "",
                rx.el.div(notice(STATE.removed, kind="ok"), class_name="mt-4"),
            ),
            rx.cond(
                STATE.addresses.length() > 0,
                rx.el.ul(rows, class_name="mt-5 grid gap-4 sm:grid-cols-2"),
                rx.el.p(
                    _("You have no addresses yet. Those of your orders appear here too."),
                    class_name="mt-3 text-note text-muted",
                ),
            ),
        ),
        new_address(),
    )


def _row(row: AddressRow) -> rx.Component:
    return card_with_footer(
        rx.el.p(row.name, class_name="font-semibold text-ink break-words"),
        rx.el.p(row.rest, class_name="whitespace-pre-line text-note break-words"),
        footer=[
            button(
                _("Remove"),
                icon="trash-2",
                variant="quiet",
                also=row.name,
                on_click=STATE.remove(row.id),
            )
        ],
        class_name="h-full",
    )
