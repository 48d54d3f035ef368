"""Privacy notice: what is held, why, who sees it, for how long."""

from __future__ import annotations

import reflex as rx

from certify_app.components.article import Section, article, points
from certify_app.components.contact import contact_card
from certify_app.locales import N_, _
from certify_app.state.brand import Brand

TITLE = N_("Privacy notice")


def show() -> rx.Component:
    return article(
        _(TITLE),
        _("What we hold about you, why, and what you can ask of us."),
        Section(
            "who",
            _("Who is responsible"),
            [
                _("{name} decides what is done with your data in this portal.", name=Brand.name),
                contact_card(),
            ],
        ),
        Section("what", _("What we hold"), _what()),
        Section("why", _("Why"), _why()),
        Section("sees", _("Who sees it"), _sees()),
        Section("long", _("How long"), _long()),
        Section("rights", _("Your rights"), _rights()),
    )


def _what() -> list[object]:
    return [
        points(
            _(
                "Your name, date of birth, email and enrolment numbers, as your centre or you gave them."
            ),
            _(
                "Your awards: qualification, units, grade, dates, references and the documents made from them."
            ),
            _(
                "Your account: your password as a one-way code nobody can read, and when and from which network address and browser you logged in."
            ),
            _(
                "When each document was viewed, downloaded or printed, and from which network address."
            ),
            _("The emails this portal has sent you."),
        ),
    ]


def _why() -> list[object]:
    return [
        _(
            "To let you see, download and print what you were awarded, to answer those who check a certificate you gave them, and to notice misuse."
        ),
        _(
            "Nothing is used for advertising, and nobody outside is told what you do here: every part of these pages comes from this portal."
        ),
    ]


def _sees() -> list[object]:
    return [
        points(
            _("You, after logging in."),
            _("The staff of the awarding body whose work it is."),
            _(
                "Anyone who has the reference of one of your certificates sees whether it is genuine and current, and what the awarding body has chosen to show with it."
            ),
        ),
    ]


def _long() -> list[object]:
    return [
        _(
            "The record of an award is kept as long as the awarding body must be able to confirm it. Ask us for the periods that apply to you."
        ),
    ]


def _rights() -> list[object]:
    return [
        _(
            "You can ask for a copy of what we hold, for wrong details to be put right, and for data to be erased where we are not obliged to keep it. Write to us at the address above."
        ),
        _(
            "If you are not content with our answer, in the United Kingdom you can complain to the Information Commissioner's Office."
        ),
    ]
