"""Learner and third party at once, each in a browser of their own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from certify_app.db.engine import using
from certify_app.domain.connections.search_opt_in import set_search_opt_in
from certify_app.domain.connections.share_documents import hash_pin
from tests.browser.conftest import OpenPage
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.sharing import connected, day, invitation, mailed_code
from tests.browser.watch import Watch

NEW = "rae@example.com"


def painted(page: Page) -> None:
    expect(page.locator("#document[data-painted]")).to_be_attached(timeout=30_000)


@pytest.mark.parametrize(("learner", "reader"), [("desktop", "phone"), ("phone", "desktop")])
def test_a_share_from_the_request_to_its_end(
    open_page: OpenPage, portal: Portal, watch: Watch, learner: str, reader: str
) -> None:
    watch.expect("status of 404")
    jane, rae = open_page(learner), open_page(reader)
    be(jane, portal, portal.people.jane)
    jane.goto("/connections")
    jane.get_by_role("button", name="Add Connection").click()
    jane.get_by_label("Recipient Name").fill("Rae Cruiter")
    jane.get_by_label("Recipient Email").fill(NEW)
    jane.get_by_role("button", name="Send").click()
    jane.get_by_role("link", name="Share Documents").click()
    jane.get_by_label(re.compile("^Certificate - Diploma in Adult Care")).check()
    jane.get_by_role("button", name="Share Documents").click()
    expect(jane.get_by_text("is shared with Rae Cruiter")).to_be_visible()

    rae.goto(invitation(portal, NEW))
    expect(rae.get_by_role("heading", level=1)).to_contain_text("Jane Doe wants to share")
    expect(rae.get_by_text("Diploma in Adult Care: Certificate")).to_be_visible()
    rae.get_by_label("With a code by email").check()
    rae.get_by_role("button", name="Email me a code").click()
    expect(rae.get_by_label("Code", exact=True)).to_be_visible()
    rae.get_by_label("Code", exact=True).fill(mailed_code(portal, NEW))
    rae.get_by_role("button", name="Accept").click()

    expect(rae.get_by_text("The record is current: this award is valid")).to_be_visible()
    rae.get_by_role("link", name="View Certificate Diploma in Adult Care").click()
    painted(rae)

    asks_for_more(rae)
    jane.goto("/dashboard")
    expect(jane.get_by_text("Rae Cruiter asks for more time")).to_be_visible()
    jane.get_by_role("button", name="Approve").click()
    expect(jane.get_by_text("The share with Rae Cruiter ends on")).to_be_visible()

    rae.goto("/third-party")
    rae.get_by_role("link", name=re.compile("^Open")).click()
    rae.get_by_role("link", name="View Certificate Diploma in Adult Care").click()
    painted(rae)
    jane.goto("/connections")
    log = jane.get_by_role("region", name="Who looked")
    expect(log.get_by_text("viewed the certificate of Diploma in Adult Care").first).to_be_visible()
    jane.get_by_role("button", name=re.compile("^Cancel: Rae")).click()
    jane.get_by_role("button", name="Yes").click()
    jane.get_by_role("button", name="OK").click()

    rae.mouse.click(10, 10)
    expect(rae.get_by_role("heading", name="This document is not shown")).to_be_visible()
    expect(rae.locator("#document")).to_have_count(0)
    rae.reload()
    expect(rae.get_by_role("heading", name="This document is not shown")).to_be_visible()


def asks_for_more(page: Page) -> None:
    page.goto("/third-party")
    page.get_by_role("button", name=re.compile("^Extend:? Jane")).click()
    box = page.get_by_role("dialog", name="Request Connection Extension")
    box.get_by_label("Extend Date").fill(day(200))
    box.get_by_label("Reason").fill("The interview was moved")
    box.get_by_role("button", name="Save").click()
    box.get_by_role("button", name="OK").click()
    expect(page.get_by_text("Jane Doe was asked for more time")).to_be_visible()


@both_sizes
def test_who_is_new_may_choose_a_password(page: Page, portal: Portal) -> None:
    connected_new(portal)
    page.goto(invitation(portal, NEW))
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_role("button", name="Accept").click()
    wrong = page.get_by_role("alert").filter(has_text="at least 12 characters")
    expect(wrong).to_be_visible()
    page.get_by_label("Password", exact=True).fill("seven quiet herons by the Teifi")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("heading", name="Jane Doe", level=1)).to_be_visible()


@both_sizes
def test_a_request_is_rejected_without_an_account(page: Page, portal: Portal) -> None:
    connected_new(portal)
    link = invitation(portal, NEW)
    page.goto(link)
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("You rejected the request")).to_be_visible()
    page.goto(link)
    expect(page.get_by_text("This request has been answered already")).to_be_visible()


@both_sizes
def test_a_forged_link_says_so(page: Page) -> None:
    page.goto("/invitation/not-a-token")
    expect(page.get_by_text("This link is not one of ours")).to_be_visible()


@both_sizes
def test_a_pin_is_asked_once(page: Page, portal: Portal) -> None:
    connection = connected(portal, pin_hash=hash_pin("4711"))
    be(page, portal, portal.people.tracy)
    page.goto(f"/third-party/connections/{connection.id}")
    page.get_by_label("PIN").fill("0000")
    page.get_by_role("button", name="Open").click()
    wrong = page.get_by_role("alert").filter(has_text="The PIN is not right")
    expect(wrong).to_be_visible()
    page.get_by_label("PIN").fill("4711")
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text("The record is current")).to_be_visible()
    page.reload()
    expect(page.get_by_text("The record is current")).to_be_visible()


@both_sizes
def test_a_third_party_registers_and_finds_nobody_before_it_is_approved(
    page: Page, portal: Portal
) -> None:
    page.goto("/third-party/register")
    page.get_by_label("First Name").fill("Rae")
    page.get_by_label("Last Name").fill("Cruiter")
    page.get_by_label("Organisation").fill("Care Homes Ltd")
    page.get_by_label("Email", exact=True).fill(NEW)
    page.get_by_role("button", name="Email me a code").click()
    page.get_by_label("Code", exact=True).fill(mailed_code(portal, NEW))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Nobody shares with you yet")).to_be_visible()

    page.goto("/third-party/search")
    expect(page.get_by_text("once Teifi Awards has approved your account")).to_be_visible()
    portal.certify("third-parties", "--approve", NEW)
    with using(portal.db), portal.db.write() as session:
        set_search_opt_in(session, portal.people.jane.id, True)
    page.reload()
    page.get_by_label("Name or reference").fill("Jane Doe")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_text("3 awards found")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Request connection Jane")).first.click()
    page.get_by_role("dialog").get_by_role("button", name="Send").click()
    expect(page.get_by_text("Jane Doe was asked and decides")).to_be_visible()


def connected_new(portal: Portal) -> None:
    """Jane has asked somebody who has no account."""
    from certify_app.domain.connections.request_connection import Wanted, request_connection

    with using(portal.db), portal.db.write() as session:
        wanted = Wanted("Rae Cruiter", NEW, day(30))
        request_connection(session, portal.people.jane.id, wanted)
