"""What a learner's orders can be filtered by (guide 5.3.2)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, or_, select

from certify_app.domain.learners.models import Organisation
from certify_app.domain.shop.models import Order, OrderLine, Product

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class FilterOptions:
    """Pairs of value and name; organisations by id."""

    products: Pairs
    deliveries: Pairs
    organisations: Pairs


def filter_options(session: Session, account_id: int) -> FilterOptions:
    """Only what stands in this account's orders, and the products on sale."""
    return FilterOptions(
        products=_products(session, account_id),
        deliveries=_deliveries(session, account_id),
        organisations=_organisations(session, account_id),
    )


def _products(session: Session, account_id: int) -> Pairs:
    ordered = session.exec(
        select(OrderLine.product_code, OrderLine.product_name)
        .join(Order, col(Order.id) == OrderLine.order_id)
        .where(Order.account_id == account_id)
        .distinct()
    )
    sold = session.exec(select(Product.code, Product.name).where(Product.on_sale))
    return sorted({**dict(ordered.all()), **dict(sold.all())}.items(), key=lambda pair: pair[1])


def _deliveries(session: Session, account_id: int) -> Pairs:
    names = session.exec(
        select(Order.delivery_name)
        .where(Order.account_id == account_id)
        .distinct()
        .order_by(Order.delivery_name)
    )
    return [(name, name) for name in names]


def _organisations(session: Session, account_id: int) -> Pairs:
    """Those the orders belong to, and their parents."""
    mine = select(Order.organisation_id).where(Order.account_id == account_id)
    parents = select(Organisation.parent_id).where(col(Organisation.id).in_(mine))
    found = session.exec(
        select(Organisation.id, Organisation.name)
        .where(or_(col(Organisation.id).in_(mine), col(Organisation.id).in_(parents)))
        .order_by(Organisation.name)
    )
    return [(str(id), name) for id, name in found]
