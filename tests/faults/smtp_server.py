"""A real SMTP server for tests: STARTTLS and AUTH, and answers as they are dealt."""

from __future__ import annotations

import socket
import ssl
import subprocess
from asyncio import WriteTransport
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "certify@teifi", "p@ss/w:rd"
DROP = "drop the connection after taking the mail"
TAKEN = "250 taken"


class Receiver:
    """Takes mail. `answers` are used up one a mail, then all goes well."""

    def __init__(self, answers: list[str]) -> None:
        self.answers = answers
        self.mails: list[EmailMessage] = []
        self.encrypted: list[bool] = []
        self.logins: list[str] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answers and self.answers[0].startswith("rcpt "):
            return self.answers.pop(0).removeprefix("rcpt ")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else TAKEN
        if answer in (DROP, TAKEN):
            self._take(server, envelope)
        if answer == DROP:
            assert isinstance(server.transport, WriteTransport)
            server.transport.abort()
        return answer

    def _take(self, server: SMTP, envelope: Envelope) -> None:
        assert isinstance(envelope.content, bytes)
        mail: Any = message_from_bytes(envelope.content, policy=default)
        self.mails.append(mail)
        assert server.transport
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)

    def authenticate(
        self, _server: SMTP, _session: Any, _e: Any, how: str, data: Any
    ) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (
            USER.encode(),
            PASSWORD.encode(),
        )
        self.logins.append(how)
        return AuthResult(success=good, handled=False)


@contextmanager
def smtp_server(
    *answers: str,
    tls: ssl.SSLContext | None = None,
    auth: bool = False,
    port: int | None = None,
    wrapped: bool = False,
) -> Iterator[tuple[Receiver, int]]:
    receiver, port = Receiver(list(answers)), port or free_port()
    controller = Controller(
        receiver,
        hostname="127.0.0.1",
        port=port,
        ssl_context=tls if wrapped else None,
        tls_context=None if wrapped else tls,
        require_starttls=bool(tls) and not wrapped,
        authenticator=receiver.authenticate if auth else None,
        auth_required=auth,
    )
    controller.start()
    try:
        yield receiver, port
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody else trusts, with its key, in one file."""
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(
        [*command, *names, "-keyout", path, "-out", path.with_suffix(".crt")],
        check=True,
        capture_output=True,
    )
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def tls_context(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context
