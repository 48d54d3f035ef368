"""What mails attach, drawn when they are sent: the same name gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable

from certify_app.db.engine import read_now
from certify_app.domain.messages.post_office import Attachment
from certify_app.domain.shop.invoice_pdf import draw_invoice, invoice_file_name
from certify_app.domain.shop.read_credit_note import read_credit_note
from certify_app.domain.shop.read_invoice import read_invoice


def invoice(order_id: int) -> Attachment:
    paper = read_now(read_invoice, order_id)
    return Attachment(invoice_file_name(paper), draw_invoice(paper))


def credit_note(number: int) -> Attachment:
    paper = read_now(read_credit_note, number)
    return Attachment(invoice_file_name(paper), draw_invoice(paper))


KINDS: dict[str, Callable[[int], Attachment]] = {"invoice": invoice, "credit_note": credit_note}


def drawn(named: str) -> Attachment:
    """`named` is a kind and an id, such as "invoice 42"."""
    kind, _, number = named.partition(" ")
    return KINDS[kind](int(number))
