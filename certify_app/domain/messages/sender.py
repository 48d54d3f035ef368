"""Who a mail is from: the awarding body's name, colours and ways to reach it."""

from __future__ import annotations

from dataclasses import dataclass

from certify_app.config import settings
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.palette import Palette, palette

LEFT_OUT = frozenset({"and", "for", "of", "the"})


@dataclass(frozen=True)
class Sender:
    """`address` is the portal's, without a slash at its end."""

    name: str
    colours: Palette
    mailbox: str
    phone: str
    postal_address: str
    address: str

    @property
    def initials(self) -> str:
        """Two letters for the crest, such as "TA"."""
        words = [w for w in self.name.split() if w.casefold() not in LEFT_OUT]
        return "".join(w[0] for w in words[:2]).upper()


def sender_of(body: AwardingBody) -> Sender:
    return Sender(
        name=body.name,
        colours=palette(body.brand, body.gold),
        mailbox=settings().reports_email,
        phone=body.phone,
        postal_address=", ".join(filter(None, map(str.strip, body.address.splitlines()))),
        address=settings().address,
    )
