"""Who may pay what: other people's orders, ways to pay without Stripe, the test page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from certify_app.config import settings
from certify_app.domain.shop.mark_paid import mark_paid
from certify_app.domain.shop.models import Order, Product
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.http.security_headers import Policy
from tests.http.till import Till
from tests.people import id_of


@pytest.mark.parametrize("who", ["dave", "mallory"])
def test_another_learners_order_is_not_started_seen_or_billed(till: Till, who: str) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    with till.browser(getattr(till.shop.people, who)) as other:
        start = other.post(f"/payment/{order.number}/start")
        back = other.get(f"/payment/{order.number}/back")
        bill = other.get(f"/api/orders/{order.number}/invoice.pdf")
    assert start.headers["location"] == back.headers["location"] == "/orders"
    assert bill.status_code == 404
    assert order.number not in bill.text


@pytest.mark.parametrize("who", ["jane", "olwen"])
def test_the_learner_and_staff_get_the_invoice(till: Till, who: str) -> None:
    order = till.order()
    till.stripe.pay(till.session_of(order))
    till.work()
    with till.browser(getattr(till.shop.people, who)) as client:
        bill = client.get(f"/api/orders/{order.number}/invoice.pdf")
    assert bill.headers["cache-control"] == "no-store"
    assert bill.headers["content-disposition"] == 'attachment; filename="invoice-000001.pdf"'
    assert order.number in PdfReader(BytesIO(bill.content)).pages[0].extract_text()


def test_an_unpaid_order_has_no_invoice(till: Till) -> None:
    order = till.order()
    with till.browser() as jane:
        assert jane.get(f"/api/orders/{order.number}/invoice.pdf").status_code == 404


@pytest.mark.parametrize("way", ["invoice", "collection"])
def test_by_hand_the_learner_is_told_how_to_pay_and_staff_mark_it(till: Till, way: str) -> None:
    order = till.order(provider=way)
    for _again in range(2):
        assert till.start(order, way) == f"/orders/{order.number}?payment=placed"
    (mail,) = till.mails("order_placed")
    assert order.number in mail.text
    assert ("bank transfer" in mail.text) is (way == "invoice")
    with till.shop.db.write() as session:
        mark_paid(session, session.get_one(Order, order.id), None, "BACS 12", way)
    till.work()
    assert till.fresh(order).status == OrderStatus.PROCESSING
    assert [(p.provider, p.status) for p in till.payments()] == [(way, "paid")]


def test_marking_paid_shuts_the_card_page(till: Till) -> None:
    order = till.order()
    known = till.session_of(order)
    with till.shop.db.write() as session:
        mark_paid(session, session.get_one(Order, order.id), None, "cash")
    till.work()
    assert till.stripe.sessions[known]["status"] == "expired"


def test_nothing_to_pay_needs_no_page(till: Till) -> None:
    with till.shop.db.write() as session:
        session.get_one(Product, id_of(till.shop.product("unit-certificate"))).free_allowance = 1
    order = till.order(total=0)
    assert till.start(order) == f"/dashboard?paid={order.number}"
    till.work()
    assert len(till.mails("order_paid")) == 1
    assert till.stripe.sessions == {}


def test_a_way_to_pay_that_is_not_offered_is_the_first_that_is(till: Till) -> None:
    assert "/c/pay/" in till.start(till.order(), "pigeon")
    assert "/c/pay/" in till.start(till.order(), "demo")


def test_too_small_an_amount_is_refused_and_the_order_kept(till: Till) -> None:
    with till.shop.db.write() as session:
        session.get_one(Product, id_of(till.shop.product("unit-certificate"))).price = 20
    order = till.order(total=20)
    assert till.start(order) == f"/orders/{order.number}?payment=refused"
    assert till.start(order, "invoice") == f"/orders/{order.number}?payment=placed"


def test_only_from_our_own_pages_and_only_by_post(till: Till) -> None:
    order = till.order()
    with till.browser() as jane:
        away = {"Origin": "https://evil.example"}
        assert jane.post(f"/payment/{order.number}/start", headers=away).status_code == 403
        assert jane.get(f"/payment/{order.number}/start").status_code == 405
        assert jane.get("/api/stripe/webhook").status_code == 405


def test_a_form_may_lead_to_the_payment_page_and_nowhere_else(till: Till) -> None:
    assert f"form-action 'self' {till.stripe.base};" in str(Policy())


@pytest.mark.parametrize(
    ("key", "expected"), [("sk_live_1", "'self' https://checkout.stripe.com"), ("", "'self'")]
)
def test_forms_lead_to_stripe_only_where_it_is_used(
    clean_environment: pytest.MonkeyPatch, key: str, expected: str
) -> None:
    clean_environment.setenv("CERTIFY_STRIPE_SECRET_KEY", key)
    settings.cache_clear()
    assert f"form-action {expected};" in str(Policy()) + ";"


@pytest.fixture
def demo(till: Till, clean_environment: pytest.MonkeyPatch) -> Till:
    clean_environment.delenv("CERTIFY_STRIPE_SECRET_KEY")
    clean_environment.setenv("CERTIFY_DEMO", "true")
    settings.cache_clear()
    return till


@pytest.mark.parametrize("answer", ["pay", "decline"])
def test_the_test_page_says_so_and_pays_or_declines(demo: Till, answer: str) -> None:
    order = demo.order(provider="demo")
    page = demo.start(order, "demo")
    with demo.browser() as jane:
        shown = jane.get(page)
        pressed = jane.post(page, data={"answer": answer})
    assert "TEST" in shown.text
    assert "£12.00" in shown.text
    assert order.number in shown.text
    assert pressed.headers["location"] == f"/payment/{order.number}/back"
    leads = {
        "pay": f"/dashboard?paid={order.number}",
        "decline": f"/orders/{order.number}?payment=declined",
    }
    assert demo.back(order) == leads[answer]
    assert demo.fresh(order).is_test


def test_the_test_page_is_the_payers_alone_and_only_in_the_demo(
    demo: Till, clean_environment: pytest.MonkeyPatch
) -> None:
    page = demo.start(demo.order(provider="demo"), "demo")
    with demo.browser(demo.shop.people.dave) as dave:
        assert dave.get(page).status_code == 404
        assert dave.post(page, data={"answer": "pay"}).status_code == 404
    clean_environment.setenv("CERTIFY_DEMO", "false")
    settings.cache_clear()
    with demo.browser() as jane:
        assert jane.get(page).status_code == 404
        assert jane.post(page, data={"answer": "pay"}).status_code == 404
