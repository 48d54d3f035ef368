"""Basket and checkout events beside a no-op event of bare Reflex, in one run.

    python -m benchmarks.shop_events [--rounds 8] [--json FILE]

Each round takes every event in random order, EVENTS times, from one tab; an event counts once
its own words are in a delta. p50 of the rounds' medians, and the ratio to the floor's. Where
rounds spread by more than 30 % the line says "noisy" with its range.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.bare_reflex import served_bare_events
from tests.people import id_of
from tests.security.gated_portal import Gated, gated
from tests.security.tab import OPEN, ROOT, Tab
from tests.unit.domain.shop.conftest import Shop, stocked

EVENTS = 60
TARGET = 2.5
FLOOR = "bare Reflex, no-op"
STATE = f"{ROOT}.certify_app___state___portal___"
BASKET, CHECKOUT = f"{STATE}basket____basket", f"{STATE}checkout____checkout"


@dataclass(frozen=True)
class Asked:
    """An event with one of two payloads in turn, and the words each must bring."""

    name: str
    handler: str
    payloads: Sequence[dict[str, Any]]
    words: Sequence[str]
    path: str = "/"


def events(shop: Shop) -> list[Asked]:
    unit = id_of(shop.product("unit-certificate"))
    line = {"award_id": shop.award, "product_id": unit}
    return [
        Asked(
            "our no-op, logged in",
            f"{OPEN}.answer",
            [{"value": "n1."}, {"value": "n2."}],
            ["n1.", "n2."],
        ),
        Asked(
            "basket: quantity",
            f"{BASKET}.change",
            [line | {"quantity": 2}, line | {"quantity": 1}],
            ["holds 2 items", "holds 1 item,"],
            "/basket",
        ),
        Asked(
            "checkout: open a section",
            f"{CHECKOUT}.open_section",
            [{"section": "billing"}, {"section": "delivery"}],
            ['"billing"', '"delivery"'],
            "/checkout",
        ),
        Asked(
            "checkout: delivery method",
            f"{CHECKOUT}.choose_method",
            [{"code": "collection"}, {"code": "second-class"}],
            ["£12.00", "£15.99"],
            "/checkout",
        ),
    ]


async def take(tab: Tab, asked: Asked, count: int) -> float:
    """The median in milliseconds."""
    took = []
    for turn in range(count):
        place = turn % len(asked.payloads)
        tab.forget()
        began = time.perf_counter()
        await tab.send(asked.handler, asked.payloads[place], asked.path)
        await tab.until(asked.words[place])
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


async def measure(
    bare: str, portal: Gated, asked: list[Asked], rounds: int
) -> dict[str, list[float]]:
    cookie = portal.log_in(portal.people.jane)
    async with AsyncExitStack() as stack:
        floor = await stack.enter_async_context(Tab(bare))
        await floor.send(f"{ROOT}.hydrate")
        ours = await stack.enter_async_context(Tab(portal.address, cookie))
        await ours.hydrate("/checkout")
        await ours.send(f"{CHECKOUT}.load", {}, "/checkout")
        await ours.fence()
        took: dict[str, list[float]] = {FLOOR: [], **{one.name: [] for one in asked}}
        runs: list[Callable[[], Any]] = [lambda: noop(floor, took[FLOOR])]
        runs += [lambda one=one: of_ours(ours, one, took[one.name]) for one in asked]
        for _round in range(rounds + 1):
            for run in random.sample(runs, len(runs)):
                await run()
    return {name: values[1:] for name, values in took.items()}


async def noop(tab: Tab, kept: list[float]) -> None:
    noops = Asked(FLOOR, f"{ROOT}.bare___bare____count.more", [{}], ['"value'])
    kept.append(await take(tab, noops, EVENTS))


async def of_ours(tab: Tab, asked: Asked, kept: list[float]) -> None:
    kept.append(await take(tab, asked, EVENTS))


def line(name: str, values: list[float], floor: float) -> str:
    middle = statistics.median(values)
    spread = (max(values) - min(values)) / middle
    noisy = f"  noisy {min(values):.2f}–{max(values):.2f} ms" if spread > 0.3 else ""
    ratio = middle / floor
    verdict = "" if name == FLOOR else f"{'ok' if ratio <= TARGET else 'OVER'} of {TARGET:g}"
    return f"{name:30} p50 {middle:6.2f} ms  × {ratio:5.2f} {verdict}{noisy}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=8)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    with ExitStack() as stack:
        bare = stack.enter_context(served_bare_events())
        portal = stack.enter_context(gated(Path(tempfile.mkdtemp())))
        shop = stocked(portal.db, portal.people)
        shop.add("unit-certificate")
        took = asyncio.run(measure(bare, portal, events(shop), given.rounds))
    print(f"load {os.getloadavg()[0]:.1f}, {EVENTS} events a round, {given.rounds} rounds")
    floor = statistics.median(took[FLOOR])
    for name, values in took.items():
        print(line(name, values, floor))
    if given.json:
        given.json.write_text(json.dumps(took, indent=2))


if __name__ == "__main__":
    main()
