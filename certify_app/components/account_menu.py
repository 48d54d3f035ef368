"""At the top right: who is logged in, the way to the profile and out."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.forms import plain_form
from certify_app.components.icons import icon
from certify_app.components.menu import menu, menu_button, menu_link
from certify_app.components.places import exists
from certify_app.locales import _
from certify_app.state.me import Me


def account_menu(*, profile: str = "/profile", below: Any = None) -> rx.Component:
    """`profile` is the page about oneself: the portal's, or the one for one's logins alone."""
    whole = profile == "/profile"
    words = _("View and edit my profile") if whole else _("Security")
    edit = menu_link(words, "circle-user-round" if whole else "shield", profile)
    logout = plain_form(menu_button(_("Logout"), "log-out", type="submit"), action="/logout")
    return menu(
        [
            avatar(),
            rx.el.span(_("Hi,"), " ", Me.first_name, class_name="max-sm:sr-only truncate max-w-40"),
            icon("chevron-down", 16, "max-sm:hidden text-muted"),
        ],
        below,
        edit if exists(profile) else None,
        logout,
        id="account-menu",
        trigger_class="flex items-center gap-2 min-h-11 rounded-full pr-1 sm:pr-3 text-note text-ink hover:bg-brand-tint",
    )


def avatar(class_name: str = "size-10") -> rx.Component:
    """The photo, or the initials until there is one."""
    photo = rx.el.img(src=Me.photo, alt="", class_name=f"{class_name} rounded-full object-cover")
    letters = rx.el.span(
        Me.initials,
        aria_hidden="true",
        class_name=f"{class_name} grid place-items-center rounded-full bg-brand-tint text-caption font-bold text-brand-text",
    )
    return rx.cond(Me.photo != "", photo, letters)
