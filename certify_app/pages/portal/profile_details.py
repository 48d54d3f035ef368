"""Personal Details and Additional Contact Information (guide 7.1)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import submit
from certify_app.components.cards import card
from certify_app.components.choices import checkbox
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, email_field, select_field, text_field
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.text import card_title
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.portal.profile_details import ProfileDetails

STATE: FromState = ProfileDetails
ERRORS = STATE.errors
PAIR = "grid gap-x-4 sm:grid-cols-2"


def details() -> rx.Component:
    known = STATE.details
    return card(
        card_title(_("Personal Details"), level=2),
        rx.el.p(
            _("Your certificates keep the name they were made out to."),
            class_name="mt-1 mb-5 text-note text-muted",
        ),
        _said(),
        form(
            error_summary(ERRORS),
            rx.el.div(
                _line("first_name", _("First Name"), known, auto_complete="given-name"),
                _line(
                    "middle_name",
                    _("Middle name"),
                    known,
                    optional=True,
                    auto_complete="additional-name",
                ),
                _line("last_name", _("Last Name"), known, auto_complete="family-name"),
                date_field(
                    "date_of_birth",
                    _("Date Of Birth"),
                    errors=ERRORS,
                    default_value=known["date_of_birth"],
                    auto_complete="bday",
                    max_length=20,
                ),
                _line(
                    "user_name",
                    _("User name"),
                    known,
                    optional=True,
                    auto_complete="username",
                    auto_capitalize="none",
                    spell_check=False,
                ),
                _line(
                    "phone",
                    _("Phone number"),
                    known,
                    optional=True,
                    type="tel",
                    auto_complete="tel",
                ),
                class_name=PAIR,
            ),
            email_field(
                "email",
                _("Email address"),
                hint=_("A new one takes its place once you follow the link we mail to it."),
                errors=ERRORS,
                default_value=known["email"],
                max_length=254,
            ),
            _waiting(),
            checkbox(
                "search_opt_in",
                _("Opt in for third-party search"),
                hint=_(
                    "Approved third parties can find your name, references, titles and "
                    "award dates. Not for people under 18."
                ),
                errors=ERRORS,
                default_checked=STATE.search_opt_in,
            ),
            submit(_("Save")),
            key=STATE.forms.to_string(),
            on_submit=STATE.save_details,
        ),
    )


def contact() -> rx.Component:
    known = STATE.contact
    return card(
        card_title(_("Additional Contact Information"), level=2),
        rx.el.p(_("All of it is optional."), class_name="mt-1 mb-5 text-note text-muted"),
        _said(),
        form(
            error_summary(ERRORS),
            email_field(
                "alternative_email",
                _("Alternative email"),
                errors=ERRORS,
                default_value=known["alternative_email"],
                auto_complete="off",
                max_length=254,
            ),
            rx.el.div(
                _line("mobile_phone", _("Mobile phone"), known, type="tel", auto_complete="tel"),
                select_field(
                    "language",
                    _("Preferred language"),
                    STATE.languages,
                    errors=ERRORS,
                    default_value=known["language"],
                ),
                _line("emergency_name", _("Emergency contact's name"), known, auto_complete="off"),
                _line(
                    "emergency_phone",
                    _("Emergency contact's phone"),
                    known,
                    type="tel",
                    auto_complete="off",
                ),
                class_name=PAIR,
            ),
            submit(_("Save")),
            key=STATE.forms.to_string(),
            on_submit=STATE.save_contact,
        ),
    )


def _line(name: str, label: str, known: Any, **props: Any) -> rx.Component:
    props.setdefault("max_length", 100)
    return text_field(name, label, errors=ERRORS, default_value=known[name], **props)


def _said() -> rx.Component:
    return rx.cond(STATE.saved != "", rx.el.div(notice(STATE.saved, kind="ok"), class_name="mb-5"))


def _waiting() -> rx.Component:
    box = notice(
        rx.fragment(STATE.new_email, " ", _("waits to be confirmed by its link.")),
        kind="gold",
        live=False,
    )
    return rx.cond(STATE.new_email != "", rx.el.div(box, class_name="mb-5"))
