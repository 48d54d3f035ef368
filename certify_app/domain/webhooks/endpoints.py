"""Say where notices go, look at it, and stop it."""

from __future__ import annotations

import ipaddress
import secrets
from urllib.parse import urlsplit

from sqlmodel import Session, col, func, select

from certify_app.config import settings
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.webhooks import errors
from certify_app.domain.webhooks.events import EventKind
from certify_app.domain.webhooks.models import Endpoint

MOST = 20
LONGEST = 500
CHOICES = tuple(kind for kind in EventKind if kind is not EventKind.PING)


def add_endpoint(
    session: Session, url: str, events: list[str], actor_id: int | None = None
) -> Endpoint:
    """Its secret is told to whoever makes it, and not again.

    Raises:
        BadAddress, NotEncrypted, PrivateAddress, NoEvents, TooManyEndpoints
    """
    address = check_address(url)
    wanted = [kind.value for kind in CHOICES if kind.value in events]
    if not wanted or set(events) - set(wanted):
        raise errors.NoEvents(known=", ".join(CHOICES))
    if session.exec(select(func.count()).select_from(Endpoint)).one() >= MOST:
        raise errors.TooManyEndpoints(most=MOST)
    endpoint = Endpoint(
        url=address, events=" ".join(wanted), secret=f"whsec_{secrets.token_hex(24)}"
    )
    session.add(endpoint)
    session.flush()
    record_act(session, "webhook_added", "webhook_endpoint", endpoint.id, actor_id)
    return endpoint


def remove_endpoint(session: Session, endpoint_id: int, actor_id: int | None = None) -> None:
    """With its log. Raises NoSuchEndpoint."""
    endpoint = find_endpoint(session, endpoint_id)
    session.delete(endpoint)
    session.flush()
    record_act(session, "webhook_removed", "webhook_endpoint", endpoint_id, actor_id)


def list_endpoints(session: Session) -> list[Endpoint]:
    return list(session.exec(select(Endpoint).order_by(col(Endpoint.id))))


def find_endpoint(session: Session, endpoint_id: int) -> Endpoint:
    """Raises NoSuchEndpoint."""
    endpoint = session.get(Endpoint, endpoint_id)
    if endpoint is None:
        raise errors.NoSuchEndpoint
    return endpoint


def check_address(url: str) -> str:
    """What can be seen without asking anybody; the sender looks again when it has the number.

    Raises:
        BadAddress, NotEncrypted, PrivateAddress
    """
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise errors.BadAddress from None
    plain = url.strip().isascii() and url.strip().isprintable() and " " not in url.strip()
    if not host or not plain or len(url) > LONGEST or parts.username or parts.fragment:
        raise errors.BadAddress
    if parts.scheme not in ("http", "https"):
        raise errors.BadAddress
    if settings().webhooks_private:
        return url.strip()
    if parts.scheme != "https":
        raise errors.NotEncrypted
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        raise errors.PrivateAddress(host=host)
    if not is_public(host, if_name=True):
        raise errors.PrivateAddress(host=host)
    return url.strip()


def is_public(host: str, if_name: bool = False) -> bool:
    """Whether an IP address is one of the internet; `if_name` is the answer for a name."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return if_name
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return (mapped or address).is_global and not address.is_multicast
