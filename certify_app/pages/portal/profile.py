"""The learner's profile (guide 7): the tabs at the side, and the one that is open."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.account_menu import avatar
from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.fields import text_field
from certify_app.components.forms import form, plain_form
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.portal_shell import portal_shell
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.text import card_title, mono, page_title, section_title
from certify_app.components.values import FromState
from certify_app.locales import N_, _
from certify_app.pages.portal.profile_addresses import addresses
from certify_app.pages.portal.profile_details import contact, details
from certify_app.pages.portal.profile_emails import emails
from certify_app.pages.portal.profile_own_data import your_data
from certify_app.pages.portal.profile_photo import photo
from certify_app.pages.portal.profile_security import password
from certify_app.pages.security.panels import security_panels
from certify_app.state.portal.profile import Profile
from certify_app.state.portal.profile_details import ProfileDetails

TITLE = N_("Profile")
NAMES = (
    ("enrolment-numbers", N_("Enrolment Numbers")),
    ("personal-details", N_("Personal Details")),
    ("additional-contact-information", N_("Additional Contact Information")),
    ("addresses", N_("Addresses")),
    ("change-password", N_("Change Password")),
    ("security", N_("Security")),
    ("your-data", N_("Your data")),
)
PROFILE: FromState = Profile
LOOK = (
    "w-full min-h-11 rounded-field px-3 text-left text-note transition-colors hover:bg-brand-tint "
    "aria-[current=page]:bg-brand-tint aria-[current=page]:text-brand-text "
    "aria-[current=page]:font-semibold"
)


def profile() -> rx.Component:
    logout = plain_form(
        button(_("Logout"), icon="log-out", variant="secondary", type="submit"), action="/logout"
    )
    panel = rx.match(
        PROFILE.tab,
        ("enrolment-numbers", _numbers()),
        ("additional-contact-information", contact()),
        ("addresses", addresses()),
        ("change-password", password()),
        ("security", _security()),
        ("your-data", your_data()),
        rx.el.div(details(), emails(), class_name="grid gap-5"),
    )
    body = rx.el.div(
        _side(),
        rx.el.div(panel, class_name="min-w-0"),
        class_name="grid gap-5 items-start md:grid-cols-[17rem_minmax(0,1fr)]",
    )
    return portal_shell(
        address_bar(PROFILE.address),
        page_title(_(TITLE), None, logout),
        hydrated(body, cards_skeleton(2)),
        active="/profile",
    )


def _side() -> rx.Component:
    tabs = [rx.el.li(_tab(value, _(name))) for value, name in NAMES]
    return card(
        rx.el.div(
            avatar("size-14"),
            rx.el.p(PROFILE.full_name, class_name="serif text-xl/7 min-w-0 break-words"),
            class_name="flex items-center gap-4 mb-4",
        ),
        photo(),
        rx.el.nav(rx.el.ul(*tabs, class_name="flex flex-col gap-0.5"), aria_label=_(TITLE)),
    )


def _tab(value: str, name: str) -> rx.Component:
    return rx.el.button(
        name,
        type="button",
        aria_current=rx.cond(PROFILE.tab == value, "page", "false"),
        on_click=[PROFILE.choose(value), ProfileDetails.forget],
        class_name=LOOK,
    )


def _numbers() -> rx.Component:
    rows = rx.foreach(PROFILE.numbers, lambda number: rx.el.li(mono(number), key=number))
    return card(
        card_title(_("Enrolment Numbers"), level=2),
        rx.el.ul(rows, class_name="mt-3 flex flex-col gap-2 text-ink"),
        rx.cond(
            PROFILE.added != "",
            rx.el.div(notice(PROFILE.added, kind="ok"), class_name="mt-4"),
        ),
        _add_number(),
    )


def _security() -> rx.Component:
    return rx.el.div(section_title(_("Security")), security_panels())


def _add_number() -> Any:
    return form(
        text_field(
            "enrolment_number",
            _("Enrolment number"),
            hint=_("One that the records hold under your name and date of birth or email."),
            errors=PROFILE.errors,
            auto_complete="off",
            max_length=60,
        ),
        submit(_("Add")),
        key=PROFILE.forms.to_string(),
        on_submit=PROFILE.add_number,
        class_name="mt-6 max-w-[30rem] border-t border-line pt-5",
    )
