"""`certify worker`: does the jobs, besides or instead of the one inside `certify serve`."""

import signal
import threading

import typer

EXAMPLES = (
    "certify worker --threads 4",
    "certify worker --once",
)

GRACE_SECONDS = 8.0
"""Whoever stops it kills after ten."""


def command(
    threads: int = typer.Option(2, min=1, max=32, help="Jobs done at the same time."),
    once: bool = typer.Option(False, "--once", help="Do what is due now, then stop."),
) -> None:
    """Send mails and do the other work outside requests, until told to stop."""
    from certify_app.db.engine import database
    from certify_app.jobs.worker import Worker
    from certify_app.logs import set_up_logs

    set_up_logs()
    worker = Worker(database(), threads)
    if once:
        print(f"Jobs done: {worker.work_off()}")
        return
    told = _when_told_to_stop()
    worker.start()
    print("The worker is ready.", flush=True)
    told.wait()
    if not worker.stop(GRACE_SECONDS):
        print("A job was still running. Another worker will take it over.")


def _when_told_to_stop() -> threading.Event:
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    return told
