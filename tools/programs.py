"""The programs that tests use beside Python: found, or installed from Debian."""

import os
import shutil
import sys
from dataclasses import dataclass
from glob import glob

from steps import run, say, step


@dataclass(frozen=True)
class Program:
    """`needed` programs stop the tests when absent; without the others some are skipped."""

    package: str
    names: tuple[str, ...]
    needed: bool
    used_for: str

    def is_there(self) -> bool:
        return any(shutil.which(name) or glob(name) for name in self.names)


PROGRAMS = [
    Program(
        "chromium",
        ("chromium", "chromium-browser", "google-chrome"),
        True,
        "browser tests",
    ),
    Program("poppler-utils", ("pdftotext",), True, "reading certificates back"),
    Program("qpdf", ("qpdf",), True, "checking certificates' structure"),
    Program(
        "postgresql",
        ("postgres", "/usr/lib/postgresql/*/bin/postgres"),
        False,
        "tests on PostgreSQL",
    ),
    Program("redis-server", ("redis-server",), False, "tests with several processes"),
]


def require_programs() -> bool:
    """Install what is missing if we may. Returns whether the tests can run."""
    missing = [p for p in PROGRAMS if not p.is_there()]
    if missing and _apt():
        _install([p.package for p in missing])
        missing = [p for p in PROGRAMS if not p.is_there()]
    for program in missing:
        say(f"{program.package} is missing ({program.used_for})")
    if missing:
        names = " ".join(p.package for p in missing)
        say(f"To install on Debian or Ubuntu: sudo apt-get install {names}")
    return not any(p.needed for p in missing)


def _apt() -> list[str]:
    """The command prefix with which packages may be installed; empty when they may not."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    may_ask = sys.stdin.isatty() and not os.environ.get("CI")
    return ["sudo", "apt-get"] if shutil.which("sudo") and may_ask else []


def _install(packages: list[str]) -> None:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    hint = "The packages could not be installed."
    with step(f"Installing {', '.join(packages)}"):
        run([*_apt(), "update", "-qq"], hint, env)
        run(
            [*_apt(), "install", "-y", "-qq", "--no-install-recommends", *packages],
            hint,
            env,
        )
