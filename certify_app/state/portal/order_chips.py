"""The filters in force, each as a chip to take off."""

from __future__ import annotations

from certify_app.domain.shop.filter_options import FilterOptions
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.locales import N_, _
from certify_app.state.portal.order_rows import STATUS

NAMES = {
    "first_name": N_("First Name"),
    "last_name": N_("Last Name"),
    "created_by": N_("Created By"),
    "product": N_("Product"),
    "delivery": N_("Delivery Type"),
    "status": N_("Status"),
    "min": N_("Total from"),
    "max": N_("Total up to"),
    "from": N_("Date from"),
    "to": N_("Date to"),
    "organisation": N_("Parent organisation"),
}


def chips_of(asked: dict[str, str], options: FilterOptions) -> list[tuple[str, str]]:
    """Pairs of name and words such as "Status: Pending", in the order of the fields."""
    named = {
        "product": dict(options.products),
        "organisation": dict(options.organisations),
        "status": {status.value: STATUS[status] for status in OrderStatus},
    }
    return [
        (name, f"{_(label)}: {_(named.get(name, {}).get(asked[name], asked[name]))}")
        for name, label in NAMES.items()
        if name in asked
    ]
