"""The words an order is found by: number, name, email, products, references, creator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlmodel import Session

from certify_app.domain.names import fold
from certify_app.domain.shop.models import Order, OrderLine, OrderWord

LONGEST_WORD = 60
SHORTEST_PART = 3
BY = "by:"
"""Before the words of the name of whoever created the order."""


def index_order(session: Session, order: Order, lines: Sequence[OrderLine]) -> None:
    """Write the order's words, in the unit of work that places it."""
    assert order.id
    found = words_of_order(order, lines)
    session.add_all(OrderWord(order_id=order.id, word=word) for word in found)


def words_of_order(order: Order, lines: Sequence[OrderLine]) -> set[str]:
    texts = [order.number, order.first_name, order.last_name, order.email]
    for line in lines:
        texts += [line.product_name, line.product_code, line.reference]
    return set(_indexed(texts)) | {BY + word for word in _indexed([order.created_by])}


def sought_words(text: str, at_most: int = 6) -> list[str]:
    """What somebody typed, as beginnings of indexed words."""
    return list(filter(None, (fold(word)[:LONGEST_WORD] for word in text.split())))[:at_most]


def _indexed(texts: Iterable[str]) -> Iterator[str]:
    """Each word whole, and its parts: "3DCE7K" finds 10643835-01-3DCE7K."""
    for word in (word for text in texts for word in text.split()):
        if whole := fold(word)[:LONGEST_WORD]:
            yield whole
        parts = (fold(part) for part in word.replace("@", "-").split("-")[1:])
        yield from (part[:LONGEST_WORD] for part in parts if len(part) >= SHORTEST_PART)
