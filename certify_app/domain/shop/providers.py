"""What the shop asks of a payment provider; adapters implement it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from certify_app.domain.shop.statuses import PaymentStatus, RefundStatus


@dataclass(frozen=True)
class AskedLine:
    """What the payment page lists: a name and a gross amount in minor units."""

    name: str
    amount: int


@dataclass(frozen=True)
class Asked:
    """A payment to open. `key` makes a repeat the same payment, not a second one."""

    key: str
    order_number: str
    email: str
    currency: str
    lines: tuple[AskedLine, ...]
    back_to: str

    @property
    def amount(self) -> int:
        return sum(line.amount for line in self.lines)


@dataclass(frozen=True)
class Opened:
    """A payment the provider knows: its reference there, and the page to pay on."""

    reference: str
    page: str


@dataclass(frozen=True)
class Seen:
    """What the provider says of a payment now. `charge` is what a refund names."""

    status: PaymentStatus
    amount: int
    currency: str
    charge: str
    is_live: bool


@dataclass(frozen=True)
class SeenRefund:
    """A refund the provider knows of, whoever made it; `key` is ours if it was us."""

    reference: str
    status: RefundStatus
    amount: int
    key: str


class ProviderTrouble(Exception):
    """The provider could not be reached or failed; what was asked may have happened."""


class ProviderRefuses(Exception):
    """The provider says no, for good; the sentence is its own."""


class PaymentProvider(Protocol):
    """Takes money. Every call may be repeated with the same key without harm.

    All methods raise ProviderTrouble when it is worth trying again, ProviderRefuses
    when it is not. `is_online` says whether there is somebody to ask: without, staff
    or a page of ours say what became of a payment.
    """

    code: str
    is_live: bool
    is_online: bool

    def open(self, asked: Asked) -> Opened: ...

    def look(self, reference: str) -> Seen: ...

    def close(self, reference: str) -> None: ...

    def refund(self, charge: str, amount: int, key: str) -> SeenRefund: ...

    def refunds(self, charge: str) -> Sequence[SeenRefund]: ...
