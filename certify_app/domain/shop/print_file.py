"""The file an order is printed from: every copy of every line, in order, as one PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.documents.drawing import original
from certify_app.domain.documents.find_master import Master, find_master
from certify_app.domain.documents.stored_files import Shelf
from certify_app.domain.errors import DomainError
from certify_app.domain.shop.errors import NotPrintedYet
from certify_app.domain.shop.models import Order, OrderLine
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.locales import N_


class NothingToPrint(DomainError):
    sentence = N_("{reference} is no longer valid, so order {number} cannot be printed. Refund it")


@dataclass(frozen=True)
class PrintJob:
    """What to draw, and how many copies of each."""

    number: str
    copies: Sequence[tuple[Master, int]]


def print_files() -> Shelf:
    """Ready to print, by order number."""
    return Shelf(settings().data_dir / "prints")


def what_to_print(session: Session, order_id: int) -> PrintJob | None:
    """None if the order is not to be printed: not paid, or over.

    Raises:
        NothingToPrint: an award was revoked or replaced since it was ordered.
    """
    order = session.get_one(Order, order_id)
    if order.status != OrderStatus.PROCESSING:
        return None
    lines = session.exec(
        select(OrderLine).where(OrderLine.order_id == order_id).order_by(col(OrderLine.id))
    ).all()
    return PrintJob(order.number, [_copies(session, order, line) for line in lines])


def draw_print_file(wanted: PrintJob) -> str:
    """Write the file and return its SHA-256; the same order gives the same bytes.

    Takes CPU time. Raises as `original` does.
    """
    writer = PdfWriter()
    for master, copies in wanted.copies:
        pages = PdfReader(BytesIO(original(master))).pages
        for _copy in range(copies):
            for page in pages:
                writer.add_page(page)
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=False)
    made = BytesIO()
    writer.write(made)
    print_files().put(wanted.number, made.getvalue())
    return hashlib.sha256(made.getvalue()).hexdigest()


def batch_of(numbers: Sequence[str]) -> bytes:
    """The print files of several orders as one, in this order.

    Raises:
        NotPrintedYet: one is not ready.
    """
    writer = PdfWriter()
    for number in numbers:
        ready = print_files().get(number)
        if ready is None:
            raise NotPrintedYet(number=number)
        writer.append(PdfReader(BytesIO(ready)))
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def note_printed(session: Session, order_id: int, print_hash: str) -> None:
    session.exec(update(Order).where(col(Order.id) == order_id).values(print_hash=print_hash))


def _copies(session: Session, order: Order, line: OrderLine) -> tuple[Master, int]:
    award = session.get_one(Award, line.award_id)
    if award.status != AwardStatus.VALID:
        raise NothingToPrint(reference=line.reference, number=order.number)
    return find_master(session, award.learner_id, line.reference), line.quantity
