"""What a certificate costs, beside ReportLab, WeasyPrint and Typst.

    python -m benchmarks.rendering [--rounds 40] [--json FILE]

Every method draws once a round, in random order, another name each time, in one
process. CPU time counts: wall time on a shared machine says more about its
neighbours. A figure is given only if the PDF holds the words it should.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Protocol

from benchmarks.rendering_peers import sample
from benchmarks.rendering_peers.by_fpdf2 import ByStockFpdf2
from benchmarks.rendering_peers.by_reportlab import ByReportLab
from benchmarks.rendering_peers.by_typst import ByTypst
from benchmarks.rendering_peers.by_weasyprint import ByWeasyPrint
from certify_app.domain.documents.rendering import DocumentContent, render_document, view_copy
from certify_app.domain.documents.rendering.opened import opened

PACKAGES = ("fpdf2", "uharfbuzz", "reportlab", "weasyprint", "typst", "zxing-cpp", "pypdf")
OURS = "Certify: Latin certificate"
TYPST = "Typst, compiler kept"
WARM_UP = 3
LATIN, ARABIC = "abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HAN = "明月星辰山川江河美玉珍珠文武英雄春夏秋冬金木水火土"
Job = Callable[[], bytes]
Times = list[tuple[float, float, int]]


class Peer(Protocol):
    def draw(self, own: sample.Laid) -> bytes: ...


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=40)
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    measured = measure(options.rounds)
    report = {
        "rounds": options.rounds,
        "load": os.getloadavg(),
        "python": sys.version.split()[0],
        "versions": {name: version(name) for name in PACKAGES},
        "methods": [summary(name, times, measured) for name, times in measured.items()],
    }
    show(report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False))


def measure(rounds: int) -> dict[str, Times]:
    """CPU ms, wall ms and bytes of each method and round."""
    shared = sample.shared()
    peers: dict[str, Peer] = {
        "fpdf2 by its manual": ByStockFpdf2(shared),
        "ReportLab": ByReportLab(shared),
        "WeasyPrint": ByWeasyPrint(shared),
        TYPST: ByTypst(shared),
    }
    measured: dict[str, Times] = {}
    for number in range(-WARM_UP, rounds):
        jobs = ours(number) | beside(peers, number)
        for name in random.sample(list(jobs), len(jobs)):
            expected, job = jobs[name]
            figures, pdf = timed(job)
            require(name, expected, pdf)
            if number >= 0:
                measured.setdefault(name, []).append(figures)
    return dict(sorted(measured.items(), key=lambda item: middle(item[1], 0)))


def ours(number: int) -> dict[str, tuple[str, Job]]:
    """Each of our documents, with the words it must hold."""
    name, other, third = (latin(number * 7 + place) for place in (0, 5, 6))
    arabic = f"{spelled(ARABIC, number)} محمد بن سلمان"
    han = f"王小{spelled(HAN, number)}"
    contents = {
        OURS: sample.certificate(name, number * 7),
        "Certify: Arabic certificate": sample.certificate(arabic, number),
        "Certify: Chinese certificate": sample.certificate(han, number),
        "Certify: unit certificate, 60 units": sample.units(60, other),
    }
    jobs = {label: (c.learner_name, renderer(c)) for label, c in contents.items()}
    made = render_document(sample.certificate(third, number * 7 + 6), sample.DESIGN)
    jobs["Certify: view copy"] = (third, lambda: view_copy(made, f"View copy {number}"))
    return jobs


def renderer(content: DocumentContent) -> Job:
    return partial(render_document, content, sample.DESIGN)


def beside(peers: dict[str, Peer], number: int) -> dict[str, tuple[str, Job]]:
    jobs: dict[str, tuple[str, Job]] = {}
    for place, (label, peer) in enumerate(peers.items(), start=1):
        content = sample.certificate(latin(number * 7 + place), number * 7 + place)
        own = sample.laid(content)
        jobs[label] = (own.name, partial(peer.draw, own))
    return jobs


def latin(number: int) -> str:
    return f"Siân Llŷr-Żółkiewska {spelled(LATIN, number).title()}"


def spelled(letters: str, number: int) -> str:
    """A word that no other number has."""
    count = len(letters)
    rest = number % count**3
    return letters[rest % count] + letters[rest // count % count] + letters[rest // count**2]


def timed(job: Job) -> tuple[tuple[float, float, int], bytes]:
    cpu, wall = process_time(), perf_counter()
    pdf = job()
    cpu, wall = process_time() - cpu, perf_counter() - wall
    return (cpu * 1000, wall * 1000, len(pdf)), pdf


def require(name: str, expected: str, pdf: bytes) -> None:
    """No figure for a certificate without its words."""
    with opened(pdf) as document:
        read = "".join(page.get_textpage().get_text_bounded() for page in document)
    missing = set("".join(expected.split())) - set(read)
    words = "Certificate" if "unit" not in name else "Unit"
    if missing or words not in read:
        sys.exit(f"{name}: the PDF lacks {missing or words!r}; no figures are given")


def middle(times: Times, figure: int) -> float:
    return statistics.median(row[figure] for row in times)


def summary(
    name: str,
    times: Times,
    measured: dict[str, Times],
) -> dict[str, object]:
    pairs = zip(times, measured[TYPST], strict=True)
    return {
        "method": name,
        "cpu_ms": round(middle(times, 0), 2),
        "cpu_min_ms": round(min(row[0] for row in times), 2),
        "wall_ms": round(middle(times, 1), 2),
        "bytes": int(middle(times, 2)),
        "cpu_to_typst": round(statistics.median(a[0] / b[0] for a, b in pairs), 2),
    }


def show(report: dict[str, Any]) -> None:
    versions = ", ".join(f"{name} {number}" for name, number in report["versions"].items())
    load = " ".join(f"{figure:.2f}" for figure in report["load"])
    print(f"{report['rounds']} rounds; load {load}; Python {report['python']}; {versions}\n")
    print(f"{'':38}{'CPU p50':>9}{'CPU min':>9}{'wall p50':>9}{'bytes':>9}{'to Typst':>9}")
    for row in report["methods"]:
        print(
            f"{row['method']:38}{row['cpu_ms']:>9}{row['cpu_min_ms']:>9}{row['wall_ms']:>9}"
            f"{row['bytes']:>9}{row['cpu_to_typst']:>9}"
        )


if __name__ == "__main__":
    main()
