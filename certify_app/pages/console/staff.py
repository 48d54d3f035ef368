"""The awarding body's staff, and one of them."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.console_list import console_list
from certify_app.components.console_shell import (
    ROLES,
    console_shell,
    console_title,
    if_may,
    role_name,
)
from certify_app.components.dialog import dialog
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import email_field, select_field, text_field
from certify_app.components.forms import form
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.summary_list import summary_list
from certify_app.components.text import card_title
from certify_app.components.values import FromState
from certify_app.domain.accounts.staff_list import STAFF
from certify_app.domain.acts import Act
from certify_app.locales import N_, _
from certify_app.state.console.staff import InviteStaff, StaffList, StaffMember

TITLE, ONE_TITLE = STAFF.title, N_("Member of staff")
INVITE: FromState = InviteStaff
ONE: FromState = StaffMember


def staff() -> rx.Component:
    nothing = empty_state(_("No staff yet"), _("Invite the first."), icon_name="id-card")
    invite = button(_("Invite staff"), icon="user-plus", on_click=INVITE.open)
    said = rx.el.div(notice(INVITE.said, kind="ok"), class_name="mb-5")
    return console_shell(
        console_title(
            _(TITLE),
            _("Who may work in this console, and in which role."),
            if_may(Act.CHANGE_STAFF, invite),
        ),
        rx.cond(INVITE.said != "", said),
        console_list(STAFF, StaffList, empty=nothing),
        _invite_dialog(),
        active="/console/staff",
    )


def _roles() -> list[tuple[str, str]]:
    return [(role.value, _(name)) for role, name in ROLES.items()]


def _invite_dialog() -> rx.Component:
    errors = INVITE.errors
    inside = form(
        error_summary(errors, id="invite-problems"),
        text_field("first_name", _("First Name"), errors=errors, auto_complete="off"),
        text_field("last_name", _("Last Name"), errors=errors, auto_complete="off"),
        email_field("email", _("Email"), errors=errors, auto_complete="off"),
        select_field("role", _("Role"), _roles(), empty=_("Choose a role"), errors=errors),
        rx.el.div(submit(_("Invite")), class_name="flex justify-end"),
        key=INVITE.opened.to_string(),
        on_submit=INVITE.invite,
    )
    return dialog(
        inside,
        id="invite-staff",
        title=_("Invite staff"),
        opened=INVITE.opened,
        on_close=INVITE.close,
    )


def member() -> rx.Component:
    gone = empty_state(
        _("This person is not on your staff"), _("They may have been removed."), "user-round-x"
    )
    return console_shell(
        hydrated(rx.cond(ONE.found, _member(), gone), cards_skeleton(1)),
        active="/console/staff",
    )


def _member() -> rx.Component:
    remove = button(_("Remove"), icon="user-round-x", variant="secondary", on_click=ONE.ask)
    return rx.el.div(
        console_title(
            ONE.name,
            None,
            if_may(Act.CHANGE_STAFF, remove),
            crumbs=((_("Staff"), "/console/staff"),),
        ),
        rx.cond(ONE.said != "", rx.el.div(notice(ONE.said, kind="ok"), class_name="mb-5")),
        card(
            summary_list((_("Email"), ONE.email), (_("Role"), role_name(ONE.role)), lines=True),
            class_name="max-w-[40rem]",
        ),
        if_may(Act.CHANGE_STAFF, _role_form()),
        _remove_dialog(),
    )


def _role_form() -> rx.Component:
    return card(
        card_title(_("Change the role"), level=2),
        form(
            rx.el.div(error_summary(ONE.errors, id="role-problems"), class_name="mt-4"),
            select_field(
                "role",
                _("Role"),
                _roles(),
                default_value=ONE.role,
                errors=ONE.errors,
                width="max-w-80",
            ),
            submit(_("Save the role")),
            key=ONE.email + ONE.role,
            on_submit=ONE.change,
        ),
        class_name="max-w-[40rem] mt-5",
    )


def _remove_dialog() -> rx.Component:
    keep = button(_("Keep"), variant="secondary", on_click=ONE.keep)
    remove = button(_("Remove from staff"), variant="danger", on_click=ONE.remove)
    return dialog(
        rx.el.p(_("Their logins end at once. The audit log keeps what they did.")),
        id="remove-staff",
        title=_("Remove this person?"),
        opened=ONE.removing,
        on_close=ONE.keep,
        actions=[keep, remove],
    )
