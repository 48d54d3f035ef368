"""What the gallery's examples do; it holds nothing of anybody's."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.domain.permissions import Audience
from certify_app.locales import _


class Gallery(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    tab: str = "active"
    errors: dict[str, str] = {}
    asking: bool = False
    saved: bool = False
    filters: list[list[str]] = [
        ["status", "Status: Processing"],
        ["total", "Total: £10.00 or more"],
    ]

    @rx.event
    def choose(self, value: str) -> None:
        self.tab = value if value in {"active", "inactive"} else "active"

    @rx.event
    def check(self, typed: dict[str, Any]) -> None:
        """Every field that was left empty."""
        needed = {
            "gallery-email": _("Enter your email"),
            "gallery-password": _("Enter your password"),
        }
        self.errors = {name: said for name, said in needed.items() if not typed.get(name)}
        self.saved = not self.errors

    @rx.event
    def ask(self) -> None:
        self.asking = True

    @rx.event
    def answer(self) -> None:
        self.asking = False

    @rx.event
    def remove_filter(self, key: str) -> None:
        self.filters = [pair for pair in self.filters if pair[0] != key]

    @rx.event
    def clear_filters(self) -> None:
        self.filters = []
