"""Receipts with the invoice, print files, mails on the way, reminders and expiry."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import select

from certify_app.adapters.smtp import as_message
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.messages.models import Mail
from certify_app.domain.shop.fulfil_order import dispatch_order
from certify_app.domain.shop.mark_paid import mark_paid
from certify_app.domain.shop.models import Order, OrderLine
from certify_app.domain.shop.overdue_orders import (
    EXPIRE_AFTER,
    REMIND_AFTER,
    expire_unpaid_orders,
    remind_of_unpaid_orders,
)
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.print_file import draw_print_file, print_files, what_to_print
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.jobs.attachments import drawn
from certify_app.jobs.worker import Worker


def mails(shop, kind):
    with shop.db.read() as session:
        return session.exec(select(Mail).where(Mail.kind == kind)).all()


def paid(shop, *products):
    for code, quantity in products:
        shop.add(code, quantity)
    with shop.db.read() as session:
        from certify_app.domain.shop.queries import basket

        total = sum(offer.amounts.gross for offer in basket(session, shop.jane))
    order = shop.do(place_order, shop.jane, shop.choice(total))
    with shop.db.write() as session:
        mark_paid(session, session.get_one(Order, order.id), None, "BACS")
    return order


def test_the_receipt_carries_the_invoice_as_a_pdf(shop):
    order = paid(shop, ("unit-certificate", 1))
    Worker(shop.db).work_off()
    (mail,) = mails(shop, "order_paid")
    file = drawn(mail.attaches)
    message = as_message(mail, "Certify <a@example.org>", [file])
    (part,) = [p for p in message.walk() if p.get_content_type() == "application/pdf"]
    assert isinstance(part, EmailMessage)
    assert part.get_filename() == "invoice-000001.pdf"
    content = part.get_content()
    assert order.number in PdfReader(BytesIO(content)).pages[0].extract_text()
    assert drawn(mail.attaches).content == content
    assert "£12.00" in mail.text


def test_the_print_file_holds_every_copy_of_every_line(shop):
    order = paid(shop, ("replacement-certificate", 2), ("confirmation-of-award", 3))
    Worker(shop.db).work_off()
    pages = PdfReader(BytesIO(print_files().get(order.number))).pages
    kinds = ["Confirmation" in page.extract_text() for page in pages]
    assert kinds == [False, False, True, True, True]
    with shop.db.read() as session:
        again = what_to_print(session, order.id)
    assert draw_print_file(again) == shop.fresh(order).print_hash


def test_ninety_nine_copies_cost_little_more_than_one(shop):
    one, many = paid(shop, ("unit-certificate", 1)), paid(shop, ("unit-certificate", 99))
    Worker(shop.db).work_off()
    sizes = [len(print_files().get(order.number)) for order in (one, many)]
    assert sizes[1] < 3 * sizes[0]


def test_an_award_revoked_meanwhile_is_not_printed(shop):
    order = paid(shop, ("unit-certificate", 1))
    with shop.db.write() as session:
        session.get_one(Award, shop.award).status = AwardStatus.REVOKED
    Worker(shop.db).work_off()
    with shop.db.read() as session:
        job = session.exec(select(Job).where(Job.name == "prepare_print")).one()
    assert job.status == JobStatus.DEAD
    assert "no longer valid" in job.problem
    assert print_files().get(order.number) is None


def test_an_unpaid_order_is_not_drawn(shop):
    order = shop.order()
    with shop.db.read() as session:
        assert what_to_print(session, order.id) is None


def test_the_learner_hears_that_it_is_on_its_way(shop):
    order = paid(shop, ("unit-certificate", 1))
    with shop.db.write() as session:
        dispatch_order(session, session.get_one(Order, order.id), None, "AB123456789GB")
    Worker(shop.db).work_off()
    (mail,) = mails(shop, "order_dispatched")
    assert "AB123456789GB" in mail.text


def test_one_reminder_after_two_days_and_the_end_after_fourteen(shop, clock):
    order = shop.order()
    shop.do(remind_of_unpaid_orders)
    clock.move(seconds=REMIND_AFTER.total_seconds())
    for _hour in range(3):
        shop.do(remind_of_unpaid_orders)
        shop.do(expire_unpaid_orders)
        Worker(shop.db).work_off()
        clock.move(hours=1)
    assert [mail.to for mail in mails(shop, "payment_reminder")] == ["jane@example.org"]
    assert shop.fresh(order).status == OrderStatus.PENDING
    clock.move(seconds=EXPIRE_AFTER.total_seconds())
    shop.do(expire_unpaid_orders)
    Worker(shop.db).work_off()
    assert shop.fresh(order).status == OrderStatus.CANCELLED
    (mail,) = mails(shop, "order_cancelled")
    assert "not paid in time" in mail.text


def test_nobody_is_reminded_of_what_was_paid_meanwhile(shop, clock):
    order = shop.order()
    clock.move(days=3)
    shop.do(remind_of_unpaid_orders)
    with shop.db.write() as session:
        mark_paid(session, session.get_one(Order, order.id), None, "BACS")
    Worker(shop.db).work_off()
    assert mails(shop, "payment_reminder") == []


@pytest.mark.parametrize("quantity", [1, 7])
def test_lines_and_delivery_make_the_total(shop, quantity):
    order = paid(shop, ("unit-certificate", quantity), ("replacement-certificate", 1))
    with shop.db.read() as session:
        lines = session.exec(select(OrderLine).where(OrderLine.order_id == order.id)).all()
    assert sum(line.net for line in lines) == order.lines_net
    assert sum(line.gross for line in lines) == order.total
