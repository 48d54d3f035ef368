"""/demo/mailbox: there in a demo, and nowhere else."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import Session
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.shop.tell_learner import send_receipt
from certify_app.http.demo_mailbox import ROUTES
from tests.people import People
from tests.unit.domain.messages.letters import EVERY, LINK
from tests.unit.domain.shop.conftest import Shop, stocked


@pytest.fixture
def shop(db: Database, people: People) -> Shop:
    return stocked(db, people)


@pytest.fixture
def client(db: Database, people: People, clean_environment: pytest.MonkeyPatch) -> TestClient:
    clean_environment.setenv("CERTIFY_DEMO", "true")
    settings.cache_clear()
    return TestClient(Starlette(routes=ROUTES))


@pytest.fixture
def mail_id(client: TestClient) -> int | None:
    return write_now(send, "jane@example.org")


def send(session: Session, to: str) -> int | None:
    return send_mail(session, "verify_email", to, **EVERY["verify_email"]).id


@pytest.mark.parametrize(
    "path", ["/demo/mailbox", "/demo/mailbox/1", "/demo/mailbox/1/attachment.pdf"]
)
def test_outside_a_demo_there_is_no_mailbox(
    client: TestClient, mail_id: int, clean_environment: pytest.MonkeyPatch, path: str
) -> None:
    clean_environment.setenv("CERTIFY_DEMO", "false")
    settings.cache_clear()

    assert client.get(path).status_code == 404


def test_the_list_leads_to_each_mail(client: TestClient, mail_id: int) -> None:
    page = client.get("/demo/mailbox").text

    assert f'href="/demo/mailbox/{mail_id}"' in page
    assert "jane@example.org" in page
    assert "1 email<" in page


def test_a_mail_is_shown_in_a_frame_without_scripts_whose_links_leave_it(
    client: TestClient, mail_id: int
) -> None:
    answer = client.get(f"/demo/mailbox/{mail_id}")

    assert 'sandbox="allow-popups' in answer.text
    assert "allow-scripts" not in answer.text
    assert "allow-same-origin" not in answer.text
    assert "base target=&#34;_top&#34;" in answer.text
    assert f'<a href="{LINK}"' in answer.text


def test_nothing_on_it_may_run_or_be_fetched_from_elsewhere(
    client: TestClient, mail_id: int
) -> None:
    policy = client.get(f"/demo/mailbox/{mail_id}").headers["content-security-policy"]

    assert "default-src 'self'" in policy
    assert "script-src 'none'" in policy
    assert "unsafe-eval" not in policy


def test_only_mails_to_one_address_are_shown_when_asked(client: TestClient, mail_id: int) -> None:
    write_now(send, "dave@example.org")

    page = client.get("/demo/mailbox", params={"to": "dave"}).text

    assert "dave@example.org" in page
    assert "jane@example.org" not in page


def test_what_a_mail_attaches_is_opened_from_it(client: TestClient, shop: Shop) -> None:
    order = shop.order()
    shop.settle(shop.payment(order))
    shop.do(send_receipt, order.id)
    page = client.get("/demo/mailbox/1").text
    assert 'href="/demo/mailbox/1/attachment.pdf"' in page

    answer = client.get("/demo/mailbox/1/attachment.pdf")

    assert answer.headers["content-disposition"] == 'inline; filename="invoice-000001.pdf"'
    assert order.number in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_a_mail_without_an_attachment_has_none_to_open(client: TestClient, mail_id: int) -> None:
    assert "attachment.pdf" not in client.get(f"/demo/mailbox/{mail_id}").text
    assert client.get(f"/demo/mailbox/{mail_id}/attachment.pdf").status_code == 404


def test_an_empty_mailbox_says_how_to_fill_it(client: TestClient) -> None:
    assert "There are no emails yet" in client.get("/demo/mailbox").text


@pytest.mark.parametrize("to", ["%", "_", "<script>alert(1)</script>", "x" * 5000, "\x00%"])
def test_odd_searches_find_nothing_and_stay_text(client: TestClient, mail_id: int, to: str) -> None:
    answer = client.get("/demo/mailbox", params={"to": to})

    assert answer.status_code == 200
    assert "There are no emails to this address" in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("number", ["0", "999999", "99999999999999999999999"])
def test_a_mail_that_is_not_there_is_not_found(client: TestClient, number: str) -> None:
    assert client.get(f"/demo/mailbox/{number}").status_code == 404
