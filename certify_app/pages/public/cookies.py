"""Cookie statement: what is stored in the browser, by name."""

from __future__ import annotations

import reflex as rx

from certify_app.components.article import Section, article
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.text import mono
from certify_app.locales import N_, _

TITLE = N_("Cookie statement")


def show() -> rx.Component:
    return article(
        _(TITLE),
        _(
            "Only what the portal needs to work. Nothing follows you anywhere, so there is nothing to agree to."
        ),
        Section("stored", _("What is stored in your browser"), [_table()]),
        Section(
            "off",
            _("Turning it off"),
            [
                _(
                    "Without the login cookie you cannot log in. Checking a certificate works without any of this."
                )
            ],
        ),
    )


def _table() -> rx.Component:
    columns = [_("Name"), _("What for"), _("Until")]
    lines = [
        (
            "certify",
            _("Cookie: shows that it is you who logged in. Scripts cannot read it."),
            _("You log out, close the browser, or it ends by itself"),
        ),
        (
            "certify-visitor",
            _(
                "Cookie: keeps what a tab shows apart from other browsers, before you log in. Scripts cannot read it."
            ),
            _("You close the browser"),
        ),
        (
            "certify-last-seen",
            _("When you last did something, so that you are warned before you are logged out"),
            _("You clear it"),
        ),
        ("theme", _("Light or dark"), _("You clear it")),
        ("token", _("Ties this tab to what it shows"), _("You close the tab")),
    ]
    rows = [
        row(head_cell(mono(name)), cell(what, column=columns[1]), cell(until, column=columns[2]))
        for name, what, until in lines
    ]
    return data_table(columns, rows, _("What is stored in your browser"))
