"""How long `certify import` takes for 100,000 awards, and how long others wait.

    python benchmarks/import_rows.py [--rows N] [--json] [--folder DIR] [--workbook]

Runs the command as a process of its own on SQLite, and on PostgreSQL where its programs
are found: once on an empty database and once more with the same file. Meanwhile a
second process writes a row every 5 ms in a transaction of its own; `longest_wait_ms` is
the longest of those, `peak_mb` the most memory the command held at a time and
`cpu_seconds` what it computed, which a busy machine does not stretch.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from make_sample import HEADERS, awards  # noqa: E402

from certify_app.db.engine import Database  # noqa: E402
from certify_app.db.migrate import migrate  # noqa: E402
from tests.postgres_server import PostgresServer, find_programs  # noqa: E402

IMPORT = [sys.executable, "-c", "from certify_app.cli.main import run; run()", "import", "--json"]


class Writer(threading.Thread):
    """Somebody using the portal: a short write again and again."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.db = Database(url)
        self.over = threading.Event()
        self.waits: list[float] = []
        self.given_up = 0

    def run(self) -> None:
        statement = text(
            "INSERT INTO rate_count (key, window_ends_at, count) VALUES ('b', :at, 1) "
            "ON CONFLICT (key) DO UPDATE SET count = rate_count.count + 1"
        )
        while not self.over.wait(0.005):
            start = time.perf_counter()
            try:
                with self.db.write() as session:
                    session.execute(statement, {"at": "2030-01-01 00:00:00.000000"})
            except OperationalError:
                self.given_up += 1
            self.waits.append(time.perf_counter() - start)
        self.db.close()


@contextmanager
def writing(url: str) -> Iterator[Writer]:
    writer = Writer(url)
    writer.start()
    try:
        yield writer
    finally:
        writer.over.set()
        writer.join()


def measure(name: str, url: str, file: Path, run: str) -> dict[str, Any]:
    env = os.environ | {"CERTIFY_DATABASE_URL": url}
    start = time.perf_counter()
    with writing(url) as writer:
        process = subprocess.Popen(
            [*IMPORT, str(file)], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
        )
        peak, cpu = watch(process)
        seconds = time.perf_counter() - start
    assert process.stdout
    result = json.loads(process.stdout.read())
    assert result["ok"], result
    return {
        "database": name,
        "run": run,
        "rows": result["rows"],
        "new_awards": result["counts"]["awards"]["new"],
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu, 1),
        "peak_mb": round(peak / 1e6),
        "longest_wait_ms": round(max(writer.waits) * 1000),
        "writes_meanwhile": len(writer.waits),
        "writes_given_up": writer.given_up,
    }


def watch(process: subprocess.Popen[str]) -> tuple[int, float]:
    """The most memory the process held, in bytes, and its CPU, looked at every 20 ms."""
    seen = psutil.Process(process.pid)
    peak, cpu = 0, 0.0
    while process.poll() is None:
        try:
            peak = max(peak, seen.memory_info().rss)
            cpu = sum(seen.cpu_times()[:2])
        except psutil.NoSuchProcess:
            break
        time.sleep(0.02)
    return peak, cpu


def write_file(folder: Path, rows: int, workbook: bool) -> Path:
    if not workbook:
        path = folder / "awards.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADERS, *awards(rows)])
        return path
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [HEADERS, *awards(rows)]:
        sheet.append(row)
    path = folder / "awards.xlsx"
    book.save(path)
    return path


def both_runs(name: str, url: str, file: Path) -> list[dict[str, Any]]:
    db = Database(url)
    migrate(db)
    db.close()
    return [measure(name, url, file, run) for run in ("first", "again")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--workbook", action="store_true")
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.folder or Path(made)
        file = write_file(folder, chosen.rows, chosen.workbook)
        found = both_runs("SQLite", f"sqlite:///{folder / 'benchmark.db'}", file)
        if programs := find_programs():
            server = PostgresServer(programs)
            found += both_runs("PostgreSQL", server.url(server.new_database()), file)
            server.stop()
    print(json.dumps(found) if chosen.json else table(found))


def table(found: list[dict[str, Any]]) -> str:
    heads = list(found[0])
    rows = [heads, *([str(f[h]) for h in heads] for f in found)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )


if __name__ == "__main__":
    main()
