"""Awards a second through POST /api/v1/awards/bulk, over HTTP, in requests of 10,000.

    python -m benchmarks.api_bulk [--awards 20000] [--database URL]

The server is the real app without its pages, in a process of its own; half of the awards
are new, then all of them are sent again unchanged. Refuses a figure when any item is refused.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

SERVER = """
import sys, uvicorn
from starlette.applications import Starlette
from certify_app.http.api.routes import ROUTES
from certify_app.http.health import ROUTES as HEALTH
uvicorn.run(Starlette(routes=[*HEALTH, *ROUTES]), port=int(sys.argv[1]), log_level="warning")
"""
AT_ONCE = 10_000


def awards(first: int, count: int) -> list[dict[str, Any]]:
    return [
        {
            "enrolment_number": f"BM-{n // 2:07d}",
            "first_name": f"Jane{n // 2 % 500}",
            "last_name": f"Doe{n // 2 % 700}",
            "date_of_birth": f"{1960 + n // 2 % 45}-04-12",
            "email": f"jane{n // 2}@example.org",
            "organisation": f"Centre {n // 2 % 40}",
            "qualification_code": f"601/000{n % 5}/1",
            "qualification_title": f"Diploma number {n % 5}",
            "level": "Level 3",
            "award_date": f"20{10 + n % 2}-0{1 + n % 9}-1{n % 7}",
            "grade": "Pass",
        }
        for n in range(first, first + count)
    ]


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"CERTIFY_DATA_DIR": folder, "CERTIFY_DATABASE_URL": options.database}
        run = "from certify_app.cli.main import run; run()"
        certify = [sys.executable, "-c", run]
        subprocess.run([*certify, "migrate"], env=env, check=True, stdout=subprocess.DEVNULL)
        made = subprocess.run(
            [*certify, "api-keys", "create", "Bench", "--scope", "awards:write", "--json"],
            env=env,
            check=True,
            capture_output=True,
        )
        server = subprocess.Popen([sys.executable, "-c", SERVER, str(options.port)], env=env)
        try:
            measure(options.port, json.loads(made.stdout)["key"], options.awards)
        finally:
            server.terminate()
            server.wait()
        print(f"data folder {sum(f.stat().st_size for f in Path(folder).rglob('*.db')):,} bytes")


def measure(port: int, key: str, count: int) -> None:
    headers = {"Authorization": f"Bearer {key}"}
    base = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=base, headers=headers, timeout=120) as http:
        _wait(http)
        for what, field in (("new", "created"), ("sent again", "unchanged")):
            rates = [_send(http, start, field) for start in range(0, count, AT_ONCE)]
            spread = f"{min(rates):,.0f} to {max(rates):,.0f}"
            print(f"{what}: {statistics.median(rates):,.0f} awards/s ({spread})")


def _send(http: httpx.Client, start: int, field: str) -> float:
    body = json.dumps({"awards": awards(start, AT_ONCE)})
    begun = time.perf_counter()
    headers = {"Content-Type": "application/json", "Idempotency-Key": f"{field}-{start}"}
    answer = http.post("/api/v1/awards/bulk", content=body, headers=headers)
    took = time.perf_counter() - begun
    said = answer.json()
    if answer.status_code != 200 or said[field] != AT_ONCE or len(said["results"]) != AT_ONCE:
        raise SystemExit(f"no figure: {answer.status_code} {str(said)[:300]}")
    return AT_ONCE / took


def _wait(http: httpx.Client) -> None:
    for _ in range(200):
        try:
            http.get("/healthz")
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--awards", type=int, default=30_000)
    parser.add_argument("--database", default="")
    parser.add_argument("--port", type=int, default=8791)
    return parser.parse_args()


if __name__ == "__main__":
    main()
