"""Security, the same for everybody who can log in."""

from __future__ import annotations

import reflex as rx

from certify_app.components.console_shell import console_shell
from certify_app.components.hydrated import hydrated
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.text import page_title
from certify_app.components.third_party_shell import third_party_shell
from certify_app.locales import N_, _
from certify_app.pages.portal.profile_security import logins, password
from certify_app.pages.security.passkeys import passkeys
from certify_app.pages.security.recent_sign_ins import recent_sign_ins
from certify_app.pages.security.two_step import two_step
from certify_app.state.portal.profile_security import ProfileSecurity
from certify_app.state.security.passkeys import Passkeys
from certify_app.state.security.recent_sign_ins import RecentSignIns
from certify_app.state.security.two_step import TwoStep

TITLE = N_("Security")
ON_LOAD = (TwoStep.load, Passkeys.load, ProfileSecurity.load, RecentSignIns.load)


def security_panels() -> rx.Component:
    """The tab of a profile; `ON_LOAD` fills it."""
    return rx.el.div(
        two_step(),
        passkeys(),
        logins(),
        recent_sign_ins(),
        class_name="flex flex-col gap-8 min-w-0",
    )


def of_staff() -> rx.Component:
    return console_shell(page_title(_(TITLE)), _with_password(), active="")


def of_third_party() -> rx.Component:
    return third_party_shell(page_title(_(TITLE)), _with_password())


def _with_password() -> rx.Component:
    panels = rx.el.div(
        security_panels(), rx.el.div(password(), class_name="mt-8"), class_name="max-w-[56rem]"
    )
    return hydrated(panels, cards_skeleton(2))
