"""The project's own Python environment in .venv, made once and refreshed when a lock changes."""

import hashlib
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from steps import StepFailed, run, say, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CERTIFY = VENV / "bin" / "certify"
GIGABYTE = 1_000_000_000
ROOM = 1.5 * GIGABYTE


def require_python() -> None:
    """Raises StepFailed unless this is Python 3.11 and can make environments."""
    if sys.version_info[:2] != (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        raise StepFailed(
            f"Certify needs Python 3.11; this is {found}.\n"
            "Install Python 3.11, or name it: make run PYTHON=/path/to/python3.11"
        )
    if find_spec("ensurepip") is None:
        raise StepFailed(
            "This Python cannot make virtual environments.\n"
            "On Debian and Ubuntu: sudo apt-get install python3.11-venv"
        )


def make_environment(lock: str) -> None:
    """Install what `requirements/<lock>.txt` pins, unless it is installed already.

    The larger lock, "dev", holds everything of "run". Raises StepFailed.
    """
    if _is_fresh(lock) or (lock == "run" and _is_fresh("dev")):
        return
    _require_room()
    if not _works():
        with step("Making the Python environment in .venv"):
            run(
                [sys.executable, "-m", "venv", "--clear", VENV],
                "The environment could not be made.",
            )
    with step("Installing Python packages"):
        _install(lock)
    _stamp(lock).write_text(_fingerprint(lock))


def _install(lock: str) -> None:
    pip = [
        PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
        "--quiet",
    ]
    hint = f"The packages of requirements/{lock}.txt could not be installed."
    run([*pip, "--require-hashes", "--no-deps", "--requirement", _lock(lock)], hint)
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], hint)


def _require_room() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < ROOM:
        raise StepFailed(
            f"Only {free / GIGABYTE:.1f} GB are free on this disk; "
            f"Certify needs {ROOM / GIGABYTE:.1f} GB."
        )


def _works() -> bool:
    if not PYTHON.exists():
        return False
    try:
        version = run([PYTHON, "-c", "import sys, pip; print(*sys.version_info[:2])"], "")
    except StepFailed:
        say("The environment in .venv does not work any more and is made anew")
        return False
    return version.strip() == "3 11"


def _lock(lock: str) -> Path:
    return ROOT / "requirements" / f"{lock}.txt"


def _stamp(lock: str) -> Path:
    return VENV / f"installed-{lock}"


def _fingerprint(lock: str) -> str:
    """Changes with the lock, the project's metadata and the place, which scripts hold."""
    parts = [
        _lock(lock).read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        bytes(VENV),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _is_fresh(lock: str) -> bool:
    stamp = _stamp(lock)
    return stamp.exists() and CERTIFY.exists() and stamp.read_text() == _fingerprint(lock)
