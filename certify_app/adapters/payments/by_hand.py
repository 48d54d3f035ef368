"""Payment outside the portal: by invoice or at collection. Staff mark the money received."""

from __future__ import annotations

from collections.abc import Sequence

from certify_app.domain.shop.providers import Asked, Opened, ProviderRefuses, Seen, SeenRefund
from certify_app.domain.shop.statuses import RefundStatus


class ByHand:
    """Opens nothing anywhere: the order's page tells how to pay."""

    is_live = False
    is_online = False

    def __init__(self, code: str) -> None:
        self.code = code

    def open(self, asked: Asked) -> Opened:
        return Opened(f"{self.code}-{asked.order_number}-{asked.key[:8]}", "")

    def look(self, reference: str) -> Seen:
        raise ProviderRefuses("Only staff know whether this was paid.")

    def close(self, reference: str) -> None:
        """Nothing is open anywhere."""

    def refund(self, charge: str, amount: int, key: str) -> SeenRefund:
        """Staff send the money; asking for the refund is their word that they do."""
        return SeenRefund(f"by-hand-{key}", RefundStatus.DONE, amount, key)

    def refunds(self, charge: str) -> Sequence[SeenRefund]:
        return ()


class Demo(ByHand):
    """A test page of our own, in demo mode only; nobody pays anything."""

    def __init__(self) -> None:
        super().__init__("demo")

    def open(self, asked: Asked) -> Opened:
        return Opened(f"demo-{asked.key}", f"/demo/payment/{asked.key}")

    def look(self, reference: str) -> Seen:
        raise ProviderRefuses("The test page tells by itself.")
