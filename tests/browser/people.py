"""Short ways for browser tests whose subject is something else than logging in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from certify_app.domain.accounts.sessions import open_session
from tests.browser.portal import Portal
from tests.people import Person

both_sizes = pytest.mark.parametrize("page", ["desktop", "phone"], indirect=True)


def be(page: Page, portal: Portal, person: Person) -> None:
    """Log this browser in as a person, by a session made in the database."""
    with portal.db.write() as session:
        token = open_session(session, person.id)
    page.context.add_cookies([{"name": "certify", "value": token, "url": portal.address}])
