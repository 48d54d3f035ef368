"""Certify as the container has it: a wheel in an environment of its own, and the scripts.

The quick way to get one borrows the packages it needs from this environment. `container/build.sh`
makes a whole one; test_built.py runs that.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from certify_app.build.places import workshop
from tests.browser.portal import build_once, free_port
from tests.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".web", ".venv", "__pycache__", ".*_cache", "*.egg-info", ".env"
)
NETWORK = ("PIP_", "UV_", "NPM_CONFIG_", "SSL_", "REQUESTS_CA", "NODE_EXTRA_CA")


USUAL_PATH = "/usr/local/bin:/usr/bin:/bin"


def python() -> Path:
    """A Python 3.11 that somebody else may run too; ours may be in our own folder."""
    ours = Path(sys.executable).resolve()
    if all(folder.stat().st_mode & 0o001 for folder in ours.parents):
        return ours
    found = shutil.which("python3.11", path=USUAL_PATH)
    return Path(found) if found else ours


def bare_environment(**more: str) -> dict[str, str]:
    """Nothing of this machine but the way to its package index."""
    names = [n for n in os.environ if n.startswith(NETWORK) or n.lower().endswith("_proxy")]
    kept = {name: os.environ[name] for name in names}
    path = f"{python().parent}:{USUAL_PATH}"
    return kept | {"PATH": path, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"} | more


@dataclass
class Installed:
    """`target` is /opt/certify of the image."""

    target: Path

    def certify(self, *arguments: str, env: dict[str, str], cwd: Path) -> str:
        done = subprocess.run(
            [self.target / "bin" / "certify", *arguments],
            env=env,
            cwd=cwd,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def add_job(self, name: str, source: str) -> None:
        """One that a test can time."""
        work = next(self.target.glob("lib/python*/site-packages/certify_app/jobs/work"))
        (work / f"{name}.py").write_text(source)

    def add_scripts(self) -> None:
        for name in ("start.sh", "health.sh"):
            shutil.copy(ROOT / "container" / name, self.target)

    def make_read_only(self) -> None:
        for path in (self.target, *self.target.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & 0o555 | 0o444 | (0o111 if path.is_dir() else 0))


def copy_source(to: Path) -> Path:
    """What a build gets: the files, and none of what was made from them."""
    shutil.copytree(ROOT, to, ignore=NOT_SOURCE, symlinks=True)
    for made in ("build", "data"):
        shutil.rmtree(to / made, ignore_errors=True)
    return to


def make_wheel(source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    command += ["--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    env = {n: v for n, v in os.environ.items() if n != "PYTHONPATH"}
    subprocess.run(command, check=True, env=env, cwd=folder, capture_output=True)
    return next(folder.glob("certify-*.whl"))


def install_quickly(wheel: Path, target: Path) -> Installed:
    """Into a new environment that finds the other packages where ours has them."""
    subprocess.run([python(), "-m", "venv", "--without-pip", target], check=True)
    site = target / "lib" / "python3.11" / "site-packages"
    (site / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python"]
    command += [str(target / "bin" / "python"), "install", "--quiet", "--no-deps", "--no-compile"]
    command += ["--ignore-installed", str(wheel)]
    env = {n: v for n, v in os.environ.items() if n != "PYTHONPATH"}
    subprocess.run(command, check=True, env=env, cwd=target)
    return Installed(target)


def bring_pages(installed: Installed) -> None:
    """The pages as this source builds them."""
    build_once()
    shutil.copytree(
        workshop() / ".web" / "build", installed.target / "share" / "certify" / ".web" / "build"
    )


@dataclass
class Container:
    """One that runs: `data` is its volume."""

    installed: Installed
    data: Path
    port: int
    env: dict[str, str]
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str) -> tuple[int, str]:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()

    def is_healthy(self) -> bool:
        script = self.installed.target / "health.sh"
        done = subprocess.run([script], env=self.env, cwd=self.data, capture_output=True)
        return done.returncode == 0

    def answers(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        return self.is_healthy()


@contextmanager
def started(installed: Installed, folder: Path, **settings: str) -> Iterator[Container]:
    """As the image starts it: by start.sh, as somebody who may write the volume alone."""
    data, log = folder / "data", folder / "log"
    data.mkdir()
    user = somebody_else()
    if user:
        shutil.chown(data, user)
    port = free_port()
    env = bare_environment(
        PORT=str(port),
        CERTIFY_DATA_DIR=str(data),
        CERTIFY_BIND="127.0.0.1",
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONUNBUFFERED="1",
        **settings,
    )
    with log.open("w") as output:
        process = subprocess.Popen(
            [installed.target / "start.sh"],
            env=env,
            cwd=data,
            user=user,
            group="nogroup" if user else None,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    container = Container(installed, data, port, env, process, log)
    try:
        wait_until(container.answers, "the container to be healthy", 120, every=0.5)
        yield container
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=15)


def somebody_else() -> str | None:
    """None when we are nobody in particular ourselves, or nobody else may run Python."""
    if os.geteuid() != 0 or not all(f.stat().st_mode & 0o001 for f in python().parents):
        return None
    return next(e.pw_name for e in pwd.getpwall() if e.pw_name == "nobody")
