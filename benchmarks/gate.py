"""What the gate adds to an event: p50 of a no-op with a login, and with the gate left out.

    python -m benchmarks.gate [--rounds 5]

Both run in one go, in turns, on the real app with a database on disk.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.security.gated_portal import Gated, gated
from tests.security.tab import OPEN, Tab

EVENTS = 300


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with ExitStack() as stack:
        portals = {
            name: stack.enter_context(gated(Path(tempfile.mkdtemp()), LEAVE_GATE_OUT=out))
            for name, out in (("gate", ""), ("no gate", "yes"))
        }
        found: dict[str, list[float]] = {"gate": [], "gate, nobody": [], "no gate": []}
        for _ in range(rounds):
            for name in found:
                portal = portals["no gate" if name == "no gate" else "gate"]
                person = None if "nobody" in name else portal.people.jane
                cookie = portal.log_in(person)
                found[name].append(asyncio.run(p50(portal, cookie)))
    print(f"load {os.getloadavg()[0]:.1f}, {EVENTS} events a round, {rounds} rounds")
    for name, values in found.items():
        least, middle = min(values) * 1e3, statistics.median(values) * 1e3
        print(f"{name:13} p50 {middle:.2f} ms (best round {least:.2f})")


async def p50(portal: Gated, cookie: str) -> float:
    async with Tab(portal.address, cookie) as tab:
        await tab.hydrate()
        took = []
        for number in range(EVENTS):
            tab.forget()
            began = time.perf_counter()
            await tab.send(f"{OPEN}.answer", {"value": f"n{number}."})
            await tab.until(f"n{number}.")
            took.append(time.perf_counter() - began)
    return statistics.median(took)


if __name__ == "__main__":
    main()
