"""Terms of use, accepted at registration."""

from __future__ import annotations

import reflex as rx

from certify_app.components.article import Section, article, points
from certify_app.components.contact import contact_card
from certify_app.locales import N_, _
from certify_app.state.brand import Brand

TITLE = N_("Terms of use")


def show() -> rx.Component:
    return article(
        _(TITLE),
        _("What you agree to when you register."),
        Section("account", _("Your account"), _account()),
        Section("documents", _("Your documents"), _documents()),
        Section("checking", _("Checking certificates"), _checking()),
        Section("portal", _("The portal"), _portal()),
        Section("contact", _("Questions"), [contact_card()]),
    )


def _account() -> list[object]:
    return [
        points(
            _("The account is yours alone. Keep your password to yourself."),
            _("Give your own name and your own enrolment number."),
            _("Tell us if you think that somebody else has used your account."),
        ),
        _(
            "{name} may lock an account that is misused, and says so when you log in.",
            name=Brand.name,
        ),
    ]


def _documents() -> list[object]:
    return [
        _(
            "Certificates, letters and badges are records of what you were awarded. You may keep, print and show them. You may not change them, or pass off somebody else's as yours."
        ),
        _(
            "The copy on the screen is marked as such. How often each document can be downloaded and printed is shown beside it."
        ),
        _(
            "If an award was made in error it can be revoked. The documents then no longer count, and a check says so."
        ),
    ]


def _checking() -> list[object]:
    return [
        _(
            "Anyone may check a reference that was given to them. Trying references one after another is not allowed, and is slowed down."
        ),
    ]


def _portal() -> list[object]:
    return [
        _(
            "The portal may be closed for a while for repairs. Nothing here takes away rights that the law gives you."
        ),
        _("When these terms change, the new text stands here."),
    ]
