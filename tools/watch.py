"""`make dev`: serves Certify, and builds and starts it again when a file changes."""

import subprocess
import sys
from pathlib import Path

from watchfiles import PythonFilter, watch

ROOT = Path(__file__).resolve().parent.parent
CERTIFY = Path(sys.executable).parent / "certify"
WATCHED = [ROOT / name for name in ("certify_app", "assets", "rxconfig.py")]


class Sources(PythonFilter):
    """Python, and what pages are made of beside it."""

    def __init__(self) -> None:
        super().__init__(extra_extensions=(".css", ".svg", ".js", ".po", ".html", ".woff2"))


def main() -> None:
    server = subprocess.Popen([CERTIFY, "start"], cwd=ROOT)
    try:
        for _ in watch(*WATCHED, watch_filter=Sources()):
            server.terminate()
            server.wait()
            server = subprocess.Popen([CERTIFY, "start"], cwd=ROOT)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
