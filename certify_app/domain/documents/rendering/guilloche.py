"""Engraved line work as PDF paths: braided bands, rosettes and the seal's ring.

All curves are cubic Béziers through points whose tangents are known exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin, tau

Curve = Callable[[float], tuple[float, float, float, float]]
"""From a parameter to x, y and the derivatives of both."""


def traced(curve: Curve, start: float, end: float, steps: int) -> str:
    """Path operators of a curve, `steps` Béziers long."""
    step = (end - start) / steps
    x, y, dx, dy = curve(start)
    parts = [f"{x:.2f} {y:.2f} m"]
    for place in range(1, steps + 1):
        to_x, to_y, to_dx, to_dy = curve(start + place * step)
        third = step / 3
        parts.append(
            f"{x + dx * third:.2f} {y + dy * third:.2f} "
            f"{to_x - to_dx * third:.2f} {to_y - to_dy * third:.2f} "
            f"{to_x:.2f} {to_y:.2f} c"
        )
        x, y, dx, dy = to_x, to_y, to_dx, to_dy
    return " ".join(parts)


@lru_cache(maxsize=32)
def band(length: float, height: float, strands: int, period: float) -> str:
    """A braid along the x axis, centred on it: one tile, repeated by moving along."""
    tiles = max(1, round(length / period))
    width = length / tiles
    tile = " ".join(
        traced(_wave(width, height / 2, i / strands, 1), 0, width, 4)
        + " "
        + traced(_wave(width, height / 4, i / strands, 2), 0, width, 8)
        for i in range(strands)
    )
    move = f"1 0 0 1 {width:.4f} 0 cm"
    return "\n".join([f"{tile} S {move}"] * tiles)


def _wave(width: float, amplitude: float, phase: float, times: int) -> Curve:
    turn = tau * times / width

    def curve(x: float) -> tuple[float, float, float, float]:
        angle = turn * x + tau * phase
        return x, amplitude * sin(angle), 1.0, amplitude * turn * cos(angle)

    return curve


@lru_cache(maxsize=32)
def rosette(inner: float, outer: float, petals: int, strands: int, steps: int = 4) -> str:
    """Overlaid rings that swing between two radii around the origin."""
    middle, swing = (inner + outer) / 2, (outer - inner) / 2
    rings = [_ring(middle, swing, petals, i / strands) for i in range(strands)]
    return " ".join(traced(ring, 0, tau, petals * steps) + " s" for ring in rings)


def _ring(middle: float, swing: float, petals: int, phase: float) -> Curve:
    def curve(t: float) -> tuple[float, float, float, float]:
        angle = petals * t + tau * phase
        r, dr = middle + swing * cos(angle), -swing * petals * sin(angle)
        return (
            r * cos(t),
            r * sin(t),
            dr * cos(t) - r * sin(t),
            dr * sin(t) + r * cos(t),
        )

    return curve


def circle(radius: float) -> str:
    def curve(t: float) -> tuple[float, float, float, float]:
        return radius * cos(t), radius * sin(t), -radius * sin(t), radius * cos(t)

    return traced(curve, 0, tau, 8) + " h"


def scalloped(radius: float, depth: float, scallops: int) -> str:
    """The notched edge of a seal."""
    return traced(_ring(radius, depth, scallops, 0), 0, tau, scallops * 4) + " h"


def diamond(width: float, height: float) -> str:
    return f"{-width / 2:.2f} 0 m 0 {height / 2:.2f} l {width / 2:.2f} 0 l 0 {-height / 2:.2f} l h"


def star(points: int, outer: float, inner: float) -> str:
    corners = [
        (radius * sin(i * pi / points), radius * cos(i * pi / points))
        for i in range(2 * points)
        for radius in [inner if i % 2 else outer]
    ]
    steps = [f"{x:.2f} {y:.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(corners)]
    return " ".join([*steps, "h"])
