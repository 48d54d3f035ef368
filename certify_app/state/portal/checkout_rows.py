"""What can be chosen at checkout, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from certify_app.domain.shop.addresses import address_lines
from certify_app.domain.shop.checkout_choices import AT_COLLECTION, goes_to
from certify_app.domain.shop.errors import DoesNotDeliverThere
from certify_app.domain.shop.models import Address, DeliveryMethod
from certify_app.locales import N_, _
from certify_app.state.portal.shop_rows import estimate, money


@dataclass(frozen=True)
class AddressRow:
    """`rest` are the lines under the name."""

    id: str = ""
    name: str = ""
    rest: str = ""


@dataclass(frozen=True)
class MethodRow:
    """`problem` says why it cannot be chosen for the address."""

    code: str = ""
    name: str = ""
    price: str = ""
    estimate: str = ""
    problem: str = ""


@dataclass(frozen=True)
class WayRow:
    code: str = ""
    name: str = ""
    words: str = ""


WAYS = {
    "stripe": (
        N_("Card"),
        N_("You pay on the next page, which belongs to our payment provider Stripe."),
    ),
    "demo": (
        N_("Test payment"),
        N_("A page of this demo stands in for the card payment. No money moves."),
    ),
    "invoice": (
        N_("Invoice"),
        N_("Your order shows where to send the money. We print once it has arrived."),
    ),
    AT_COLLECTION: (
        N_("Pay when you collect"),
        N_("You pay when you collect your order. We print it and tell you when to come."),
    ),
}
NO_PAGE = {
    "invoice": N_("Order and pay {total} by invoice"),
    AT_COLLECTION: N_("Order and pay {total} at collection"),
}


def address_rows(addresses: Iterable[Address]) -> list[AddressRow]:
    return [_address(address) for address in addresses]


def _address(address: Address) -> AddressRow:
    name, _break, rest = address_lines(address).partition("\n")
    return AddressRow(str(address.id), name, rest)


def line_of(address: Address | None) -> str:
    """An address in one line, beside a heading."""
    if address is None:
        return ""
    street = address.lines.splitlines()[0]
    town = " ".join(filter(None, (address.city, address.postcode)))
    return ", ".join(filter(None, (street, town)))


def method_rows(methods: Sequence[DeliveryMethod], country: str) -> list[MethodRow]:
    return [_method(method, country) for method in methods]


def _method(method: DeliveryMethod, country: str) -> MethodRow:
    name = _(method.name)
    problem = "" if goes_to(method, country) else str(DoesNotDeliverThere(method=name))
    price = money(method.price) if method.price else _("Free")
    return MethodRow(method.code, name, price, estimate(method), problem)


def way_rows(codes: Iterable[str]) -> list[WayRow]:
    """A way that an extension brings has its code for a name."""
    named = ((code, *WAYS.get(code, (code.capitalize(), ""))) for code in codes)
    return [WayRow(code, _(name), _(words) if words else "") for code, name, words in named]


def pay_words(way: str, total: int) -> str:
    """What the one button says, with the amount it is about."""
    if total == 0:
        return _("Place order")
    return _(NO_PAGE.get(way, N_("Pay {total}")), total=money(total))
