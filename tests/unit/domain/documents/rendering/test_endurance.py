"""Many documents, and several at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import psutil

from certify_app.domain.documents.rendering import render_document, view_copy
from tests.unit.domain.documents.rendering.samples import CERTIFICATE, DESIGN, NAMES, picture

SCRIPTS = list(NAMES.values())
MOST_GROWTH = 12 * 1024 * 1024
DRESSED = replace(DESIGN, logo=picture(), signature=picture())


def render(number: int) -> bytes:
    name = f"{SCRIPTS[number % len(SCRIPTS)]} {number}"
    return render_document(replace(CERTIFICATE, learner_name=name), DRESSED)


def test_memory_stays_flat_over_three_hundred_documents() -> None:
    process = psutil.Process()
    for number in range(150):
        view_copy(render(number), f"Copy {number % 7}")
    before = process.memory_info().rss
    for number in range(150, 450):
        view_copy(render(number), f"Copy {number % 7}")
    assert process.memory_info().rss - before < MOST_GROWTH


def test_threads_at_once_give_the_bytes_of_one() -> None:
    alone = [render(number) for number in range(1000, 1040)]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(render, [*range(1000, 1040)] * 3))
    assert together == alone * 3
