"""The Filter's fields as somebody typed them, or as they stand in an address (guide 5.3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.shop.list_orders import SIZES, SORTS, Wanted
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.locales import N_

AMOUNT = re.compile(r"[^\d\s+.,-]?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?")
DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*")
LONGEST = 100
T = TypeVar("T", int, date)
TEXTS = ("search", "first_name", "last_name", "created_by", "product", "delivery")
FIELDS = (*TEXTS, "status", "min", "max", "from", "to", "organisation")


class BadAmount(DomainError):
    sentence = N_("Enter an amount, for example 12.50")


class BadDay(DomainError):
    sentence = N_("Enter a date such as 27/03/2027")


class MinOverMax(DomainError):
    sentence = N_("The least total is more than the most. Swap them")
    field = "min"


class FromAfterTo(DomainError):
    sentence = N_("The first day is after the last. Swap them")
    field = "from"


def read_filters(typed: Mapping[str, str]) -> Wanted:
    """What is wanted, by the names of `FIELDS`; empty fields ask for nothing.

    Raises:
        Problems: each field that cannot be understood.
    """
    problems: list[DomainError] = []
    given = {name: " ".join(typed.get(name, "").split())[:LONGEST] for name in FIELDS}
    amounts = {name: _tried(problems, _amount, given[name], name) for name in ("min", "max")}
    days = {name: _tried(problems, _day, given[name], name) for name in ("from", "to")}
    if _reversed(amounts["min"], amounts["max"]):
        problems.append(MinOverMax())
    if _reversed(days["from"], days["to"]):
        problems.append(FromAfterTo())
    if problems:
        raise Problems(problems)
    return Wanted(
        text=given["search"],
        first_name=given["first_name"],
        last_name=given["last_name"],
        created_by=given["created_by"],
        product=given["product"],
        delivery=given["delivery"],
        status=next((s for s in OrderStatus if s.value == given["status"]), None),
        total_min=amounts["min"],
        total_max=amounts["max"],
        date_from=days["from"],
        date_to=days["to"],
        organisation_id=int(given["organisation"]) if _is_id(given["organisation"]) else None,
    )


def known_sort(name: str) -> str:
    return name if name in SORTS else "created"


def known_size(text: str) -> int:
    return next((size for size in SIZES if str(size) == text), 20)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _tried(
    problems: list[DomainError], read: Callable[[str, str], T], text: str, field: str
) -> T | None:
    try:
        return read(text, field) if text else None
    except DomainError as problem:
        problems.append(problem)
        return None


def _amount(text: str, field: str) -> int:
    """In minor units of two places, as the shop's prices are."""
    found = AMOUNT.fullmatch(text)
    if not found:
        raise BadAmount(field)
    pounds, pence = found.groups()
    return int(pounds.replace(",", "")) * 100 + int((pence or "0").ljust(2, "0"))


def _day(text: str, field: str) -> date:
    found = DAY.fullmatch(text)
    if not found:
        raise BadDay(field)
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise BadDay(field) from None


def _reversed(least: T | None, most: T | None) -> bool:
    return least is not None and most is not None and least > most
