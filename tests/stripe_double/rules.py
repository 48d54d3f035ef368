"""A Stripe of our own: what it does, by Stripe's documentation. Never held against live Stripe."""

from __future__ import annotations

import threading
from typing import Any

from tests.stripe_double import objects
from tests.stripe_double.contract import wrong_in_response
from tests.stripe_double.errors import Refused, missing
from tests.stripe_double.faults import Faults
from tests.stripe_double.webhooks import Webhooks

JSON = dict[str, Any]
LEAST = 30
"""The smallest amount Stripe takes in pounds, in pence."""


class Account:
    """Everything of one Stripe account in test mode."""

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.faults = Faults()
        self.webhooks = Webhooks(self.faults)
        self.lock = threading.RLock()
        self.sessions: dict[str, JSON] = {}
        self.items: dict[str, list[JSON]] = {}
        self.intents: dict[str, JSON] = {}
        self.charges: dict[str, JSON] = {}
        self.refunds: dict[str, JSON] = {}
        self.events: list[JSON] = []
        self._intent_metadata: dict[str, JSON] = {}

    def create_session(self, asked: JSON) -> JSON:
        made = objects.checkout_session(asked, self.base)
        if made["amount_total"] < LEAST:
            raise Refused("The total amount is too small.", code="amount_too_small")
        known = made["id"]
        self.sessions[known] = made
        self.items[known] = [objects.line_item(item) for item in asked["line_items"]]
        self._intent_metadata[known] = asked.get("payment_intent_data", {}).get("metadata", {})
        return made

    def session(self, known: str) -> JSON:
        if known not in self.sessions:
            raise missing("checkout.session", known)
        return self.sessions[known]

    def expire(self, known: str) -> JSON:
        session = self.session(known)
        if session["status"] != "open":
            raise Refused("Only Checkout Sessions with a status of open can be expired.")
        session |= {"status": "expired", "url": None}
        self.tell("checkout.session.expired", session)
        return session

    def pay(self, known: str) -> JSON:
        """The payer's card is charged."""
        with self.lock:
            session = self._open(known)
            intent = self._intent(session, "succeeded")
            self._charge(intent)
            session |= {"status": "complete", "payment_status": "paid", "url": None}
            self.tell("payment_intent.succeeded", intent)
            self.tell("checkout.session.completed", session)
            return session

    def decline(self, known: str) -> JSON:
        """The bank refuses; the page stays open for another card."""
        with self.lock:
            session = self._open(known)
            intent = objects.payment_intent(session, {}, "requires_payment_method")
            self.tell("payment_intent.payment_failed", intent)
            return session

    def debit(self, known: str) -> JSON:
        """A bank debit begins; it clears or bounces days later."""
        with self.lock:
            session = self._open(known)
            self._intent(session, "processing")
            session |= {"status": "complete", "url": None}
            self.tell("checkout.session.completed", session)
            return session

    def clear(self, known: str) -> None:
        with self.lock:
            session = self.session(known)
            intent = self.intents[session["payment_intent"]]
            intent |= {"status": "succeeded", "amount_received": intent["amount"]}
            self._charge(intent)
            session["payment_status"] = "paid"
            self.tell("checkout.session.async_payment_succeeded", session)

    def bounce(self, known: str) -> None:
        with self.lock:
            session = self.session(known)
            self.intents[session["payment_intent"]]["status"] = "requires_payment_method"
            self.tell("checkout.session.async_payment_failed", session)

    def refund(self, asked: JSON) -> JSON:
        paid = self._charge_of(asked.get("payment_intent", ""), asked.get("charge", ""))
        left = paid["amount"] - paid["amount_refunded"]
        amount = asked.get("amount", left)
        if amount > left or amount < 1:
            raise Refused(
                f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})"
            )
        made = objects.refund(paid, amount, asked.get("metadata", {}), self.faults.refunds_are)
        self.refunds[made["id"]] = made
        paid["amount_refunded"] += amount
        paid["refunded"] = paid["amount_refunded"] == paid["amount"]
        self.tell("charge.refunded", paid)
        return made

    def dispute(self, intent_id: str, closed: bool = False) -> None:
        with self.lock:
            about = objects.dispute(self._charge_of(intent_id))
            if closed:
                about["status"] = "lost"
            self.tell(f"charge.dispute.{'closed' if closed else 'created'}", about)

    def refunds_of(self, intent_id: str) -> list[JSON]:
        return [r for r in self.refunds.values() if r["payment_intent"] == intent_id]

    def tell(self, kind: str, about: JSON) -> None:
        event = objects.event(kind, dict(about))
        assert wrong_in_response(event) + wrong_in_response(about) == []
        self.events.append(event)
        self.webhooks.announce(event)

    def _open(self, known: str) -> JSON:
        session = self.session(known)
        if session["status"] != "open":
            raise Refused("This page is no longer available.", 410)
        return session

    def _intent(self, session: JSON, status: str) -> JSON:
        made = objects.payment_intent(session, self._intent_metadata[session["id"]], status)
        self.intents[made["id"]] = made
        session["payment_intent"] = made["id"]
        return made

    def _charge(self, intent: JSON) -> None:
        made = objects.charge(intent)
        self.charges[made["id"]] = made
        intent["latest_charge"] = made["id"]

    def _charge_of(self, intent_id: str, charge_id: str = "") -> JSON:
        intent = self.intents.get(intent_id, {})
        known = charge_id or intent.get("latest_charge")
        if not known or known not in self.charges:
            raise missing("payment_intent", intent_id)
        return self.charges[known]
