"""Mail by SMTP: encrypted whenever the server offers it, authenticated when we are given names.

`smtp://user:password@host:587` (STARTTLS when offered; `?tls=required` or credentials
make it a must, `?tls=never` leaves it out) or `smtps://host:465`; `?timeout=` in seconds.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from certify_app.domain.messages.models import Mail
from certify_app.domain.messages.post_office import (
    Attachment,
    MailNotTaken,
    MailRefused,
    MailServerRefusedUs,
)

TIMEOUT_SECONDS = 20.0


@dataclass(frozen=True)
class Server:
    host: str
    port: int
    wrapped: bool
    """TLS from the first byte (smtps)."""
    starttls: str
    """"offered", "required" or "never"."""
    user: str
    password: str
    timeout: float


def read_server(url: str) -> Server:
    parts = urlsplit(url)
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    wrapped = parts.scheme == "smtps"
    needed = "required" if parts.username else "offered"
    return Server(
        host=parts.hostname or "localhost",
        port=parts.port or (465 if wrapped else 587 if parts.username else 25),
        wrapped=wrapped,
        starttls=options.get("tls", needed),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        timeout=float(options.get("timeout", TIMEOUT_SECONDS)),
    )


class Smtp:
    """A `PostOffice`. One connection a mail: a broken one costs one mail's try."""

    def __init__(self, url: str, mail_from: str, context: ssl.SSLContext | None = None) -> None:
        self._server = read_server(url)
        self._from = mail_from
        self._context = context or ssl.create_default_context()

    def deliver(self, mail: Mail, attached: Sequence[Attachment] = ()) -> None:
        message = as_message(mail, self._from, attached)
        with _in_our_words(), self._connection() as connection:
            connection.send_message(message, from_addr=parseaddr(self._from)[1], to_addrs=[mail.to])

    def try_login(self) -> None:
        """Connect, encrypt and log in, and send nothing. Raises as `deliver` does."""
        with _in_our_words(), self._connection():
            pass

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        connection = self._connect()
        try:
            self._secure(connection)
            if self._server.user:
                connection.login(self._server.user, self._server.password)
            yield connection
        finally:
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        if server.wrapped:
            return smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=self._context
            )
        return smtplib.SMTP(server.host, server.port, timeout=server.timeout)

    def _secure(self, connection: smtplib.SMTP) -> None:
        connection.ehlo()
        if self._server.wrapped or self._server.starttls == "never":
            return
        if connection.has_extn("starttls"):
            connection.starttls(context=self._context)
            connection.ehlo()
        elif self._server.starttls == "required":
            raise MailServerRefusedUs(answer="it offers no encryption (STARTTLS)")


def as_message(mail: Mail, mail_from: str, attached: Sequence[Attachment] = ()) -> EmailMessage:
    """The mail as it goes over the wire: plain text, HTML as its alternative, PDFs."""
    message = EmailMessage(policy=SMTP_POLICY)
    message["From"] = mail_from
    message["To"] = mail.to
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    for file in attached:
        message.add_attachment(
            file.content, maintype="application", subtype="pdf", filename=file.name
        )
    return message


@contextmanager
def _in_our_words() -> Iterator[None]:
    """What the server or the network says, as what to do about it."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        raise _by_code(*next(iter(error.recipients.values()))) from None
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError) as error:
        raise MailServerRefusedUs(answer=_answer(error)) from None
    except (smtplib.SMTPHeloError, smtplib.SMTPConnectError) as error:
        raise MailServerRefusedUs(answer=_answer(error)) from None
    except smtplib.SMTPResponseException as error:
        raise _by_code(error.smtp_code, error.smtp_error) from None
    except (smtplib.SMTPException, OSError) as error:
        raise MailNotTaken(answer=f"{type(error).__name__}: {error}") from None


def _by_code(code: int, said: bytes | str) -> MailRefused | MailNotTaken:
    answer = f"{code} {_text(said)}"
    return MailRefused(answer=answer) if code >= 500 else MailNotTaken(answer=answer)


def _answer(error: smtplib.SMTPException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return str(error)


def _text(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:300]
