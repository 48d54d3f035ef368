"""Status tags: an icon, an adjective and a tint; never the colour alone."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.locales import N_, _

GREEN, GOLD, BLUE = (
    "bg-ok-tint text-ok",
    "bg-gold-tint text-gold-text",
    "bg-info-tint text-info",
)
RED, GREY, BRAND = (
    "bg-danger-tint text-danger",
    "bg-quiet-tint text-quiet",
    "bg-brand-tint text-brand-text",
)

STATUSES: dict[str, tuple[str, str, str]] = {
    "valid": (N_("Valid"), "circle-check", GREEN),
    "active": (N_("Active"), "circle-check", GREEN),
    "complete": (N_("Complete"), "circle-check", GREEN),
    "pending": (N_("Pending"), "hourglass", GOLD),
    "processing": (N_("Processing"), "loader", BLUE),
    "rejected": (N_("Rejected"), "circle-x", RED),
    "refunded": (N_("Refunded"), "rotate-ccw", RED),
    "revoked": (N_("Revoked"), "ban", RED),
    "expired": (N_("Expired"), "circle-dashed", GREY),
    "cancelled": (N_("Cancelled"), "circle-slash", GREY),
    "superseded": (N_("Replaced"), "replace", GREY),
    "registered": (N_("Registered"), "circle-check", GREEN),
    "unregistered": (N_("Not registered"), "circle-dashed", GREY),
    "locked": (N_("Locked"), "lock", RED),
    "administrator": (N_("Administrator"), "shield", BRAND),
    "officer": (N_("Officer"), "id-card", GREY),
    "finance": (N_("Finance"), "coins", GREY),
    "read_only": (N_("Read-only"), "eye", GREY),
    "new": (N_("New"), "sparkle", BRAND),
}
SHAPE = "inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-caption font-semibold whitespace-nowrap"


def status_tag(status: str | rx.Var[str]) -> rx.Component:
    """The tag of a status value, such as "valid"; a Var is looked up in the browser."""
    if isinstance(status, str):
        return _tag(*STATUSES[status])
    cases = [(value, _tag(*parts)) for value, parts in STATUSES.items()]
    return rx.match(status, *cases, tag(status))


def tag(words: Any, icon_name: str | None = None, tint: str = GREY) -> rx.Component:
    """A tag for anything else; `tint` is one of this module's colours."""
    return rx.el.span(
        icon(icon_name, 15) if icon_name else None,
        rx.el.span(words),
        class_name=f"{SHAPE} {tint}",
    )


def _tag(word: str, icon_name: str, tint: str) -> rx.Component:
    return tag(_(word), icon_name, tint)
