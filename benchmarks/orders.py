"""How long a page of orders takes, with few orders and with a million.

    python -m benchmarks.orders [--many 1000000] [--rounds 60] [--json FILE]

On SQLite, and on PostgreSQL where its programs are found. Seeds three databases (1,000,
a tenth of the many, the many) with people whose names are as common as in life, then asks
for pages in turn: one round asks every database once, in random order. p50 of each, and
the ratio that the target is about. That there are more than 10,000 is counted once a
minute, as in the product. Where the p50 of halves of the rounds differ by more
than 30 %, the line says "noisy".
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from benchmarks.order_seed import MALLORY, seed
from certify_app.db.engine import Database
from certify_app.db.migrate import migrate
from certify_app.domain.shop.list_orders import Wanted, list_orders
from certify_app.domain.shop.statuses import OrderStatus
from tests.postgres_server import PostgresServer, find_programs

FEW = 1_000
PAGE = Wanted()
STAFF = {
    "first page": PAGE,
    "page 5": replace(PAGE, page=5),
    "sort: full name": replace(PAGE, sort="name", descending=False),
    "sort: status": replace(PAGE, sort="status"),
    "sort: delivery type": replace(PAGE, sort="delivery"),
    "sort: total": replace(PAGE, sort="total"),
    "sort: created by": replace(PAGE, sort="created_by"),
    "filter: status": replace(PAGE, status=OrderStatus.PROCESSING),
    "filter: delivery type": replace(PAGE, delivery="Courier (UK)"),
    "filter: product": replace(PAGE, product="unit-certificate"),
    "filter: last name, common": replace(PAGE, last_name="Smith"),
    "filter: last name, rare": replace(PAGE, last_name="Zywiec"),
    "filter: first name and status": replace(PAGE, first_name="Jane", status=OrderStatus.COMPLETE),
    "filter: total from and to": replace(PAGE, total_min=3000, total_max=3400),
    "filter: created by": replace(PAGE, created_by="Olwen"),
}
SEARCHES = {
    "search: common name": replace(PAGE, text="smi"),
    "search: rare name": replace(PAGE, text="zyw"),
    "search: number": replace(PAGE, text="4711"),
    "search: product": replace(PAGE, text="unit"),
    "search: two words": replace(PAGE, text="jane smi"),
}


@dataclass(frozen=True)
class Asked:
    name: str
    wanted: Wanted
    account_id: int | None
    least: str
    target: float


def asked() -> list[Asked]:
    own = [Asked(f"learner with 50, {n}", w, MALLORY, "few", 1.25) for n, w in OWN.items()]
    staff = [Asked(f"staff, {n}", w, None, "few", 1.25) for n, w in STAFF.items()]
    searches = [Asked(f"staff, {n}", w, None, "tenth", 2.0) for n, w in SEARCHES.items()]
    return own + staff + searches


OWN = {
    "first page": PAGE,
    "sort: total": replace(PAGE, sort="total"),
    "filter: status": replace(PAGE, status=OrderStatus.PROCESSING),
    "search": replace(PAGE, text="unit"),
}


def measure(databases: dict[str, Database], rounds: int) -> list[dict[str, Any]]:
    found = []
    for one in asked():
        pair = {one.least: databases[one.least], "many": databases["many"]}
        times: dict[str, list[float]] = {name: [] for name in pair}
        for _round in range(rounds):
            for name in random.sample(list(pair), len(pair)):
                times[name].append(timed(pair[name], one))
        found.append(summary(one, {name: ms[3:] for name, ms in times.items()}))
        print(line(found[-1]), flush=True)
    return found


def timed(db: Database, one: Asked) -> float:
    """Milliseconds: of processor time on SQLite, which works in this thread and waits for
    nobody; by the clock on PostgreSQL."""
    watch = thread_time if db.is_sqlite else perf_counter
    start = watch()
    with db.read() as session:
        list_orders(session, one.wanted, one.account_id)
    return (watch() - start) * 1000


def summary(one: Asked, times: dict[str, list[float]]) -> dict[str, Any]:
    least, many = statistics.median(times[one.least]), statistics.median(times["many"])
    return {
        "what": one.name,
        "beside": one.least,
        "least_ms": round(least, 2),
        "many_ms": round(many, 2),
        "ratio": round(many / least, 2),
        "target": one.target,
        "noisy": max(spread(ms) for ms in times.values()) > 0.3,
        "range_ms": [round(low, 2) for low in (min(times["many"]), max(times["many"]))],
    }


def spread(ms: list[float]) -> float:
    halves = statistics.median(ms[::2]), statistics.median(ms[1::2])
    return abs(halves[0] - halves[1]) / min(halves)


def line(found: dict[str, Any]) -> str:
    noisy = f"  noisy {found['range_ms'][0]}–{found['range_ms'][1]} ms" if found["noisy"] else ""
    verdict = "ok" if found["ratio"] <= found["target"] else "OVER"
    return (
        f"{found['what']:42} {found['least_ms']:8.2f} ms {found['many_ms']:8.2f} ms "
        f"× {found['ratio']:5.2f} of {found['target']:g} {verdict}{noisy}"
    )


def prepared(url: Callable[[str], str], sizes: dict[str, int]) -> dict[str, Database]:
    databases = {}
    for name, size in sizes.items():
        start = perf_counter()
        db = Database(url(name))
        migrate(db)
        seed(db, size)
        databases[name] = db
        print(f"seeded {size:,} in {perf_counter() - start:.0f} s", flush=True)
    return databases


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--many", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--only", choices=["sqlite", "postgresql"])
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    sizes = {"few": FEW, "tenth": given.many // 10, "many": given.many}
    report: dict[str, Any] = {"python": sys.version.split()[0], "load": os.getloadavg()}
    with tempfile.TemporaryDirectory() as folder:
        if given.only != "postgresql":
            print("SQLite")
            files = prepared(lambda name: f"sqlite:///{folder}/{name}.db", sizes)
            report["sqlite"] = measure(files, given.rounds)
        programs = find_programs()
        if programs and given.only != "sqlite":
            print("PostgreSQL")
            server = PostgresServer(programs)
            names = {name: server.new_database() for name in sizes}
            found = prepared(lambda name: server.url(names[name]), sizes)
            report["postgresql"] = measure(found, given.rounds)
            for db in found.values():
                db.close()
            server.stop()
    if given.json:
        given.json.write_text(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
