"""Runs the portal: Reflex's own server and the compiled pages in one uvicorn process."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import sys
import tempfile
from threading import Timer
from types import FrameType

import uvicorn

from certify_app.build.errors import NotBuiltError, PortTakenError
from certify_app.build.places import workshop
from certify_app.config import settings
from certify_app.jobs.in_process import take_no_more
from certify_app.logs import set_up_logs

REQUESTS_GRACE_SECONDS = 3
LAST_SECONDS = 9.0
"""After which the process ends whatever hangs: every write is whole or absent, and another
worker takes over the jobs in hand."""


class Server(uvicorn.Server):
    """Says where to go once it answers, and ends within ten seconds of being told to."""

    greeting = ""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        take_no_more()
        last = Timer(LAST_SECONDS, os._exit, [0])
        last.daemon = True
        last.start()
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._greet()

    def _greet(self) -> None:
        ready = f"Certify is ready: {settings().address}"
        sys.stdout.write("\n".join(filter(None, [ready, self.greeting])) + "\n")
        sys.stdout.flush()


def serve(greeting: str = "") -> None:
    """Serve until SIGTERM or SIGINT; open requests get three seconds to end, jobs five.

    `greeting` is printed below the address once it answers.

    Raises:
        NotBuiltError: `certify build` has not run.
        PortTakenError: something else listens there.
    """
    if not (workshop() / ".web" / "build" / "pages.json").exists():
        raise NotBuiltError
    set_up_logs()
    listening = _listen(settings().bind, settings().port)
    prepare_reflex()
    server = Server(_config())
    server.greeting = greeting
    server.run([listening])


def prepare_reflex() -> None:
    """Tell Reflex, before it is imported, to serve what was built and compile nothing.

    Reflex looks for rxconfig.py in the working directory, which may be read-only; what it
    notes at each start goes to a folder of this process.
    """
    scratch = tempfile.mkdtemp(prefix="certify-")
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    os.environ["REFLEX_WEB_WORKDIR"] = scratch
    os.environ["CERTIFY_DATA_DIR"] = str(settings().data_dir)
    os.chdir(workshop())
    os.environ["REFLEX_ENV_MODE"] = "prod"
    os.environ["__REFLEX_SKIP_COMPILE"] = "true"
    os.environ["REFLEX_TELEMETRY_ENABLED"] = "false"


def _listen(address: str, port: int) -> socket.socket:
    """A bound socket, so that a taken port is known before the slow part of the start."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
    except OSError as error:
        listening.close()
        raise PortTakenError(address, port, error.strerror or "unknown reason") from None
    return listening


def _config() -> uvicorn.Config:
    return uvicorn.Config(
        "certify_app.certify_app:app",
        factory=True,
        ws="wsproto",
        lifespan="on",
        access_log=False,
        server_header=False,
        log_config=None,
        timeout_graceful_shutdown=REQUESTS_GRACE_SECONDS,
        proxy_headers=False,
    )
