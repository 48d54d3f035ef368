"""An awarding body's colours, made legible: WCAG 2.2 contrast, light and dark."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

TEXT = 4.5
COMFORT = 5.5
EDGE = 2.2
WHITE, INK = "#ffffff", "#14213a"
LIGHT_SURFACES = ("#fffefb", "#f7f5f0")
NIGHT = "#101114"
DARK_SURFACES = ("#162033", "#0e1524")


@dataclass(frozen=True)
class Palette:
    """Custom properties by name for one scheme, without the dashes."""

    light: dict[str, str]
    dark: dict[str, str]


def palette(brand: str, gold: str) -> Palette:
    """Everything derived from the two colours an awarding body chooses."""
    return Palette(_scheme(brand, gold, dark=False), _scheme(brand, gold, dark=True))


def _scheme(brand: str, gold: str, dark: bool) -> dict[str, str]:
    surface = (DARK_SURFACES if dark else LIGHT_SURFACES)[0]
    tints = {
        "brand-tint": mix(brand, surface, 0.3 if dark else 0.11),
        "gold-tint": mix(gold, NIGHT, 0.17) if dark else mix(gold, surface, 0.2),
    }
    fill = _fill(_seen_on(brand, surface) if dark else brand)
    return tints | {
        "brand": fill,
        "brand-deep": readable_under_white(mix(fill, "#000000", 0.65)),
        "on-brand": _on(fill),
        "brand-text": readable(brand, tints["brand-tint"], surface),
        "gold": gold,
        "gold-text": readable(gold, tints["gold-tint"], surface),
        "gold-line": mix(gold, surface, 0.4 if dark else 0.6),
    }


def _seen_on(colour: str, ground: str) -> str:
    """The colour, made lighter until a button of it stands out from the ground."""
    while contrast(colour, ground) < EDGE:
        colour = _lighter(colour, 0.02)
    return colour


def _on(fill: str) -> str:
    return WHITE if contrast(WHITE, fill) >= TEXT else INK


def _fill(colour: str) -> str:
    """The colour, darkened only where neither white nor ink could be read on it."""
    while max(contrast(WHITE, colour), contrast(INK, colour)) < TEXT:
        colour = mix(colour, "#000000", 0.95)
    return colour


def readable(colour: str, *grounds: str) -> str:
    """The colour, its hue kept, made darker or lighter until it can be read on each ground."""
    step = -0.02 if luminance(grounds[0]) > 0.2 else 0.02
    while min(contrast(colour, ground) for ground in grounds) < COMFORT:
        colour = _lighter(colour, step)
    return colour


def readable_under_white(colour: str) -> str:
    """The colour, made darker until white words can be read on it."""
    while contrast(colour, WHITE) < COMFORT:
        colour = _lighter(colour, -0.02)
    return colour


def _lighter(colour: str, step: float) -> str:
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    lighter = hls_to_rgb(hue, min(1.0, max(0.0, lightness + step)), saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in lighter)


def contrast(one: str, other: str) -> float:
    """WCAG's ratio, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def mix(colour: str, other: str, share: float) -> str:
    """`share` of the colour, the rest of the other."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
