"""The front door leads those who are logged in straight on."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.domain.accounts.models import Role
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who_if_any
from certify_app.locales.paths import localised
from certify_app.state.language import page_language


class Start(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    @rx.event
    def arrive(self) -> Any:
        me = who_if_any()
        if me is None or me.role is not Role.LEARNER:
            return None
        return rx.redirect(localised("/dashboard", page_language(self)), replace=True)
