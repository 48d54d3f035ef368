"""What may be chosen together at checkout: where a method goes, how it may be paid."""

from __future__ import annotations

from collections.abc import Iterable

from certify_app.domain.shop.errors import ChooseWayToPay
from certify_app.domain.shop.models import DeliveryMethod

AT_COLLECTION = "collection"
ON_A_PAGE = frozenset({"stripe", "demo"})


def goes_to(method: DeliveryMethod, country: str) -> bool:
    """Whether the method serves a country of two letters; with none known yet, it may."""
    return (
        method.is_collection
        or not method.countries
        or not country
        or country in method.countries.split()
    )


def ways_to_pay(codes: Iterable[str], method: DeliveryMethod | None) -> list[str]:
    """Those of the ways offered that fit: at collection only what is collected."""
    is_collected = method is not None and method.is_collection
    return [code for code in codes if code != AT_COLLECTION or is_collected]


def way_chosen(code: str, codes: Iterable[str], method: DeliveryMethod | None) -> str:
    """
    Raises:
        ChooseWayToPay: it is not offered, or not with this delivery method.
    """
    if code not in ways_to_pay(codes, method):
        raise ChooseWayToPay
    return code
