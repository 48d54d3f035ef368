"""The photo of a profile: a form that the browser itself sends to our own route."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.fields import frame, marks, select_field
from certify_app.components.forms import plain_form
from certify_app.components.values import FromState
from certify_app.domain.profiles.photo import Crop
from certify_app.locales import N_, _
from certify_app.state.me import Me
from certify_app.state.portal.profile import Profile

PROFILE: FromState = Profile
ME: FromState = Me
PARTS = (
    (Crop.CENTRE, N_("The middle")),
    (Crop.START, N_("The top or left")),
    (Crop.END, N_("The bottom or right")),
)


def photo() -> rx.Component:
    words = rx.cond(ME.photo != "", _("Change photo"), _("Add a photo"))
    remove = plain_form(
        button(_("Remove photo"), icon="trash-2", variant="quiet", type="submit"),
        action="/api/profile/photo/remove",
    )
    return rx.el.div(
        rx.el.details(
            rx.el.summary(
                words,
                class_name="cursor-pointer rounded-field px-3 py-2 text-note text-brand-text",
            ),
            rx.el.div(_form(), class_name="px-3 pt-3"),
            rx.cond(ME.photo != "", remove),
            open=PROFILE.photo_problem != "",
        ),
        class_name="mb-3",
    )


def _form() -> rx.Component:
    return plain_form(
        _file(),
        select_field("crop", _("Part to keep"), [(part.value, _(words)) for part, words in PARTS]),
        submit(_("Save photo")),
        action="/api/profile/photo",
        custom_attrs={"encType": "multipart/form-data"},
    )


def _file() -> rx.Component:
    error = PROFILE.photo_problem
    hint = _("JPEG, PNG, WebP or HEIC, at most 10 MB.")
    box = rx.el.input(
        id="photo",
        name="photo",
        type="file",
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif",
        class_name="w-full text-note file:mr-3 file:min-h-10 file:rounded-field file:border "
        "file:border-line file:bg-surface file:px-3 file:font-semibold file:text-ink",
        **marks("photo", hint, error),
    )
    return frame("photo", _("Photo"), box, hint, error)
