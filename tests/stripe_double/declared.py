"""Requests held against the types of the `stripe` package by pydantic, which reads them itself.

It knows `TypedDict`s, so requests; the classes of answers are plain ones, which it takes on
trust, and words that are not in a list pass, because Stripe leaves its lists open. Both are
found by `contract.py`.
"""

from __future__ import annotations

import sys
import typing
from functools import cache
from typing import Any

import typing_extensions as extensions
from pydantic import ConfigDict, TypeAdapter, ValidationError
from stripe._stripe_context import StripeContext

CONFIG = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True)


def undeclared(kind: Any, params: dict[str, Any]) -> list[str]:
    """What pydantic finds in a request of this type."""
    try:
        _adapter(kind).validate_python(params)
    except ValidationError as found:
        return [f"{_place(error['loc'])}: {error['msg']}" for error in found.errors()]
    return []


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    names = vars(sys.modules[kind.__module__])
    for known in list(names.values()):
        if extensions.is_typeddict(known):
            known.__pydantic_config__ = CONFIG
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    adapter.rebuild(_types_namespace={**vars(typing), **names, "StripeContext": StripeContext})
    return adapter


def _place(where: tuple[int | str, ...]) -> str:
    return ".".join(map(str, where))
