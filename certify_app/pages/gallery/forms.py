"""Fields, errors and steps."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import submit
from certify_app.components.cards import card
from certify_app.components.choices import checkbox, radios
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import (
    date_field,
    email_field,
    select_field,
    shown_value,
    text_area,
    text_field,
)
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.search_field import search_field
from certify_app.components.steps import steps
from certify_app.pages.gallery.example import example, group
from certify_app.state.gallery import Gallery

NAMES = ["Login Details", "Personal Details", "Confirmation"]


def section() -> rx.Component:
    return group(
        "Forms",
        example("Steps", steps(NAMES, 2)),
        example("Error summary: leave a field empty", card(_checked(), class_name="max-w-[34rem]")),
        example("Fields", card(_fields(), class_name="max-w-[34rem]")),
        example("Search", search_field("Search documents", Gallery.choose, id="gallery-search")),
    )


def _checked() -> rx.Component:
    return form(
        error_summary(Gallery.errors, id="gallery-problems"),
        rx.cond(Gallery.saved, notice("Saved", kind="ok"), rx.fragment()),
        email_field("gallery-email", "Email", errors=Gallery.errors),
        password_field("gallery-password", "Password", errors=Gallery.errors),
        submit("Log in", wide=True),
        on_submit=Gallery.check,
        id="gallery-form",
    )


def _fields() -> rx.Component:
    reasons = [("name", "Wrong name"), ("date", "Wrong date")]
    methods = [
        ("second", "2nd Class, £3.99", "Estimated 2 to 5 days"),
        ("first", "1st Class, £5.99", "Estimated 1 to 2 days"),
    ]
    return rx.fragment(
        text_field(
            "gallery-name",
            "Enrolment number",
            hint="It is on your enrolment letter.",
            width="max-w-60",
        ),
        text_field("gallery-middle", "Middle name", optional=True),
        date_field("gallery-date", "Expiry Date", hint="The last day of the share."),
        select_field("gallery-reason", "Issue reason", reasons, empty="Choose a reason"),
        text_area("gallery-text", "Issue Description"),
        shown_value("Reporter's Email", "jane.smith@example.org"),
        checkbox("gallery-terms", "I accept the terms"),
        radios("gallery-delivery", "Delivery", methods, chosen="second"),
    )
