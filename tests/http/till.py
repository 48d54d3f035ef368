"""A portal and a Stripe on loopback ports, Jane with an address, and what became of orders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import httpx
import pytest
from sqlmodel import Session, select
from starlette.applications import Starlette

from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.messages.models import Mail
from certify_app.domain.shop.models import Order, Payment, Refund
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.http.routes import ROUTES
from certify_app.jobs.worker import Worker
from tests.people import People, Person
from tests.stripe_double.rules import Account
from tests.stripe_double.server import free_port, served, stripe_double
from tests.unit.domain.shop.conftest import Shop, stocked

T = TypeVar("T")


@dataclass
class Till:
    """`stripe` is the double; `base` the portal's address."""

    shop: Shop
    stripe: Account
    base: str

    def browser(self, person: Person | None = None) -> httpx.Client:
        person = person or self.shop.people.jane
        token = write_now(open_session, person.id)
        headers = {"Origin": self.base, "Cookie": f"certify={token}"}
        return httpx.Client(base_url=self.base, headers=headers, timeout=30)

    def order(self, code: str = "unit-certificate", total: int = 1200, **choice: object) -> Order:
        self.shop.add(code)
        return self.shop.do(place_order, self.shop.jane, self.shop.choice(total, **choice))

    def start(self, order: Order, provider: str = "stripe") -> str:
        """Where the button with the amount leads."""
        with self.browser() as jane:
            answer = jane.post(f"/payment/{order.number}/start", data={"provider": provider})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def session_of(self, order: Order) -> str:
        """A payment page is open for the order; its session's id."""
        return session_in(self.start(order))

    def back(self, order: Order, query: str = "?done=1") -> str:
        with self.browser() as jane:
            return str(jane.get(f"/payment/{order.number}/back{query}").headers["location"])

    def work(self) -> None:
        self.stripe.webhooks.settled()
        Worker(self.shop.db).work_off()

    def fresh(self, order: Order) -> Order:
        with self.shop.db.read() as session:
            return session.get_one(Order, order.id)

    def payments(self) -> list[Payment]:
        return self._all(lambda session: session.exec(select(Payment)).all())

    def refunds(self) -> list[Refund]:
        return self._all(lambda session: session.exec(select(Refund)).all())

    def mails(self, kind: str) -> list[Mail]:
        return self._all(lambda session: session.exec(select(Mail).where(Mail.kind == kind)).all())

    def print_jobs(self) -> list[JobStatus]:
        return [job.status for job in self._jobs("prepare_print")]

    def _jobs(self, name: str) -> list[Job]:
        return self._all(lambda session: session.exec(select(Job).where(Job.name == name)).all())

    def _all(self, query: Callable[[Session], object]) -> list:  # type: ignore[type-arg]
        with self.shop.db.read() as session:
            return list(query(session))  # type: ignore[call-overload]


def session_in(address: str) -> str:
    found = re.fullmatch(r"/c/pay/(cs_test_\w+)", urlsplit(address).path)
    assert found, address
    return found.group(1)


@contextmanager
def open_till(db: Database, people: People, environment: pytest.MonkeyPatch) -> Iterator[Till]:
    with ExitStack() as stack:
        stripe = stack.enter_context(stripe_double())
        port = free_port()
        environment.setenv("PORT", str(port))
        environment.setenv("CERTIFY_STRIPE_SECRET_KEY", "sk_test_double")
        environment.setenv("CERTIFY_STRIPE_WEBHOOK_SECRET", stripe.webhooks.secret)
        environment.setenv("CERTIFY_STRIPE_API_BASE", stripe.base)
        settings.cache_clear()
        base = stack.enter_context(served(Starlette(routes=list(ROUTES)), port))
        stripe.webhooks.url = f"{base}/api/stripe/webhook"
        yield Till(stocked(db, people), stripe, base)


def is_paid_once(till: Till, order: Order) -> bool:
    """Paid, with one receipt and one print file."""
    assert till.fresh(order).status == OrderStatus.PROCESSING
    assert len(till.mails("order_paid")) == 1
    assert till.print_jobs() == [JobStatus.DONE]
    return len(till.fresh(order).print_hash) == 64
