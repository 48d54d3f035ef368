"""The Store and the basket (guide 5.2.1 to 5.2.3)."""

from __future__ import annotations

from sqlalchemy import delete
from sqlmodel import Session, col, select, update

from certify_app.db.upsert import insert_into
from certify_app.domain.awards.models import Award
from certify_app.domain.clock import now
from certify_app.domain.learners.models import Learner
from certify_app.domain.shop.errors import BadQuantity, NoSuchAward, NotOnSale
from certify_app.domain.shop.models import BasketLine, StoreItem
from certify_app.domain.shop.queries import offer

MOST = 99


def put_in_store(session: Session, account_id: int, award_reference: str) -> None:
    """Order on a card: its award is in the Store from now on.

    Raises:
        NoSuchAward: not an award of this account.
    """
    award_id = session.exec(
        select(Award.id)
        .join(Learner, col(Learner.id) == Award.learner_id)
        .where(Award.reference == award_reference, Learner.account_id == account_id)
    ).first()
    if award_id is None:
        raise NoSuchAward
    item = insert_into(session, StoreItem).values(
        account_id=account_id, award_id=award_id, created_at=now()
    )
    session.execute(item.on_conflict_do_nothing())


def take_out_of_store(session: Session, account_id: int, award_id: int) -> None:
    session.exec(
        delete(StoreItem).where(
            col(StoreItem.account_id) == account_id, col(StoreItem.award_id) == award_id
        )
    )


def add_to_basket(
    session: Session,
    account_id: int,
    award_id: int,
    product_id: int,
    quantity: object = 1,
) -> None:
    """Add copies to what is in the basket already.

    Raises:
        BadQuantity: not a whole number, or more than 99 in all.
        NoSuchAward: not an award of this account, or it has no such document.
        NotOnSale: the product was withdrawn.
    """
    count = whole_quantity(quantity)
    found = offer(session, account_id, award_id, product_id)
    if found is None:
        raise NoSuchAward
    if not found.on_sale:
        raise NotOnSale(product=found.product_name)
    if not _add(session, account_id, award_id, product_id, count):
        raise BadQuantity


def change_quantity(
    session: Session, account_id: int, award_id: int, product_id: int, quantity: object
) -> None:
    """
    Raises:
        BadQuantity: not a whole number from 1 to 99.
    """
    session.exec(
        update(BasketLine)
        .where(*_which(account_id, award_id, product_id))
        .values(quantity=whole_quantity(quantity))
    )


def remove_from_basket(session: Session, account_id: int, award_id: int, product_id: int) -> None:
    session.exec(delete(BasketLine).where(*_which(account_id, award_id, product_id)))


def whole_quantity(value: object) -> int:
    """
    Raises:
        BadQuantity: anything but a whole number from 1 to 99.
    """
    text = (
        str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    )
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MOST):
        raise BadQuantity
    return int(text)


def _add(session: Session, account_id: int, award_id: int, product_id: int, count: int) -> bool:
    """In one statement, so that two tabs add up; False if that is more than the most."""
    line = insert_into(session, BasketLine).values(
        account_id=account_id,
        award_id=award_id,
        product_id=product_id,
        quantity=count,
        created_at=now(),
    )
    together = col(BasketLine.quantity) + line.excluded.quantity
    added = line.on_conflict_do_update(
        index_elements=["account_id", "award_id", "product_id"],
        set_={"quantity": together},
        where=together <= MOST,
    )
    return session.execute(added.returning(col(BasketLine.id))).first() is not None


def _which(account_id: int, award_id: int, product_id: int):  # type: ignore[no-untyped-def]
    return (
        col(BasketLine.account_id) == account_id,
        col(BasketLine.award_id) == award_id,
        col(BasketLine.product_id) == product_id,
    )
