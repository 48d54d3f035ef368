"""How many checks of references a second, beside a bare Starlette route, in one run.

    python -m benchmarks.verification [--rounds 5] [--seconds 3]

Floors: `looks up` is one Starlette route that reads one row with sqlite3 in a thread and
answers HTML of the same size; `constant` answers the same bytes without looking up. Both
run under the same server as the product. Servers take turns in every round; a reply
counts only if it is 200 and holds the reference that was asked for. The product's rate
limits are lifted, its counting and its events are not.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psutil

CONNECTIONS = 32
AWARDS = 5_000
PORTS = {"lookup": 8651, "constant": 8652, "product": 8653}
TARGETS = {
    "looks up": ("lookup", "/verify"),
    "constant": ("constant", "/verify"),
    "page": ("product", "/verify"),
    "JSON": ("product", "/api/v1/verify"),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        references = fill(Path(folder))
        report(measure(Path(folder), references, options.rounds, options.seconds))


def fill(folder: Path) -> list[str]:
    from certify_app.db.engine import Database
    from certify_app.db.migrate import migrate
    from certify_app.domain.awarding_body.models import AwardingBody
    from certify_app.domain.awards.models import Award, Qualification
    from certify_app.domain.learners.models import Learner
    from certify_app.domain.references import new_reference

    db = Database(f"sqlite:///{folder / 'certify.db'}")
    migrate(db)
    with db.write() as session:
        session.add(AwardingBody(id=1, name="Teifi Awards"))
        learner = Learner(
            first_name="Jane", last_name="Doe", first_name_key="jane", last_name_key="doe"
        )
        title = Qualification(code="601/0001/1", title="Diploma in Adult Care", level="Level 3")
        session.add_all([learner, title])
        session.flush()
        awards = [
            Award(
                learner_id=learner.id or 0,
                qualification_id=title.id or 0,
                reference=new_reference(),
                awarded_name="Jane Doe",
                award_date=date(2026, 7, 1),
                grade="Pass",
            )
            for _ in range(AWARDS)
        ]
        session.add_all(awards)
    db.close()
    return [award.reference for award in awards]


@dataclass(frozen=True)
class Round:
    """`cpu` is the server's own processor time for one answer, which a busy machine
    changes less than the rate."""

    rate: float
    cpu: float


def measure(
    folder: Path, references: list[str], rounds: int, seconds: float
) -> dict[str, list[Round]]:
    servers = {kind: start(kind, port, folder) for kind, port in PORTS.items()}
    found: dict[str, list[Round]] = {name: [] for name in TARGETS}
    try:
        for _ in range(rounds):
            for name in random.sample(sorted(TARGETS), len(TARGETS)):
                kind, path = TARGETS[name]
                before = cpu_seconds(servers[kind])
                answers, took = asyncio.run(load(PORTS[kind], path, references, seconds))
                cpu = (cpu_seconds(servers[kind]) - before) / answers
                found[name].append(Round(answers / took, cpu))
    finally:
        for server in servers.values():
            server.terminate()
            server.wait(timeout=15)
    return found


def cpu_seconds(server: subprocess.Popen[bytes]) -> float:
    times = psutil.Process(server.pid).cpu_times()
    return float(times.user + times.system)


def start(kind: str, port: int, folder: Path) -> subprocess.Popen[bytes]:
    env = os.environ | {"CERTIFY_DATA_DIR": str(folder), "PORT": str(port)}
    command = [sys.executable, "-m", "benchmarks.verification_servers", kind, str(port)]
    server = subprocess.Popen(command, env=env)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            asyncio.run(ask_once(port))
        except OSError:
            time.sleep(0.2)
        else:
            return server
    raise TimeoutError(kind)


async def ask_once(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


async def load(port: int, path: str, references: list[str], seconds: float) -> tuple[int, float]:
    """Answers, and the seconds they took, over CONNECTIONS kept-alive connections."""
    began = time.monotonic()
    end = began + seconds
    done = await asyncio.gather(*(one(port, path, references, end) for _ in range(CONNECTIONS)))
    return sum(done), time.monotonic() - began


async def one(port: int, path: str, references: list[str], end: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answered = 0
    while time.monotonic() < end:
        reference = random.choice(references)
        writer.write(
            f"GET {path}?reference={reference} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        )
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
        body = await reader.readexactly(length)
        if b" 200 " not in head or reference.encode() not in body:
            raise ValueError(f"not the answer to {reference}: {head!r}")
        answered += 1
    writer.close()
    return answered


def report(found: dict[str, list[Round]]) -> None:
    print(f"load {os.getloadavg()[0]:.1f}, {CONNECTIONS} connections, {len(found['page'])} rounds")
    for name, rounds in found.items():
        rates = [r.rate for r in rounds]
        cpu = statistics.median(r.cpu for r in rounds) * 1e6
        line = f"{name:9} {statistics.median(rates):6.0f}/s ({min(rates):.0f}-{max(rates):.0f})"
        print(f"{line:30} {cpu:5.0f} µs CPU  " + "  ".join(beside(rounds, found)))


def beside(rounds: list[Round], found: dict[str, list[Round]]) -> list[str]:
    """The share of each floor, by rate and by processor time."""
    said = []
    for floor in ("looks up", "constant"):
        pairs = list(zip(rounds, found[floor], strict=True))
        rate = statistics.median(one.rate / other.rate for one, other in pairs)
        cpu = statistics.median(other.cpu / one.cpu for one, other in pairs)
        said.append(f"{rate:.2f} (by CPU {cpu:.2f}) of {floor}")
    return said


if __name__ == "__main__":
    main()
