"""The learner's profile (guide 7)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.cards import card
from certify_app.components.forms import plain_form
from certify_app.components.hydrated import hydrated
from certify_app.components.portal_shell import portal_shell
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.summary_list import summary_list
from certify_app.components.text import card_title, mono, page_title
from certify_app.locales import N_, _
from certify_app.state.brand import Brand
from certify_app.state.portal.profile import Profile

TITLE = N_("Profile")


def profile() -> rx.Component:
    logout = plain_form(
        button(_("Logout"), icon="log-out", variant="secondary", type="submit"), action="/logout"
    )
    return portal_shell(
        page_title(_(TITLE), _("What your awarding body's records say about you."), logout),
        hydrated(
            rx.el.div(_details(), _numbers(), class_name="grid gap-5 md:grid-cols-2 items-start"),
            cards_skeleton(2),
        ),
        active="/profile",
    )


def _details() -> rx.Component:
    known = summary_list(
        (_("First name"), Profile.first_name),
        (_("Middle name"), rx.cond(Profile.middle_name != "", Profile.middle_name, "–")),
        (_("Last name"), Profile.last_name),
        (_("Date of birth"), rx.cond(Profile.date_of_birth != "", Profile.date_of_birth, "–")),
        (_("Email"), Profile.email),
        lines=True,
    )
    wrong = rx.el.p(
        _("Is something wrong? Tell your awarding body at"),
        " ",
        rx.el.a(
            Brand.mailbox, href="mailto:" + Brand.mailbox, class_name="underline text-brand-text"
        ),
        ".",
        class_name="mt-4 text-note text-muted",
    )
    return card(
        card_title(_("Personal Details"), level=2), rx.el.div(known, class_name="mt-3"), wrong
    )


def _numbers() -> rx.Component:
    return card(
        card_title(_("Enrolment Numbers"), level=2),
        rx.el.ul(
            rx.foreach(Profile.numbers, lambda number: rx.el.li(mono(number), key=number)),
            class_name="mt-3 flex flex-col gap-2 text-note text-ink",
        ),
    )
