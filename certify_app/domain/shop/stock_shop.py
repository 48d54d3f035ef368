"""The shop as it stands before the awarding body changes it."""

from __future__ import annotations

from sqlmodel import Session, select

from certify_app.domain.documents.models import DocumentKind
from certify_app.domain.shop.models import DeliveryMethod, Product

PRODUCTS = (
    ("replacement-certificate", "Replacement Certificate", DocumentKind.CERTIFICATE, 3000),
    ("unit-certificate", "Unit Certificate", DocumentKind.UNIT_CERTIFICATE, 1200),
    ("confirmation-of-award", "Confirmation of Award", DocumentKind.LETTER, 600),
)
METHODS = (
    ("collection", "Collection", 0, 1, 3, ""),
    ("second-class", "2nd Class", 399, 2, 5, "GB GG IM JE"),
    ("first-class", "1st Class", 599, 1, 2, "GB GG IM JE"),
    ("courier-uk", "Courier (UK)", 999, 0, 1, "GB"),
)


def stock_shop(session: Session) -> None:
    """Products and delivery methods to start with, where there are none yet."""
    if session.exec(select(Product.id).limit(1)).first() is None:
        for place, (code, name, kind, price) in enumerate(PRODUCTS):
            session.add(
                Product(code=code, name=name, document_kind=kind, price=price, position=place)
            )
    if session.exec(select(DeliveryMethod.id).limit(1)).first() is None:
        for place, (code, name, price, soonest, latest, countries) in enumerate(METHODS):
            session.add(
                DeliveryMethod(
                    code=code,
                    name=name,
                    price=price,
                    days_from=soonest,
                    days_to=latest,
                    countries=countries,
                    is_collection=code == "collection",
                    position=place,
                )
            )
