"""What the shop sells, in the words of the screen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from certify_app.config import settings
from certify_app.domain.money import say_money
from certify_app.domain.shop.errors import NotOnSale
from certify_app.domain.shop.models import DeliveryMethod
from certify_app.domain.shop.price_order import Totals
from certify_app.domain.shop.queries import Offer
from certify_app.domain.shop.show_store import OnShelf
from certify_app.locales import N_, _, plural

SOLD_AT_FIRST = (
    N_("Replacement Certificate"),
    N_("Unit Certificate"),
    N_("Confirmation of Award"),
    N_("Collection"),
    N_("2nd Class"),
    N_("1st Class"),
    N_("Courier (UK)"),
)
"""Names that the shop starts with; those the awarding body adds are shown as they are."""


@dataclass(frozen=True)
class OfferRow:
    """One product for one award. `id` is of its elements on the page."""

    id: str = ""
    award_id: int = 0
    product_id: int = 0
    product: str = ""
    qualification: str = ""
    reference: str = ""
    learner: str = ""
    price: str = ""
    quantity: int = 1
    free: str = ""
    total: str = ""
    in_basket: str = ""
    problem: str = ""


@dataclass(frozen=True)
class ShelfRow:
    id: str = ""
    product: str = ""
    offers: list[OfferRow] = field(default_factory=list)


@dataclass(frozen=True)
class TotalRows:
    """A Summary's amounts, written out."""

    sub_total: str = ""
    shipping: str = ""
    vat: str = ""
    total: str = ""


def money(minor: int) -> str:
    return say_money(minor, settings().currency)


def box_of(award_id: int, product_id: int) -> str:
    """The id of a quantity's box, by which its error is known."""
    return f"copies-{award_id}-{product_id}"


def offer_row(offer: Offer) -> OfferRow:
    """In the language being spoken; says so when it can no longer be ordered."""
    product = _(offer.product_name)
    return OfferRow(
        id=box_of(offer.award_id, offer.product_id),
        award_id=offer.award_id,
        product_id=offer.product_id,
        product=product,
        qualification=offer.qualification,
        reference=offer.reference,
        learner=offer.learner_name,
        price=money(offer.price),
        quantity=offer.quantity,
        free=_("{count} free", count=offer.free),
        total=money(offer.amounts.gross),
        problem="" if offer.on_sale else str(NotOnSale(product=product)),
    )


def shelf_row(code: str, name: str, offers: list[OnShelf]) -> ShelfRow:
    return ShelfRow(id=f"shelf-{code}", product=_(name), offers=[_on_shelf(o) for o in offers])


def _on_shelf(here: OnShelf) -> OfferRow:
    row = offer_row(here.offer)
    if not here.in_basket:
        return row
    held = _("{count} in your basket", count=here.in_basket)
    return replace(row, in_basket=held)


def total_rows(totals: Totals) -> TotalRows:
    return TotalRows(
        sub_total=money(totals.sub_total),
        shipping=money(totals.shipping),
        vat=money(totals.vat),
        total=money(totals.total),
    )


def items(count: int) -> str:
    return plural("{count} item", "{count} items", count)


def estimate(method: DeliveryMethod) -> str:
    """When it arrives, or can be fetched."""
    words = N_("Ready to collect in {first} - {last} days")
    if not method.is_collection:
        words = N_("Estimated {first} - {last} Day Shipping")
    return _(words, first=method.days_from, last=method.days_to)
