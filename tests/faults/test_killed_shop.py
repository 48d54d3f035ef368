"""Purchases from a portal that is killed by SIGKILL at random points of them."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from sqlmodel import Session, col, func, select

from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.messages.models import Mail
from certify_app.domain.shop.models import Invoice, Order, Payment, Refund
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.print_file import print_files
from certify_app.domain.shop.statuses import FulfilmentStatus, OrderStatus, PaymentStatus
from tests.faults import killed_shop
from tests.http.till import session_in
from tests.people import People
from tests.stripe_double.rules import Account
from tests.stripe_double.server import free_port, stripe_double
from tests.unit.domain.shop.conftest import Shop, stocked
from tests.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.5
"""Seconds after the beginning of a purchase, by which the kill has come."""


@dataclass
class Portal:
    """Killed and there again; a browser that gets no answer asks again."""

    base: str
    pid_file: Path
    stripe: Account
    cookie: str
    kills: int = 0
    timers: list[threading.Timer] = field(default_factory=list)
    _killing: threading.Lock = field(default_factory=threading.Lock)

    def pid(self) -> int:
        try:
            return int(self.pid_file.read_text())
        except (FileNotFoundError, ValueError):
            return 0

    def listens(self) -> bool:
        return self.pid() > 0

    def kill_in(self, seconds: float) -> None:
        timer = threading.Timer(seconds, self.kill)
        timer.start()
        self.timers.append(timer)

    def kill(self) -> None:
        """One that is being started again is waited for, so that none is spared."""
        with self._killing:
            wait_until(self.listens, "the portal listens, to be killed", seconds=60)
            pid = self.pid()
            self.pid_file.unlink()
            os.kill(pid, signal.SIGKILL)
            self.kills += 1

    def ask(self, method: str, path: str) -> str:
        """Where it leads, asked until there is an answer."""
        found: list[str] = []

        def answered() -> bool:
            headers = {"Origin": self.base, "Cookie": f"certify={self.cookie}"}
            try:
                answer = httpx.request(method, self.base + path, headers=headers, timeout=30)
            except httpx.HTTPError:
                return False
            found.append(answer.headers.get("location", ""))
            return answer.status_code == 303 and "unreachable" not in found[-1]

        wait_until(answered, f"{method} {path}", seconds=60)
        return found[-1]


@contextmanager
def portal_under_fire(
    shop: Shop, folder: Path, environment: pytest.MonkeyPatch
) -> Iterator[Portal]:
    with stripe_double() as stripe:
        port, pid_file = free_port(), folder / "pid"
        base = f"http://localhost:{port}"
        for name, value in {
            "PORT": str(port),
            "CERTIFY_DATABASE_URL": shop.db.url,
            "CERTIFY_STRIPE_SECRET_KEY": "sk_test_double",
            "CERTIFY_STRIPE_WEBHOOK_SECRET": stripe.webhooks.secret,
            "CERTIFY_STRIPE_API_BASE": stripe.base,
            "PYTHONPATH": str(ROOT),
        }.items():
            environment.setenv(name, value)
        settings.cache_clear()
        stripe.webhooks.url = f"{base}/api/stripe/webhook"
        program = subprocess.Popen([sys.executable, killed_shop.__file__, pid_file], cwd=ROOT)
        portal = Portal(base, pid_file, stripe, write_now(open_session, shop.jane))
        try:
            wait_until(portal.listens, "the portal listens", seconds=60)
            yield portal
        finally:
            for timer in portal.timers:
                timer.cancel()
            program.terminate()
            program.wait(20)


def purchase(shop: Shop, portal: Portal, turn: int, chance: random.Random) -> Order:
    """Every fifth stops at the payment page; a third of the payers never come back."""
    shop.add("unit-certificate")
    order = shop.do(place_order, shop.jane, shop.choice(1200))
    wait_until(portal.listens, "the portal listens", seconds=60)
    portal.kill_in(chance.uniform(0, LONGEST))
    page = portal.ask("POST", f"/payment/{order.number}/start")
    if turn % 5 == 4:
        return order
    portal.stripe.pay(session_in(page))
    if turn % 3:
        portal.ask("GET", f"/payment/{order.number}/back?done=1")
    return order


def open_jobs(session: Session) -> int:
    """Mails wait for a mail server that is not there."""
    waiting = select(func.count()).where(
        col(Job.finished_at).is_(None), col(Job.name) != "send_mail"
    )
    return session.exec(waiting).one()


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("count", [10, pytest.param(200, marks=pytest.mark.long)])
def test_every_paid_purchase_is_one_order_one_receipt_and_one_print_file(
    db: Database,
    people: People,
    tmp_path: Path,
    clean_environment: pytest.MonkeyPatch,
    count: int,
) -> None:
    shop, chance = stocked(db, people), random.Random(count)
    with portal_under_fire(shop, tmp_path, clean_environment) as portal:
        orders = [purchase(shop, portal, turn, chance) for turn in range(count)]
        for timer in portal.timers:
            timer.join()
        portal.stripe.webhooks.settled(60)

        def all_done() -> bool:
            with db.read() as session:
                return open_jobs(session) == 0

        wait_until(all_done, "every job is done", seconds=120, every=0.2)
        print(f"{portal.kills} kills in {count} purchases")
        assert portal.kills == count
        check(db, portal.stripe, [order.id or 0 for order in orders])


def check(db: Database, stripe: Account, order_ids: list[int]) -> None:
    paid = {order_id for turn, order_id in enumerate(order_ids) if turn % 5 != 4}
    with db.read() as session:
        orders = session.exec(select(Order)).all()
        receipts = Counter(
            mail.text.split("/orders/")[1][:8]
            for mail in session.exec(select(Mail).where(Mail.kind == "order_paid"))
        )
        prints = session.exec(select(Job).where(Job.name == "prepare_print")).all()
        payments = session.exec(
            select(Payment.order_id).where(Payment.status == PaymentStatus.PAID)
        ).all()
        invoices = session.exec(select(Invoice.number)).all()
        refunds = session.exec(select(Refund)).all()
    assert {order.id for order in orders if order.status == OrderStatus.PROCESSING} == paid
    assert {order.status for order in orders if order.id not in paid} == {OrderStatus.PENDING}
    assert receipts == Counter(order.number for order in orders if order.id in paid)
    assert sorted(job.args["order_id"] for job in prints) == sorted(paid)
    assert {job.status for job in prints} == {JobStatus.DONE}
    assert sorted(payments) == sorted(paid)
    assert sorted(invoices) == list(range(1, len(paid) + 1))
    assert refunds == []
    assert len([s for s in stripe.sessions.values() if s["payment_status"] == "paid"]) == len(paid)
    for order in orders:
        assert bool(order.print_hash) is (order.id in paid)
        assert (print_files().get(order.number) is not None) is (order.id in paid)
        assert order.fulfilment == FulfilmentStatus.WAITING
