"""Stripe's way of writing nested values in a form: `line_items[0][price_data][currency]=gbp`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

WORD_FIELDS = {"metadata", "name", "description", "client_reference_id", "certify_key"}
"""Fields whose digits stay text."""


def read_form(text: str) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for key, value in parse_qsl(text, keep_blank_values=True):
        first, *rest = re.findall(r"[^\[\]]+", key)
        here: dict[str, Any] = root
        path = [first, *rest]
        for name in path[:-1]:
            here = here.setdefault(name, {})
        here[path[-1]] = value if WORD_FIELDS & set(path) else _typed(value)
    return {name: _listed(value) for name, value in root.items()}


def _typed(value: str) -> Any:
    if re.fullmatch(r"-?\d+", value):
        return int(value)
    return {"true": True, "false": False}.get(value, value)


def _listed(value: Any) -> Any:
    """A map with 0, 1, 2 for keys is a list."""
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(one) for name, one in value.items()}
    if inner and all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner
