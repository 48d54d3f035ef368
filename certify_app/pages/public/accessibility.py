"""Accessibility statement: what was aimed at, how it was checked, what falls short."""

from __future__ import annotations

import reflex as rx

from certify_app.components.article import Section, article, points
from certify_app.components.contact import contact_card
from certify_app.locales import N_, _

TITLE = N_("Accessibility statement")


def show() -> rx.Component:
    return article(
        _(TITLE),
        _("This portal should work for everyone. Here is how far it does."),
        Section("can", _("What you can do"), _can()),
        Section("how", _("How it was checked"), _how()),
        Section("short", _("What falls short"), _short()),
        Section(
            "tell",
            _("Tell us"),
            [
                _(
                    "If you cannot use a page, or need a document in another form, tell us. You do not have to explain why."
                ),
                contact_card(),
            ],
        ),
    )


def _can() -> list[object]:
    return [
        points(
            _("Use every page with the keyboard alone."),
            _("Zoom to 400 % without scrolling sideways."),
            _("Use light or dark colours, as your device is set."),
            _("Turn movement off, as your device is set."),
            _("Read it in English or in Welsh."),
        ),
    ]


def _how() -> list[object]:
    return [
        _(
            "The aim is the Web Content Accessibility Guidelines 2.2 at level AA. Every page is checked by a program (axe) on desktop and phone size each time the portal is changed. A program finds only part of what can be wrong."
        ),
    ]


def _short() -> list[object]:
    return [
        points(
            _("It has not yet been tried by people who use screen readers every day."),
            _(
                "The viewer of documents shows pages made for paper; its small controls are harder to use on a phone."
            ),
            _(
                "Printed certificates are pictures of paper. The same facts stand as text on the card of each award."
            ),
        ),
    ]
