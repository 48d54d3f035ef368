"""Compiles the pages with Reflex and Vite into .web/build/client."""

from __future__ import annotations

import shutil
import subprocess
import sys

from certify_app.build import inputs, node, npm_lock
from certify_app.build.diagnosis import explain
from certify_app.build.errors import BuildFailedError
from certify_app.build.places import workshop

# Wide lines, so that errors can be read; no Redis, which a build does not need.
QUIET = {"NO_COLOR": "1", "COLUMNS": "200", "CERTIFY_REDIS_URL": ""}


def is_built() -> bool:
    """Whether a front end is there that fits this source."""
    return inputs.is_fresh(workshop())


def build() -> None:
    """Compile every page. Raises BuildFailedError or NodeMissingError."""
    _restore_packages()
    before = inputs.fingerprint(workshop())
    try:
        _reflex("export", "--frontend-only", "--no-zip")
    finally:
        npm_lock.tidy(workshop())
    inputs.stamp(workshop(), before)


def _reflex(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reflex", *arguments],
        check=False,
        cwd=workshop(),
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
    web = workshop() / ".web"
    finished = web / "reflex.install_frontend_packages.cached"
    if (web / "node_modules").exists() and not finished.exists():
        shutil.rmtree(web / "node_modules")
