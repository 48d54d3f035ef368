"""Sends a notice to an address that somebody gave, and to nothing within our own walls.

The name is looked up once, every number it has must be one of the internet, and the
connection goes to the number that was checked. Redirects are not followed.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from urllib.parse import urlsplit

from certify_app.config import settings
from certify_app.domain.webhooks.deliveries import Notice
from certify_app.domain.webhooks.endpoints import is_public
from certify_app.domain.webhooks.errors import NotTaken, Refused

TIMEOUT_SECONDS = 10
MOST_READ = 64 * 1024


class _ToNumber(http.client.HTTPConnection):
    """Connects to a number, and speaks to the host by its name."""

    def __init__(self, host: str, port: int, number: str, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=TIMEOUT_SECONDS)
        self._number = number
        self._tls = context

    def connect(self) -> None:
        bare = socket.create_connection((self._number, self.port), self.timeout)
        self.sock = self._tls.wrap_socket(bare, server_hostname=self.host) if self._tls else bare


def post(notice: Notice, context: ssl.SSLContext | None = None) -> int:
    """The status of the answer.

    Raises:
        NotTaken: it may be taken later.
        Refused: an address we do not send to.
    """
    parts = urlsplit(notice.url)
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    tls = (context or ssl.create_default_context()) if secure else None
    connection = _ToNumber(host, port, _number(host, port), tls)
    path = parts.path or "/"
    try:
        connection.request(
            "POST",
            f"{path}?{parts.query}" if parts.query else path,
            notice.body,
            notice.headers,
        )
        answer = connection.getresponse()
        answer.read(MOST_READ)
    except (OSError, http.client.HTTPException) as error:
        raise NotTaken(problem=_why(error)) from None
    finally:
        connection.close()
    if not 200 <= answer.status < 300:
        raise NotTaken(problem=f"HTTP {answer.status}", answer=answer.status)
    return answer.status


def _number(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise NotTaken(problem="The name is not known") from None
    numbers = [str(entry[4][0]) for entry in found]
    if not settings().webhooks_private and not all(map(is_public, numbers)):
        raise Refused(problem="The address is within a private network")
    return numbers[0]


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "The certificate of the server is not trusted"
    if isinstance(error, TimeoutError):
        return "No answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "Nothing listens there"
    return "The connection was broken"
