"""What may be asked of Stripe and what it answers, taken from the installed `stripe` package.

Its types are generated from Stripe's OpenAPI description, so they are the description at
hand without a network. Requests go through pydantic too (`declared.py`).
Enums there are open (`Literal[…] | str`); here they are closed, or
a wrong word would pass. This proves shapes; what Stripe does is in `rules.py`, from its
documentation.
"""

from __future__ import annotations

import builtins
import sys
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, Literal, Union, get_args, get_origin

import stripe
import stripe.checkout
import typing_extensions as extensions
from stripe._list_object import ListObject
from stripe._request_options import RequestOptions
from stripe._stripe_object import StripeObject, UntypedStripeObject
from stripe.params._event_list_params import EventListParams
from stripe.params._refund_create_params import RefundCreateParams
from stripe.params._refund_list_params import RefundListParams
from stripe.params.checkout._session_create_params import SessionCreateParams
from stripe.params.checkout._session_list_line_items_params import SessionListLineItemsParams
from stripe.params.checkout._session_retrieve_params import SessionRetrieveParams

from tests.stripe_double.declared import undeclared

REQUESTS: dict[str, Any] = {
    "sessions.create": SessionCreateParams,
    "sessions.retrieve": SessionRetrieveParams,
    "sessions.line_items": SessionListLineItemsParams,
    "refunds.create": RefundCreateParams,
    "refunds.list": RefundListParams,
    "events.list": EventListParams,
}
RESPONSES: dict[str, Any] = {
    "checkout.session": stripe.checkout.Session,
    "payment_intent": stripe.PaymentIntent,
    "charge": stripe.Charge,
    "refund": stripe.Refund,
    "dispute": stripe.Dispute,
    "event": stripe.Event,
    "item": stripe.LineItem,
}
NOT_SENT = {"deleted"}


def wrong_in_request(kind: str, params: dict[str, Any]) -> list[str]:
    return [*_wrong(params, REQUESTS[kind], kind), *undeclared(REQUESTS[kind], params)]


def wrong_in_response(answer: dict[str, Any]) -> list[str]:
    if answer["object"] == "list":
        return [w for one in answer["data"] for w in wrong_in_response(one)]
    return list(_wrong(answer, RESPONSES[answer["object"]], answer["object"]))


def _wrong(value: Any, kind: Any, path: str) -> Iterator[str]:
    origin = get_origin(kind)
    if kind is Any:
        return
    if origin in (Union, types.UnionType):
        yield from _wrong_in_union(value, kind, path)
    elif origin is Literal:
        if value not in get_args(kind):
            yield f"{path}: {value!r} is none of {get_args(kind)}"
    elif origin in (extensions.NotRequired, extensions.Required, ClassVar):
        yield from _wrong(value, get_args(kind)[0], path)
    elif origin is ListObject:
        yield from _wrong(value.get("data"), list[get_args(kind)[0]], path)  # type: ignore[misc]
    elif origin in (list, tuple):
        yield from _wrong_in_list(value, get_args(kind)[0], path)
    elif origin in (dict, UntypedStripeObject) or kind is UntypedStripeObject:
        yield from _wrong_in_map(value, (get_args(kind) or (str,))[-1], path)
    elif _has_fields(kind):
        yield from _wrong_in_fields(value, kind, path)
    elif not _is(value, kind):
        yield f"{path}: {value!r} is no {kind}"


def _wrong_in_union(value: Any, kind: Any, path: str) -> Iterator[str]:
    arms = list(get_args(kind))
    if any(get_origin(arm) is Literal for arm in arms):
        arms = [arm for arm in arms if arm is not str]
    found = [list(_wrong(value, arm, path)) for arm in arms]
    if all(found):
        yield from min(found, key=len)


def _wrong_in_list(value: Any, kind: Any, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path}: {value!r} is no list"
        return
    for place, one in enumerate(value):
        yield from _wrong(one, kind, f"{path}[{place}]")


def _wrong_in_map(value: Any, kind: Any, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no map"
        return
    for name, one in value.items():
        yield from _wrong(one, kind, f"{path}[{name}]")


def _wrong_in_fields(value: Any, kind: Any, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no {kind.__name__}"
        return
    known = _fields(kind)
    yield from (f"{path}: no field {name!r} in {kind.__name__}" for name in value.keys() - known)
    for name, of in known.items():
        if name in value:
            yield from _wrong(value[name], of, f"{path}.{name}")
        elif name not in NOT_SENT and _must_be_there(kind, of):
            yield f"{path}: lacks {name!r}"


def _must_be_there(kind: Any, of: Any) -> bool:
    if extensions.is_typeddict(kind):
        return get_origin(of) is not extensions.NotRequired
    return type(None) not in get_args(of) and get_origin(of) is not ClassVar


def _has_fields(kind: Any) -> bool:
    return extensions.is_typeddict(kind) or (
        isinstance(kind, type) and issubclass(kind, StripeObject)
    )


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """Names and types as they stand in the class, its forward references resolved."""
    options = set(RequestOptions.__annotations__) if extensions.is_typeddict(kind) else set()
    found: dict[str, Any] = {}
    for base in reversed(kind.__mro__ if not extensions.is_typeddict(kind) else [kind]):
        module = sys.modules.get(base.__module__)
        if not base.__module__.startswith("stripe") or base is StripeObject:
            continue
        for name, of in vars(base).get("__annotations__", {}).items():
            if name not in options and not name.startswith("_") and name != "OBJECT_NAME":
                found[name] = _resolved(of, kind, vars(module))
    return found


class _Names(dict[str, Any]):
    """A module's names, those of the class, and those only imported for type checkers."""

    def __init__(self, kind: Any, module: dict[str, Any]) -> None:
        super().__init__(vars(typing) | module | vars(kind))

    def __missing__(self, name: str) -> Any:
        return getattr(builtins, name, None) or getattr(stripe, name, Any)


def _resolved(of: Any, kind: Any, module: dict[str, Any]) -> Any:
    if isinstance(of, typing.ForwardRef):
        of = of.__forward_arg__
    if isinstance(of, str):
        of = eval(of, {}, _Names(kind, module))  # the package's own words
        return _resolved(of, kind, module)
    if not (args := get_args(of)) or get_origin(of) is Literal:
        return of
    inner = tuple(_resolved(arg, kind, module) for arg in args)
    if get_origin(of) in (Union, types.UnionType):
        return Union[inner]  # noqa: UP007 - made from values
    return of.copy_with(inner) if hasattr(of, "copy_with") else get_origin(of)[inner]


def _is(value: Any, kind: Any) -> bool:
    if kind is float or kind is Decimal:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if isinstance(kind, type):
        return isinstance(value, kind)
    return True
