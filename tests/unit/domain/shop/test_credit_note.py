"""Money given back is credited, exactly, by papers numbered without gaps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from sqlmodel import col, select

from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.messages.models import Mail
from certify_app.domain.money import NOTHING, Amounts, with_vat
from certify_app.domain.shop.errors import NoSuchCreditNote
from certify_app.domain.shop.invoice_pdf import draw_invoice, invoice_file_name
from certify_app.domain.shop.models import CreditNote, CreditNoteLine, Order, Product, RefundSource
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.providers import SeenRefund
from certify_app.domain.shop.read_credit_note import read_credit_note
from certify_app.domain.shop.refund_order import ask_refund, settle_refund
from certify_app.domain.shop.split_credit import split_credit
from certify_app.domain.shop.statuses import RefundStatus
from certify_app.jobs.attachments import drawn

RATES = st.sampled_from([0, 500, 1250, 2000])


@pytest.fixture
def order(shop):
    """£75.99: copies and delivery at 20 %, one product at 5 %."""
    with shop.db.write() as session:
        session.get_one(AwardingBody, 1).vat_number = "GB 123 4567 89"
        session.get_one(Product, shop.product("unit-certificate").id).vat_rate = 500
    shop.add("replacement-certificate", 2)
    shop.add("unit-certificate")
    placed = shop.do(place_order, shop.jane, shop.choice(7200 + 399, "second-class"))
    shop.settle(shop.payment(placed))
    return shop.fresh(placed)


def ask(shop, order, amount, key, source=RefundSource.STAFF):
    with shop.db.write() as session:
        mine = session.get_one(Order, order.id)
        return ask_refund(session, mine, amount, key, source, None, "One copy was creased")


def give_back(shop, order, amount, key, source=RefundSource.STAFF):
    refund = ask(shop, order, amount, key, source)
    seen = SeenRefund(f"re_{key}", RefundStatus.DONE, amount, key)
    shop.do(settle_refund, refund.id, seen)
    shop.do(settle_refund, refund.id, seen)
    return refund


def notes(shop):
    with shop.db.read() as session:
        return session.exec(select(CreditNote).order_by(col(CreditNote.number))).all()


def words(pdf):
    return " ".join("\n".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def test_a_whole_refund_takes_back_the_invoice_line_by_line(shop, order):
    give_back(shop, order, 7599, "all")
    [note] = notes(shop)
    assert (note.number, note.gross, note.vat) == (1, 7599, order.vat)
    with shop.db.read() as session:
        paper = read_credit_note(session, 1, order.number, shop.jane)
    said = words(draw_invoice(paper))
    for part in ("VAT credit note", "000001", "Invoice it belongs to", "REFUNDED", "£75.99"):
        assert part in said, part
    assert "Replacement Certificate" in said
    assert invoice_file_name(paper) == "credit-note-000001.pdf"


def test_parts_are_credited_at_each_rate_and_add_up_to_the_penny(shop, order):
    for number, amount in enumerate((1000, 1, 2999, 3599)):
        give_back(shop, order, amount, f"part-{number}")
    made = notes(shop)
    assert [note.number for note in made] == [1, 2, 3, 4]
    assert sum(note.gross for note in made) == order.total
    assert sum(note.vat for note in made) == order.vat
    with shop.db.read() as session:
        paper = read_credit_note(session, 1)
    assert {line.vat_rate for line in paper.lines} == {500, 2000}
    assert "One copy was creased" in words(draw_invoice(paper))


def test_refunds_at_once_leave_no_gap_and_no_penny(shop, order):
    with ThreadPoolExecutor(6) as at_once:
        list(at_once.map(lambda n: give_back(shop, order, 1266, f"at-once-{n}"), range(6)))
    made = notes(shop)
    assert [note.number for note in made] == [1, 2, 3, 4, 5, 6]
    give_back(shop, order, 3, "rest")
    assert sum(note.vat for note in notes(shop)) == order.vat


def test_the_mail_of_a_refund_carries_its_credit_note(shop, order):
    give_back(shop, order, 500, "some")
    with shop.db.read() as session:
        mail = session.exec(select(Mail).where(Mail.kind == "order_refunded")).one()
    assert "Your credit note is attached." in mail.text
    assert drawn(mail.attaches).name == "credit-note-000001.pdf"
    assert drawn(mail.attaches).content == drawn(mail.attaches).content


def test_money_paid_twice_was_never_billed_and_is_not_credited(shop, order):
    give_back(shop, order, 500, "double", RefundSource.DUPLICATE)
    assert notes(shop) == []


def test_a_refund_that_fails_credits_nothing(shop, order):
    refund = ask(shop, order, 500, "fails")
    shop.do(settle_refund, refund.id, SeenRefund("", RefundStatus.FAILED, 500, "fails"))
    assert notes(shop) == []


@pytest.mark.parametrize("who", ["dave", "mallory", "tracy", "olwen"])
def test_nobody_reads_anothers_credit_note(shop, order, who):
    give_back(shop, order, 500, "some")
    account = getattr(shop.people, who).id
    for asked in ((1, order.number, account), (1, "00000000", shop.jane), (2, order.number)):
        with pytest.raises(NoSuchCreditNote), shop.db.read() as session:
            read_credit_note(session, *asked)


@given(st.lists(st.tuples(RATES, st.integers(1, 9999)), min_size=1), st.data())
def test_however_a_refund_is_cut_every_part_is_sound_and_all_of_it_is_exact(billed, data):
    left: dict[int, Amounts] = {}
    for rate, gross in billed:
        left[rate] = left.get(rate, NOTHING) + with_vat(gross, rate)
    while whole := sum(found.gross for found in left.values()):
        amount = data.draw(st.integers(max(1, whole // 3), whole))
        parts = split_credit(amount, left)
        assert sum(part.gross for part in parts.values()) == amount
        for rate, part in parts.items():
            rest = Amounts(left[rate].gross - part.gross, left[rate].vat - part.vat)
            assert part.gross > 0
            assert 0 <= part.vat <= part.gross
            assert 0 <= rest.vat <= rest.gross
            left[rate] = rest
    assert all(found == NOTHING for found in left.values())


def test_a_line_of_a_credit_note_is_kept_for_each_rate(shop, order):
    give_back(shop, order, 1000, "some")
    with shop.db.read() as session:
        lines = session.exec(select(CreditNoteLine)).all()
    assert sum(line.gross for line in lines) == 1000
    assert {line.vat_rate for line in lines} == {500, 2000}
