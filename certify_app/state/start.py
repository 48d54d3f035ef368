"""The front door leads those who are logged in straight on."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.domain.accounts.models import Role
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who_if_any
from certify_app.locales.paths import localised
from certify_app.state.language import page_language

HOMES = {Role.LEARNER: "/dashboard", Role.THIRD_PARTY: "/third-party"}


class Start(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    @rx.event
    def arrive(self) -> Any:
        me = who_if_any()
        if me is None or me.role not in HOMES:
            return None
        return rx.redirect(localised(HOMES[me.role], page_language(self)), replace=True)
