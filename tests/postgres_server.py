"""A PostgreSQL server of the tests' own: private folder, unix socket, no port."""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from tests.waiting import wait_until

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SMALL = ("shared_buffers=32MB", "max_connections=60", "listen_addresses=")
PR_SET_PDEATHSIG = 1


class PostgresServer:
    """Started on creation; `stop` ends it and removes its folder."""

    def __init__(self, programs: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="certify-pg-", dir="/tmp"))
        self._user = _other_user()
        if self._user:
            shutil.chown(self.folder, self._user)
        self._initialise(programs)
        options = [o for s in (*FAST, *SMALL) for o in ("-c", s)]
        self._process = subprocess.Popen(
            [programs / "postgres", "-D", self._data, "-k", self.folder, *options],
            user=self._user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "log").open("w"),
            preexec_fn=_end_with_parent,
        )
        wait_until(self._answers, "PostgreSQL answers", seconds=30)
        self._names = count(1)

    def new_database(self, template: str = "template1") -> str:
        name = f"t{next(self._names)}"
        self._run("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def drop(self, name: str) -> None:
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://certify@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _initialise(self, programs: Path) -> None:
        options = ("-U", "certify", "--auth=trust", "--no-sync", "-E", "UTF8")
        subprocess.run(
            [programs / "initdb", "-D", self._data, *options, "--locale=C"],
            user=self._user,
            cwd=self.folder,
            check=True,
            capture_output=True,
        )

    def _run(self, command: str, *names: str) -> None:
        with self._connect() as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.folder), user="certify", dbname="postgres", autocommit=True
        )

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError), self._connect():
            return True
        return False


@cache
def find_programs() -> Path | None:
    """The folder of `postgres` and `initdb`: newest of Debian's, or what pg_config says."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]),
    )
    if found:
        return found[-1].parent
    if not shutil.which("pg_config"):
        return None
    said = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
    folder = Path(said.stdout.strip())
    return folder if (folder / "initdb").exists() else None


def _other_user() -> str | None:
    """initdb refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _end_with_parent() -> None:
    """A test run that is killed leaves no server behind (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)
