"""The portal's routes and its worker, killed over and over: run as a program by the kill test.

    python killed_shop.py PID_FILE

Each server is forked from this process, so a new one listens in milliseconds. It writes its
process id to PID_FILE once it listens. End this program with SIGTERM.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from datetime import timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from certify_app.config import settings
from certify_app.db.engine import database
from certify_app.domain.documents.rendering import typefaces
from certify_app.http.routes import ROUTES
from certify_app.jobs import schedule
from certify_app.jobs.registry import load_jobs
from certify_app.jobs.worker import Worker
from tests.waiting import wait_until

LEASE = timedelta(seconds=1)


def serve(pid_file: Path) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Worker(database(), threads=2, lease=LEASE).start()
    routes = Starlette(routes=list(ROUTES))
    config = uvicorn.Config(routes, port=settings().port, log_level="critical", ws="none")
    server = uvicorn.Server(config)
    threading.Thread(target=tell_when_up, args=(server, pid_file), daemon=True).start()
    server.run()


def tell_when_up(server: uvicorn.Server, pid_file: Path) -> None:
    wait_until(lambda: server.started, "the server listens", seconds=60)
    half = pid_file.with_suffix(".half")
    half.write_text(str(os.getpid()))
    half.replace(pid_file)


def main(pid_file: Path) -> None:
    schedule.EVERY.clear()
    load_jobs()
    for style in ("display", "serif", "sans", "strong"):
        typefaces.faces(style)  # type: ignore[arg-type]
    ended: list[int] = []
    child = 0

    def end(*_: object) -> None:
        ended.append(1)
        os.kill(child, signal.SIGKILL)

    signal.signal(signal.SIGTERM, end)
    while not ended:
        pid_file.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            serve(pid_file)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
