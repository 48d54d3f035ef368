"""Help and contact: the questions that learners ask most, and whom to ask."""

from __future__ import annotations

import reflex as rx

from certify_app.components.article import Section, article, points
from certify_app.components.contact import contact_card
from certify_app.components.links import link
from certify_app.locales import N_, _

TITLE = N_("Help and contact")


def show() -> rx.Component:
    return article(
        _(TITLE),
        _("Answers to what people ask most, and how to reach us."),
        Section("contact", _("Contact"), [contact_card(), _say_what()]),
        Section("register", _("I cannot register"), _registering()),
        Section("login", _("I cannot log in"), _logging_in()),
        Section("missing", _("A certificate is missing or wrong"), _missing()),
        Section("downloads", _("I have no downloads left"), _downloads()),
        Section("checking", _("I want to check someone's certificate"), _checking()),
    )


def _say_what() -> rx.Component:
    return rx.el.p(
        _(
            "Say your name and your enrolment number, and what you see on the screen. Never send your password."
        ),
        class_name="mb-4",
    )


def _registering() -> list[object]:
    return [
        _(
            "Only somebody the awarding body has enrolled can register. Your email, your name and your enrolment number are compared with its records."
        ),
        points(
            _("Use the email that you gave when you enrolled."),
            _("Capitals, accents, hyphens and spaces do not matter; a nickname does."),
            _("Your enrolment number is in the letter or email you got when you enrolled."),
        ),
        _("If it still does not match, contact us: the records may hold an old email."),
    ]


def _logging_in() -> list[object]:
    return [
        rx.el.p(
            _("After five wrong passwords the account is locked."),
            " ",
            link(_("Forgot my password"), href="/forgot-password"),
            " ",
            _("sends you a link to set a new one, and unlocks it."),
            class_name="mb-4",
        ),
        _(
            "The link works once, for 30 minutes. If no email comes, look in your junk folder, then contact us."
        ),
    ]


def _missing() -> list[object]:
    return [
        _(
            "A certificate shows under Documents once it has been awarded. If one is missing, contact us."
        ),
        _(
            "If something on it is wrong, choose Report on its card. We look at every report and tell you what came of it."
        ),
    ]


def _downloads() -> list[object]:
    return [
        _(
            "Each document can be downloaded and printed a set number of times. Looking at it on the screen never counts."
        ),
        _("When none are left you can still see it here, or contact us."),
    ]


def _checking() -> list[object]:
    return [
        rx.el.p(
            _("You need the reference that is printed on it, and no account."),
            " ",
            link(_("Check a certificate"), href="/verify", full_load=True),
            ".",
            class_name="mb-4",
        )
    ]
