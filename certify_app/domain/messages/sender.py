"""Who a mail is from: the awarding body's name, colours and ways to reach it."""

from __future__ import annotations

from dataclasses import dataclass

from certify_app.config import settings
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.messages.colours import lighter, readable_on

LEFT_OUT = frozenset({"and", "for", "of", "the"})


@dataclass(frozen=True)
class Sender:
    name: str
    brand: str
    gold: str
    mailbox: str
    phone: str
    postal_address: str
    address: str
    """Of the portal, without a slash at its end."""

    @property
    def on_brand(self) -> str:
        return readable_on(self.brand)

    @property
    def brand_at_night(self) -> str:
        return lighter(self.brand)

    @property
    def initials(self) -> str:
        """Two letters for the crest, such as "TA"."""
        words = [w for w in self.name.split() if w.casefold() not in LEFT_OUT]
        return "".join(w[0] for w in words[:2]).upper()


def sender_of(body: AwardingBody) -> Sender:
    return Sender(
        name=body.name,
        brand=body.brand,
        gold=body.gold,
        mailbox=settings().reports_email,
        phone=body.phone,
        postal_address=", ".join(filter(None, map(str.strip, body.address.splitlines()))),
        address=settings().address,
    )
