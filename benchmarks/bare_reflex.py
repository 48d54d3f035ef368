"""The least that Reflex can serve: one page of rx.el with a state, Tailwind, no Radix."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from certify_app.build import node

FOLDER = Path(__file__).resolve().parents[1] / "build" / "bare-reflex"
CONFIG = """
import reflex as rx
from reflex.plugins.sitemap import SitemapPlugin

config = rx.Config(
    app_name="bare",
    telemetry_enabled=False,
    plugins=[rx.plugins.TailwindV4Plugin()],
    disable_plugins=[SitemapPlugin],
    frontend_compression_formats=["brotli", "gzip"],
)
"""
APP = """
import reflex as rx


class Count(rx.State):
    value: int = 0

    @rx.event
    def more(self):
        self.value += 1


def index() -> rx.Component:
    button = rx.el.button(Count.value, on_click=Count.more, class_name="p-2")
    return rx.el.main(rx.el.h1("Bare"), button)


app = rx.App()
app.add_page(index, route="/", title="Bare")
"""


def build() -> None:
    """Once: nothing in it changes but with Reflex itself."""
    if (FOLDER / ".web" / "build" / "client" / "index.html").exists():
        return
    _write()
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    subprocess.run(
        command,
        cwd=FOLDER,
        check=True,
        env=node.environment() | {"REFLEX_API_URL": f"http://localhost:{_port()}"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def _write() -> None:
    (FOLDER / "bare").mkdir(parents=True, exist_ok=True)
    (FOLDER / "assets").mkdir(exist_ok=True)
    (FOLDER / "assets" / "favicon.ico").touch()
    (FOLDER / "rxconfig.py").write_text(CONFIG)
    (FOLDER / "bare" / "__init__.py").touch()
    (FOLDER / "bare" / "bare.py").write_text(APP)


def _port() -> int:
    return int(os.environ.get("BARE_PORT", "8197"))


@contextmanager
def served_bare_page() -> Iterator[str]:
    """The address of the bare page, as long as the block runs."""
    build()
    with _served({"__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true"}, "/") as address:
        yield address


@contextmanager
def served_bare_events() -> Iterator[str]:
    """The address of the bare app without its page: events alone, so nothing is built."""
    _write()
    with _served({}, "/ping") as address:
        yield address.rstrip("/")


@contextmanager
def _served(more: dict[str, str], answers_at: str) -> Iterator[str]:
    env = os.environ | {"REFLEX_ENV_MODE": "prod", "__REFLEX_SKIP_COMPILE": "true"} | more
    command = [sys.executable, "-m", "uvicorn", "--factory", "bare.bare:app"]
    command += ["--port", str(_port()), "--ws", "wsproto", "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=FOLDER, env=env)
    try:
        _wait(f"http://localhost:{_port()}{answers_at}")
        yield f"http://localhost:{_port()}/"
    finally:
        server.terminate()
        server.wait(timeout=15)


def _wait(address: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer")
