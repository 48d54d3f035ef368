"""What came over the socket: whatever its type claims, it may be anything."""

from __future__ import annotations

from typing import Any

LONGEST = 10_000


def text(form: Any, name: str) -> str:
    """A field of a form's data; "" for what is no text, cut where nobody types on."""
    value = form.get(name) if isinstance(form, dict) else None
    return value[:LONGEST] if isinstance(value, str) else ""


def ticked(form: Any, name: str) -> bool:
    """Whether a checkbox is: Reflex sends True for one with an id, browsers "on"."""
    value = form.get(name) if isinstance(form, dict) else None
    return value is True or value == "on"


def only_text(value: Any) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""


def storable(text: str, longest: int = 200) -> str:
    """Without what no database keeps: NUL and halves of characters."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")[:longest]
