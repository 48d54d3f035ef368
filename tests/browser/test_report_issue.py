"""Guide 4.2.3: Report Document Issue, from a card and from the document in view."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, Page, expect

from tests.browser.mail import newest_mail
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.viewer import OnScreen

CARE = "10643835-01-3DCE7K"


def dialog_of(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Report Document Issue")


@both_sizes
def test_an_issue_is_reported_from_a_card_and_followed(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/documents")
    card = page.get_by_role("article", name="Jane Doe - Diploma in Adult Care")
    card.get_by_role("button", name="Report").click()

    dialog = dialog_of(page)
    expect(dialog).to_contain_text("This would send an email to the Team at Teifi Awards.")
    reasons = dialog.get_by_label("Issue reason").get_by_role("option")
    expect(reasons).to_have_text(
        [
            "Choose a reason",
            "Report",
            "Wrong name",
            "Wrong date",
            "Wrong grade",
            "Missing unit",
            "Other",
        ]
    )
    for label, value in (
        ("Reporter's Name", "Jane Doe"),
        ("Reporter's Email", "jane@example.org"),
        ("Student's Enrolment Number", "TA-100001"),
        ("Qualification Title", "Jane Doe - Diploma in Adult Care"),
    ):
        expect(dialog.get_by_label(label)).to_have_value(value)
        expect(dialog.get_by_label(label)).not_to_be_editable()

    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Choose an issue reason")
    dialog.get_by_label("Issue reason").select_option(label="Wrong name")
    dialog.get_by_label("Issue Description").fill("It says Jayne.")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_role("status")).to_contain_text("Your report is sent.")
    dialog.get_by_role("button", name="OK").click()
    expect(dialog).to_be_hidden()

    reports = page.get_by_role("region", name="Your reports")
    expect(reports).to_contain_text("It says Jayne.")
    expect(reports.get_by_text("Sent", exact=True)).to_be_visible()
    mail = newest_mail(portal, "registry@localhost", "Report Document Issue")
    assert "It says Jayne." in mail
    assert "TA-100001" in mail

    (waiting,) = json.loads(portal.certify("reports", "--json"))
    portal.certify("reports", "answer", str(waiting["id"]), "--text", "A new one is on its way.")
    page.reload()
    expect(reports.get_by_text("Answered", exact=True)).to_be_visible()
    expect(reports).to_contain_text("A new one is on its way.")
    assert "on its way" in newest_mail(portal, "jane@example.org", "Your report has an answer")


@both_sizes
def test_the_document_in_view_is_reported_and_its_report_stands_under_it(
    page: Page, portal: Portal
) -> None:
    be(page, portal, portal.people.jane)
    OnScreen(page).open(CARE)
    page.get_by_role("combobox", name="Document type").select_option(label="Letter")
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("button", name="Report", exact=True).click()

    dialog = dialog_of(page)
    expect(dialog.get_by_label("Qualification Title")).to_have_value(
        "Jane Doe - Diploma in Adult Care - Letter"
    )
    dialog.get_by_label("Issue reason").select_option(label="Other")
    dialog.get_by_label("Issue Description").fill("The address is old.")
    dialog.get_by_role("button", name="Send").click()
    dialog.get_by_role("button", name="OK").click()

    page.get_by_text("Your reports", exact=True).click()
    expect(page.get_by_text("The address is old.")).to_be_visible()
    page.goto("/documents/20643835-01-4DCE7K")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Award in Welding")
    expect(page.get_by_text("Your reports", exact=True)).to_have_count(0)
