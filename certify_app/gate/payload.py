"""What a handler may be called with: Reflex passes on whatever a socket sends.

Checked against the handler's own signature, so that a handler can rely on its types:
`str`, `int`, `float`, `bool`, lists and unions of them, and for a form `dict[str, Any]`
with flat values. Sentences about what a person typed are the handler's.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

LONGEST_TEXT = 20_000
LARGEST_NUMBER = 2**53
MOST_FIELDS = 200
FORM_ENTRIES = "__reflex_form_data__"
SCALARS = (str, bool, int, float, type(None))


def fits(handler: Callable[..., Any], payload: Mapping[str, Any]) -> bool:
    """Whether every parameter gets a value of its type, and no other is given."""
    shape = _shape(handler)
    if not shape.keys() >= payload.keys():
        return False
    for name, (hint, needed) in shape.items():
        if name not in payload:
            if needed:
                return False
        elif not _is(payload[name], hint):
            return False
    return True


@lru_cache(maxsize=2048)
def _shape(handler: Callable[..., Any]) -> dict[str, tuple[Any, bool]]:
    """Each parameter after `self`: its type and whether it has no default."""
    hints = get_type_hints(handler)
    parameters = list(inspect.signature(handler).parameters.values())[1:]
    return {p.name: (hints.get(p.name, Any), p.default is p.empty) for p in parameters}


def _is(value: Any, hint: Any) -> bool:
    origin = get_origin(hint) or hint
    if origin in (Union, types.UnionType):
        return any(_is(value, one) for one in get_args(hint))
    if origin is list:
        of = (*get_args(hint), Any)[0]
        return isinstance(value, list) and len(value) <= MOST_FIELDS and _all(value, of)
    if origin is int and isinstance(value, str):
        return _is_number(value)
    if origin in SCALARS:
        return _is_scalar(value) and _is_a(value, origin)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return isinstance(value, Mapping) and _is_form(value)
    return origin is not Any or _is_flat(value) or _is_form(value)


def _all(values: list[Any], hint: Any) -> bool:
    return all(_is(value, hint) for value in values)


def _is_a(value: Any, kind: type) -> bool:
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return type(value) is kind


def _is_number(text: str) -> bool:
    """A whole number as a field sends it; Reflex makes it one."""
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST_NUMBER)) - 1


def _is_form(value: Any) -> bool:
    """Fields with flat values, as a dict or as Reflex wraps a submitted form."""
    if not isinstance(value, Mapping):
        return False
    entries = value.get(FORM_ENTRIES)
    if entries is not None:
        pairs = entries if isinstance(entries, list) and len(value) == 1 else [None]
        return len(pairs) <= MOST_FIELDS and all(map(_is_pair, pairs))
    return len(value) <= MOST_FIELDS and all(map(_is_pair, value.items()))


def _is_pair(pair: Any) -> bool:
    return (
        isinstance(pair, (list, tuple))
        and len(pair) == 2
        and isinstance(pair[0], str)
        and _is_flat(pair[1])
    )


def _is_flat(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= MOST_FIELDS and all(map(_is_scalar, value))
    return _is_scalar(value)


def _is_scalar(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT
    if isinstance(value, (int, float)):
        return abs(value) <= LARGEST_NUMBER
    return value is None
