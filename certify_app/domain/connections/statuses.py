"""The machine of a connection, and of a third party's wish for more time."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.machines import Machine
from certify_app.locales import N_


class ConnectionStatus(StrEnum):
    PENDING = "pending"
    ACTIVE = "active"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class ExtensionStatus(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    ENDED = "ended"


class InitiatedBy(StrEnum):
    STUDENT = "student"
    THIRD_PARTY = "third_party"


CONNECTION = Machine(
    "connection",
    {
        ConnectionStatus.PENDING: frozenset(set(ConnectionStatus) - {ConnectionStatus.PENDING}),
        ConnectionStatus.ACTIVE: frozenset({ConnectionStatus.CANCELLED, ConnectionStatus.EXPIRED}),
        # An extension brings back what was before the expiry; see `extend_connection`.
        ConnectionStatus.EXPIRED: frozenset({ConnectionStatus.PENDING, ConnectionStatus.ACTIVE}),
    },
)
EXTENSION = Machine(
    "extension",
    {ExtensionStatus.WAITING: frozenset(set(ExtensionStatus) - {ExtensionStatus.WAITING})},
)
RUNNING = (ConnectionStatus.PENDING, ConnectionStatus.ACTIVE)
EXTENDABLE = (*RUNNING, ConnectionStatus.EXPIRED)
SHOWN = {
    ConnectionStatus.PENDING: N_("Pending"),
    ConnectionStatus.ACTIVE: N_("Active"),
    ConnectionStatus.REJECTED: N_("Rejected"),
    ConnectionStatus.CANCELLED: N_("Cancelled"),
    ConnectionStatus.EXPIRED: N_("Expired"),
}
INITIATED_BY = {InitiatedBy.STUDENT: N_("Student"), InitiatedBy.THIRD_PARTY: N_("Third party")}
