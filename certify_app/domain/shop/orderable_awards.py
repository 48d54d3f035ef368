"""Which awards have an Order button: valid ones of which a copy is on sale."""

from __future__ import annotations

from sqlmodel import Session, col, select

from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.documents.models import Document
from certify_app.domain.shop.models import Product


def orderable_awards(session: Session, learner_id: int | None) -> set[str]:
    """The references of one learner's awards that can be ordered."""
    return set(
        session.exec(
            select(Award.reference)
            .join(Document, col(Document.award_id) == Award.id)
            .join(Product, col(Product.document_kind) == Document.kind)
            .where(
                Award.learner_id == learner_id,
                Award.status == AwardStatus.VALID,
                Product.on_sale,
            )
            .distinct()
        )
    )
