"""Compiles the pages with Reflex and Vite into .web/build/client."""

import subprocess
import sys
from pathlib import Path

from certify_app.build import node

ROOT = Path(__file__).resolve().parents[2]


class BuildFailedError(RuntimeError):
    """The front end could not be compiled; the message is what the tools said."""


def build() -> None:
    """Raises BuildFailedError or NodeMissingError."""
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=node.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise BuildFailedError(f"{done.stdout}\n{done.stderr}")
