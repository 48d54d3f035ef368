"""Two-step login: on or off, setting it up in two steps, the recovery codes."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.choices import checkbox
from certify_app.components.confirm_password import confirm_password_dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_field
from certify_app.components.forms import form
from certify_app.components.moved_focus import followed_heading
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.status_tag import GREEN, tag
from certify_app.components.text import card_title, mono, paragraph
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.pages.security.recovery_codes import recovery_codes
from certify_app.state.security.two_step import PURPOSE, TwoStep

STATE: FromState = TwoStep
NARROW = "mt-4 max-w-[30rem]"


def two_step() -> rx.Component:
    state = rx.cond(
        STATE.is_on, tag(_("On"), "circle-check", GREEN), tag(_("Off"), "circle-dashed")
    )
    return card(
        rx.el.div(
            card_title(_("Two-step login"), level=2, id="two-step"),
            state,
            class_name="flex flex-wrap items-center justify-between gap-3 mb-3",
        ),
        rx.cond(STATE.required, _required()),
        rx.cond(STATE.said != "", rx.el.div(notice(STATE.said, kind="ok"), class_name="mb-4")),
        rx.match(
            STATE.stage,
            ("password", _password()),
            ("scan", _scan()),
            ("codes", _codes()),
            ("off", _off()),
            rx.cond(STATE.is_on, _is_on(), _is_off()),
        ),
        confirm_password_dialog(PURPOSE, then=STATE.renew),
        role="region",
        aria_labelledby="two-step",
    )


def _required() -> rx.Component:
    return rx.el.div(
        notice(
            _("Set up two-step login first"),
            _("Administrators can change everything, so their accounts need a second step."),
            kind="gold",
            live=False,
            icon_name="shield-alert",
        ),
        class_name="mb-4",
    )


def _is_off() -> rx.Component:
    return rx.el.div(
        paragraph(
            _(
                "With two-step login, nobody gets into your account with your password alone: "
                "an app on your phone shows a code that is needed too."
            )
        ),
        button(_("Set up two-step login"), icon="smartphone", on_click=STATE.begin),
    )


def _is_on() -> rx.Component:
    left = rx.fragment(_("Recovery codes that still work:"), " ", STATE.left.to_string(), ".")
    return rx.el.div(
        paragraph(_("On since"), " ", STATE.since, ". ", left),
        rx.cond(
            STATE.few,
            rx.el.div(
                notice(_("Make new recovery codes before the last is used."), kind="gold"),
                class_name="mb-4",
            ),
        ),
        rx.el.div(
            button(
                _("New recovery codes"),
                icon="refresh-cw",
                variant="secondary",
                on_click=STATE.renew,
            ),
            button(_("Turn off two-step login"), variant="secondary", on_click=STATE.begin_off),
            class_name="flex flex-wrap gap-3",
        ),
    )


def _password() -> rx.Component:
    return _step(
        _("First, your password"),
        form(
            error_summary(STATE.errors, id="two-step-problems"),
            password_field("two_step_password", _("Current password"), errors=STATE.errors),
            _actions(submit(_("Continue"))),
            on_submit=STATE.give_password,
            class_name=NARROW,
        ),
    )


def _scan() -> rx.Component:
    return _step(
        _("Connect your authenticator app"),
        paragraph(
            _(
                "Open an authenticator app, such as those of Google, Microsoft, Apple or 1Password, "
                "add an account, and scan this code with it."
            )
        ),
        rx.el.div(
            _qr(),
            rx.el.div(
                rx.el.p(
                    _("On the same phone, or no camera? Type this key into the app:"),
                    class_name="mb-1 text-note text-muted",
                ),
                rx.el.p(mono(STATE.secret), class_name="text-ink"),
                class_name="min-w-0",
            ),
            class_name="flex flex-wrap items-center gap-5",
        ),
        form(
            error_summary(STATE.errors, id="two-step-problems"),
            _code_field(_("The 6 digits that the app shows now.")),
            _actions(submit(_("Turn on two-step login"))),
            on_submit=STATE.give_code,
            class_name=NARROW,
        ),
    )


def _qr() -> rx.Component:
    side = STATE.qr_side.to_string()
    return rx.el.svg(
        rx.el.title(_("QR code for your authenticator app")),
        rx.el.path(d=STATE.qr, fill="#000"),
        view_box="0 0 " + side + " " + side,
        role="img",
        custom_attrs={"shapeRendering": "crispEdges"},
        class_name="size-48 shrink-0 rounded-field border border-line bg-white",
    )


def _codes() -> rx.Component:
    return _step(
        _("Keep your recovery codes"),
        paragraph(
            _(
                "Two-step login is on. If you lose your phone, one of these codes lets you in "
                "instead. Each works once. They are not shown again."
            )
        ),
        recovery_codes(STATE.codes),
        rx.el.div(button(_("I have kept them"), on_click=STATE.leave), class_name="mt-5"),
    )


def _off() -> rx.Component:
    return _step(
        _("Turn off two-step login"),
        paragraph(_("Your password alone will log you in then.")),
        form(
            error_summary(STATE.errors, id="two-step-problems"),
            password_field("two_step_password", _("Current password"), errors=STATE.errors),
            _code_field(_("Of your authenticator app.")),
            checkbox("recovery", _("This is a recovery code")),
            _actions(submit(_("Turn off"))),
            on_submit=STATE.turn_off,
            class_name=NARROW,
        ),
    )


def _step(title: Any, *content: Any) -> rx.Component:
    heading = followed_heading(
        title, STATE.moves, "two-step-stage", class_name="serif text-lg/7 mb-2"
    )
    return rx.el.div(heading, *content)


def _code_field(hint: Any) -> rx.Component:
    return text_field(
        "code",
        _("Code"),
        hint=hint,
        errors=STATE.errors,
        width="max-w-48",
        auto_complete="one-time-code",
        input_mode="text",
        spell_check=False,
        max_length=20,
    )


def _actions(do: rx.Component) -> rx.Component:
    leave = button(_("Cancel"), variant="secondary", on_click=STATE.leave)
    return rx.el.div(do, leave, class_name="flex flex-wrap gap-3")
