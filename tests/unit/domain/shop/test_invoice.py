from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.shop.errors import NoSuchOrder
from certify_app.domain.shop.invoice_pdf import draw_invoice, invoice_file_name
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.read_invoice import read_invoice


def words(pdf):
    return " ".join("\n".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture
def paper(shop):
    with shop.db.write() as session:
        body = session.get_one(AwardingBody, 1)
        body.address, body.vat_number = "12 Bridge Street\nCardigan", "GB 123 4567 89"
    shop.add("replacement-certificate", 2)
    shop.add("unit-certificate")
    order = shop.do(place_order, shop.jane, shop.choice(7200 + 399, "second-class"))
    shop.settle(shop.payment(order))
    with shop.db.read() as session:
        return read_invoice(session, number=order.number, account_id=shop.jane)


def test_it_says_what_a_vat_invoice_must(paper, shop):
    said = words(draw_invoice(paper))
    for part in (
        "VAT invoice",
        "000001",
        "Teifi Awards",
        "12 Bridge Street",
        "VAT number GB 123 4567 89",
        paper.order_number,
        "Jane Doe",
        "CF3 5EA",
        "Replacement Certificate",
        "VAT at 20% on £63.33",
        "£12.66",
        "£75.99",
        "PAID",
    ):
        assert part in said, part
    assert invoice_file_name(paper) == "invoice-000001.pdf"
    assert sum(line.gross for line in paper.lines) == paper.total == 7599


def test_it_is_one_page_and_the_same_bytes_every_time(paper):
    assert draw_invoice(paper) == draw_invoice(paper)
    assert len(PdfReader(BytesIO(draw_invoice(paper))).pages) == 1


def test_without_a_vat_number_it_is_an_invoice_without_vat(paper):
    said = words(draw_invoice(replace(paper, vat_number="")))
    assert "Invoice" in said
    assert "VAT" not in said


def test_many_lines_go_on_on_further_pages_with_one_total(paper):
    many = replace(paper, lines=[*paper.lines] * 30)
    pages = PdfReader(BytesIO(draw_invoice(many))).pages
    assert len(pages) > 2
    assert ["£75.99" in page.extract_text() for page in pages].count(True) == 1


@pytest.mark.parametrize("name", ["محمد عبد الله", "王小明", "Łukasz Źdźbło", "שרה כהן", "ก้อง 🎓"])
def test_names_of_any_script_are_drawn_or_marked(paper, name):
    pdf = draw_invoice(replace(paper, billed_to=f"{name}\n1 Street"))
    assert pdf.startswith(b"%PDF")


def test_a_later_move_of_the_seller_leaves_the_invoice_as_it_was(paper, shop):
    with shop.db.write() as session:
        session.get_one(AwardingBody, 1).address = "Elsewhere"
    with shop.db.read() as session:
        assert "12 Bridge Street" in read_invoice(session, number=paper.order_number).seller


@pytest.mark.parametrize("who", ["dave", "mallory", "tracy", "olwen"])
def test_nobody_reads_anothers_invoice(paper, shop, who):
    with pytest.raises(NoSuchOrder), shop.db.read() as session:
        read_invoice(session, number=paper.order_number, account_id=getattr(shop.people, who).id)
