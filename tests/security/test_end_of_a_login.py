"""A login that has ended has ended for the sockets still open, at the very next event."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account, LoginSession
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.clock import now
from tests.security.gated_portal import Gated
from tests.security.tab import PRIVATE, Tab

Ending = Callable[[Session, int], None]


def log_out(session: Session, account_id: int) -> None:
    end_sessions(session, account_id)


def lock(session: Session, account_id: int) -> None:
    session.execute(update(Account).where(col(Account.id) == account_id).values(locked_at=now()))


def go_idle(session: Session, account_id: int) -> None:
    body = session.exec(select(AwardingBody)).one()
    idle = now() - timedelta(minutes=body.session_idle_minutes)
    _age(session, account_id, seen_at=idle)


def grow_old(session: Session, account_id: int) -> None:
    _age(session, account_id, expires_at=now())


def delete(session: Session, account_id: int) -> None:
    for login in session.exec(select(LoginSession).where(LoginSession.account_id == account_id)):
        session.delete(login)


def _age(session: Session, account_id: int, **values: object) -> None:
    mine = col(LoginSession.account_id) == account_id
    session.execute(update(LoginSession).where(mine).values(**values))


@pytest.mark.parametrize("ending", [log_out, lock, go_idle, grow_old, delete])
def test_the_next_event_reads_nothing_and_empties_the_screen(portal: Gated, ending: Ending) -> None:
    jane = portal.people.jane

    async def use() -> None:
        async with Tab(portal.address, portal.log_in(jane)) as tab:
            await tab.hydrate()
            await tab.send(f"{PRIVATE}.load")
            await tab.until("Xanthippe")
            with portal.db.write() as session:
                ending(session, jane.id)
            tab.forget()
            await tab.send(f"{PRIVATE}.load")
            await tab.fence()
            assert "Xanthippe" not in tab.seen
            assert "/login?problem=ended" in tab.seen
            assert '"rows_rx_state_": []' in tab.seen
            await tab.hydrate()
            assert "Xanthippe" not in tab.seen

    try:
        asyncio.run(use())
    finally:
        unlock(portal)


def unlock(portal: Gated) -> None:
    with portal.db.write() as session:
        session.execute(update(Account).values(locked_at=None))


def test_logging_out_by_the_form_ends_the_cookie_for_every_tab(portal: Gated) -> None:
    cookie = portal.log_in(portal.people.jane)

    async def use() -> None:
        async with Tab(portal.address, cookie) as tab:
            await tab.send(f"{PRIVATE}.load")
            await tab.until("Xanthippe")
            headers = {"Cookie": cookie, "Origin": portal.address}
            assert httpx.post(f"{portal.address}/logout", headers=headers).status_code == 303
            tab.forget()
            await tab.send(f"{PRIVATE}.load")
            await tab.fence()
            assert "Xanthippe" not in tab.seen

    asyncio.run(use())


def test_another_role_s_login_in_the_same_tab_finds_nothing_left(portal: Gated) -> None:
    async def use() -> None:
        async with Tab(portal.address, portal.log_in(portal.people.jane)) as tab:
            await tab.send(f"{PRIVATE}.load")
            await tab.until("Xanthippe")
        async with Tab(portal.address, portal.log_in(portal.people.dave), tab.token) as dave:
            await dave.hydrate()
            assert "Xanthippe" not in dave.seen

    asyncio.run(use())
