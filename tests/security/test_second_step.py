"""An administrator without two-step login does nothing in the console."""

from __future__ import annotations

import asyncio

from sqlmodel import col, update

from certify_app.domain.accounts.models import Account
from certify_app.domain.clock import now
from certify_app.domain.permissions import Audience
from certify_app.gate.events import SET_UP
from tests.security.gated_portal import Gated
from tests.security.tab import Tab


def test_every_handler_of_the_console_leads_to_setting_it_up(portal: Gated) -> None:
    sam = portal.staff["administrator"]
    of_staff = [
        h
        for h in portal.offers["handlers"]
        if h["audience"] == Audience.STAFF and not h["name"].endswith(".setvar")
    ]

    async def seen(path: str) -> list[str]:
        answered = []
        async with Tab(portal.address, portal.log_in(sam), Origin=portal.address) as tab:
            await tab.hydrate(path)
            for handler in of_staff:
                tab.frames.clear()
                await tab.send(handler["name"], {}, path)
                await tab.fence()
                answered.append(tab.seen)
        return answered

    set_second_step(portal, None)
    try:
        assert of_staff
        assert all(f'"path": "{SET_UP}"' in answer for answer in asyncio.run(seen("/console")))
        # The page itself is not led to itself for ever.
        quiet = asyncio.run(seen("/cy/console/security/"))
        assert not any("_redirect" in answer for answer in quiet)
    finally:
        set_second_step(portal, now())


def set_second_step(portal: Gated, at: object) -> None:
    sam = portal.staff["administrator"]
    mine = update(Account).where(col(Account.id) == sam.id)
    with portal.db.write() as session:
        session.execute(mine.values(second_step_at=at))
