"""What can be told, by name. Notices hold references and numbers, never names of people."""

from __future__ import annotations

from enum import StrEnum

from certify_app.locales import N_


class EventKind(StrEnum):
    AWARD_ISSUED = "award.issued"
    AWARD_REVOKED = "award.revoked"
    AWARD_SUPERSEDED = "award.superseded"
    AWARDS_IMPORTED = "awards.imported"
    ORDER_MOVED = "order.moved"
    PING = "ping"


MEANING = {
    EventKind.AWARD_ISSUED: N_("An award was issued"),
    EventKind.AWARD_REVOKED: N_("An award was revoked"),
    EventKind.AWARD_SUPERSEDED: N_("An award was replaced by a newer version"),
    EventKind.AWARDS_IMPORTED: N_("Awards came in by a file or by the API"),
    EventKind.ORDER_MOVED: N_("An order has another status"),
    EventKind.PING: N_("A test"),
}
