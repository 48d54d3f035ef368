from __future__ import annotations

import json
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import col, select
from typer.testing import CliRunner

from certify_app.cli.main import make_app
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.jobs.models import Job
from certify_app.domain.shop.models import Refund
from certify_app.domain.shop.statuses import FulfilmentStatus, OrderStatus
from certify_app.jobs.worker import Worker


def run(*words, code=0):
    done = CliRunner().invoke(make_app("orders"), ["orders", *words])
    assert done.exit_code == code, done.output
    return done.output


def acts(shop):
    with shop.db.read() as session:
        return [
            entry.act for entry in session.exec(select(AuditEntry).order_by(col(AuditEntry.id)))
        ]


@pytest.fixture
def order(shop):
    return shop.order()


def test_an_order_goes_from_the_bank_to_the_letter_box(shop, order, tmp_path):
    paper = tmp_path / "out.pdf"
    run("mark-paid", order.number, "--note", "BACS 12", "--as", "olwen@example.org")
    assert "is not ready" in run("print", order.number, "--to", str(paper), code=1)
    Worker(shop.db).work_off()
    run("print", order.number, "--to", str(paper))
    assert "Care unit 1" in PdfReader(BytesIO(paper.read_bytes())).pages[0].extract_text()
    run("dispatch", order.number, "--tracking", "AB123")
    assert shop.fresh(order).status == OrderStatus.COMPLETE
    assert acts(shop) == ["order_marked_paid", "order_in_print", "order_dispatched"]
    shown = json.loads(run("show", order.number, "--json"))
    assert (shown["status"], shown["tracking_number"], shown["invoice"]) == ("complete", "AB123", 1)
    assert "key" not in shown["payments"][0]
    assert "BACS 12" in run("show", order.number)


def test_what_is_paid_twice_refunded_too_much_or_unknown_gets_a_sentence(shop, order):
    assert "There is no such order." in run("show", "00000000", code=1)
    assert "not paid" in run("refund", order.number, code=1)
    assert "Only a paid order" in run("dispatch", order.number, code=1)
    run("mark-paid", order.number, "--note", "cash", "--by", "collection")
    assert "already paid" in run("mark-paid", order.number, "--note", "cash", code=1)
    assert "At most £12.00" in run("refund", order.number, "--amount", "12.01", code=1)
    for amount in ("two", "1.005", "NaN", "1e99"):
        assert "such as 12.50" in run("refund", order.number, "--amount", amount, code=1)
    assert "no account of staff" in run("collect", order.number, "--as", "jane@example.org", code=1)


def test_the_same_refund_key_gives_back_once(shop, order):
    run("mark-paid", order.number, "--note", "cash")
    for _again in range(2):
        run("refund", order.number, "--amount", "5", "--key", "a", "--reason", "smudged")
    with shop.db.read() as session:
        assert [refund.amount for refund in session.exec(select(Refund))] == [500]


def test_staff_cancel_and_collect(shop, order):
    run("cancel", order.number)
    assert shop.fresh(order).status == OrderStatus.CANCELLED
    other = shop.order()
    run("mark-paid", other.number, "--note", "cash")
    run("collect", other.number)
    assert shop.fresh(other).fulfilment == FulfilmentStatus.COLLECTED


def test_staff_order_for_a_learner_and_leave_their_basket_alone(shop):
    shop.add("replacement-certificate", 3)
    reference = shop.people.jane.awards[0].reference
    words = ("jane@example.org", reference, "unit-certificate", "--as", "olwen@example.org")
    made = json.loads(run("order-for", *words, "--quantity", "2", "--json"))
    assert made["total"] == 2400
    listed = json.loads(run("list", "--search", "olwen", "--json"))
    assert listed["orders"] == []
    (row,) = json.loads(run("list", "--json"))["orders"]
    assert (row["created_by"], row["full_name"]) == ("Olwen Rees", "Jane Doe")
    from certify_app.domain.shop.queries import basket_count

    with shop.db.read() as session:
        assert basket_count(session, shop.jane) == 3
    assert "No learner" in run("order-for", "olwen@example.org", *words[1:], code=1)
    assert "not yours" in run("order-for", words[0], "X", *words[2:], code=1)


def test_nothing_to_reconcile_says_so(shop, order):
    assert "Everything is as the provider says." in run("reconcile")
    assert json.loads(run("reconcile", "--json"))["payments"] == 0


def test_no_job_of_the_shop_is_unknown(shop, order):
    run("mark-paid", order.number, "--note", "cash")
    run("dispatch", order.number)
    Worker(shop.db).work_off()
    with shop.db.read() as session:
        problems = {(j.name, j.problem) for j in session.exec(select(Job)) if j.problem}
    assert {name for name, _ in problems} <= {"send_mail"}
