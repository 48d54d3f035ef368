"""The image of a badge where the awarding body has given none: a hexagon in its colours."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from certify_app.domain.awards.queries import BadgeSummary

_HEXAGON = "M128 6 233.7 67v122L128 250 22.3 189V67Z"
_INNER = "M128 20 221.5 74v108L128 236 34.5 182V74Z"
_SIZES = {1: 30, 2: 27, 3: 23, 4: 20}
_LETTERS_A_LINE = 13
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" role="img">'
    "<title>{title}</title>"
    '<path d="{hexagon}" fill="{brand}"/>'
    '<path d="{inner}" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="1.5"/>'
    '<path d="M84 {rule}h88" stroke="{gold}" stroke-width="2.5"/>'
    '<g fill="#fff" text-anchor="middle" '
    'font-family="Segoe UI,Roboto,Helvetica,Arial,sans-serif" font-weight="600">{words}</g>'
    "</svg>"
)


def draw_badge(badge: BadgeSummary, brand: str, gold: str) -> str:
    """An SVG; colours are `#rrggbb`, and white is read on `brand`."""
    lines = _lines(badge.name)
    size = _SIZES[len(lines)]
    step, top = size * 1.16, 118 - size * 1.16 * (len(lines) - 1) / 2 + size * 0.35
    words = [_line(line, top + n * step, size) for n, line in enumerate(lines)]
    bottom = top + (len(lines) - 1) * step
    words.append(_line(badge.level.upper(), bottom + 44, 15))
    return _SVG.format(
        title=escape(badge.name),
        hexagon=_HEXAGON,
        inner=_INNER,
        brand=escape(brand),
        gold=escape(gold),
        rule=f"{bottom + 20:.1f}",
        words="".join(words),
    )


def _lines(name: str) -> list[str]:
    lines = wrap(name, _LETTERS_A_LINE) or [name]
    return lines if len(lines) <= 4 else [*lines[:3], lines[3][: _LETTERS_A_LINE - 1] + "…"]


def _line(words: str, y: float, size: float) -> str:
    fitted = min(size, 190 / max(len(words), 1) * 1.75)
    return f'<text x="128" y="{y:.1f}" font-size="{fitted:.1f}">{escape(words)}</text>'
