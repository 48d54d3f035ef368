"""A payer asked their bank for the money back: staff must answer it at the provider."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.shop.models import Order
from certify_app.domain.shop.move_order import write_log
from certify_app.domain.shop.tell_learner import tell_staff

SAYS = {
    True: "The payer disputes the payment with their bank. Answer it in the provider's dashboard.",
    False: "The dispute of the payment is closed. See the provider's dashboard for its outcome.",
}


def note_dispute(session: Session, order_id: int, opened: bool) -> None:
    order = session.get_one(Order, order_id)
    write_log(
        session, order, "dispute", "" if opened else "opened", "opened" if opened else "closed"
    )
    tell_staff(session, order, SAYS[opened])
