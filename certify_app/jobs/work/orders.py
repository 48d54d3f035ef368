"""What follows an order: its receipt, its print file, and mails about where it is."""

from __future__ import annotations

from functools import partial

from certify_app.db.engine import read_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import GiveUp
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.shop import overdue_orders
from certify_app.domain.shop.fulfil_order import tell_dispatched
from certify_app.domain.shop.print_file import (
    NothingToPrint,
    draw_print_file,
    note_printed,
    what_to_print,
)
from certify_app.domain.shop.take_notice import forget_old_notices
from certify_app.domain.shop.tell_learner import send_receipt
from certify_app.jobs.registry import job


@job("send_receipt")
def receipt(claim: Claim) -> Effect:
    return partial(send_receipt, order_id=claim.args["order_id"])


@job("prepare_print")
def prepare_print(claim: Claim) -> Effect | None:
    """Draw every copy into one file; again, the same bytes."""
    order_id = claim.args["order_id"]
    try:
        wanted = read_now(what_to_print, order_id)
    except NothingToPrint as problem:
        raise GiveUp(problem=str(problem)) from None
    if wanted is None:
        return None
    return partial(note_printed, order_id=order_id, print_hash=draw_print_file(wanted))


@job("tell_dispatched")
def dispatched(claim: Claim) -> Effect:
    return partial(tell_dispatched, order_id=claim.args["order_id"])


@job("remind_to_pay")
def remind(claim: Claim) -> Effect:
    return partial(overdue_orders.remind_to_pay, order_id=claim.args["order_id"])


@job("remind_of_unpaid_orders")
def find_to_remind(_claim: Claim) -> Effect:
    return overdue_orders.remind_of_unpaid_orders


@job("expire_unpaid_orders")
def find_to_expire(_claim: Claim) -> Effect:
    return overdue_orders.expire_unpaid_orders


@job("forget_old_notices")
def forget(_claim: Claim) -> Effect:
    return forget_old_notices


@job("look_at_open_payments")
def find_to_look_at(_claim: Claim) -> Effect:
    return overdue_orders.look_at_open_payments
