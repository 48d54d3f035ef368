"""Compiles the pages with Reflex and Vite into .web/build/client."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from certify_app.build import inputs, node, npm_lock
from certify_app.build.diagnosis import explain
from certify_app.build.errors import BuildFailedError

ROOT = Path(__file__).resolve().parents[2]
# Wide lines, so that errors can be read; no Redis, which a build does not need.
QUIET = {"NO_COLOR": "1", "COLUMNS": "200", "CERTIFY_REDIS_URL": ""}


def is_built() -> bool:
    """Whether a front end is there that fits this source."""
    return inputs.is_fresh(ROOT)


def build() -> None:
    """Compile every page. Raises BuildFailedError or NodeMissingError."""
    _restore_packages()
    before = inputs.fingerprint(ROOT)
    try:
        _reflex("export", "--frontend-only", "--no-zip")
    finally:
        npm_lock.tidy(ROOT)
    inputs.stamp(ROOT, before)


def _reflex(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reflex", *arguments],
        check=False,
        cwd=ROOT,
        env=node.environment() | QUIET,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0:
        raise BuildFailedError(explain(done.stdout))


def _restore_packages() -> None:
    """Start from the lock file when an earlier install was broken off."""
    web = ROOT / ".web"
    finished = web / "reflex.install_frontend_packages.cached"
    if (web / "node_modules").exists() and not finished.exists():
        shutil.rmtree(web / "node_modules")
