"""The decoration of the default design: ground, frame, watermark rosette, crest, rules."""

from __future__ import annotations

from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.guilloche import (
    band,
    circle,
    diamond,
    rosette,
    scalloped,
    star,
)
from certify_app.domain.documents.rendering.marks import Drawing, Paper
from certify_app.domain.documents.rendering.outlines import lettering
from certify_app.domain.documents.rendering.painting import rgb
from certify_app.domain.documents.rendering.qr_code import qr_path
from certify_app.domain.documents.rendering.shaping import NoGlyph, shape

IVORY = "#fffdf7"
INK = "#14213a"
MUTED = "#5b667c"
_SMALL_WORDS = {"of", "the", "and", "for", "in", "y", "yr", "a", "ltd", "limited", "plc"}


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another stirred in."""
    pairs = ((int(c[i : i + 2], 16) for c in (colour, other)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def ground(paper: Paper, colour: str = IVORY) -> Drawing:
    return Drawing(f"{rgb(colour)} rg 0 0 {paper.width} {paper.height} re f")


def rule(x: float, y: float, width: float, paper: Paper, colour: str, weight: float) -> Drawing:
    """A horizontal line, `y` from the top."""
    level = paper.height - y
    return Drawing(
        f"{rgb(colour)} RG {weight} w {x:.2f} {level:.2f} m {x + width:.2f} {level:.2f} l S"
    )


def box(x: float, y: float, width: float, height: float, paper: Paper, colour: str) -> Drawing:
    """A filled box, `y` of its upper edge from the top."""
    low = paper.height - y - height
    return Drawing(f"{rgb(colour)} rg {x:.2f} {low:.2f} {width:.2f} {height:.2f} re f")


def divider(middle: float, y: float, width: float, paper: Paper, design: Design) -> Drawing:
    """A gold hairline with a diamond and two points in its middle."""
    half = width / 2
    return Drawing(
        f"1 0 0 1 {middle:.2f} {paper.height - y:.2f} cm "
        f"{rgb(design.gold)} RG {rgb(design.gold)} rg 0.7 w "
        f"{-half:.2f} 0 m -16 0 l {half:.2f} 0 m 16 0 l S "
        f"{diamond(9, 9)} f 1 0 0 1 -12 0 cm {diamond(3.6, 3.6)} f "
        f"1 0 0 1 24 0 cm {diamond(3.6, 3.6)} f"
    )


def frame(paper: Paper, design: Design, edge: float, depth: float) -> list[Drawing]:
    """A brand line, a braided band in gold, a brand hairline, rosettes in the corners."""
    outer = _lined_box(paper, edge, 1.8, design.brand)
    inner = _lined_box(paper, edge + depth, 0.7, design.brand)
    level = edge + depth / 2
    corners = [
        f"q 1 0 0 1 {x:.2f} {y:.2f} cm {_corner(design, depth)} Q"
        for x in (level, paper.width - level)
        for y in (level, paper.height - level)
    ]
    return [Drawing("\n".join([outer, _braids(paper, design, level, depth), inner, *corners]))]


def _lined_box(paper: Paper, inset: float, weight: float, colour: str) -> str:
    width, height = paper.width - 2 * inset, paper.height - 2 * inset
    return f"{rgb(colour)} RG {weight} w {inset:.2f} {inset:.2f} {width:.2f} {height:.2f} re S"


def _braids(paper: Paper, design: Design, level: float, depth: float) -> str:
    across, up = paper.width - 2 * level, paper.height - 2 * level
    high = depth - 9
    wide, tall = (band(length, high, 3, 19) for length in (across, up))
    sides = [
        f"q 1 0 0 1 {level:.2f} {level:.2f} cm {wide} Q",
        f"q 1 0 0 1 {level:.2f} {paper.height - level:.2f} cm {wide} Q",
        f"q 0 1 -1 0 {level:.2f} {level:.2f} cm {tall} Q",
        f"q 0 1 -1 0 {paper.width - level:.2f} {level:.2f} cm {tall} Q",
    ]
    return f"{rgb(design.gold)} RG 0.5 w\n" + "\n".join(sides)


def _corner(design: Design, depth: float) -> str:
    side = depth + 8
    half = side / 2
    plate = f"{-half:.2f} {-half:.2f} {side:.2f} {side:.2f} re"
    return (
        f"{rgb(IVORY)} rg {rgb(design.brand)} RG 1.1 w {plate} B "
        f"{rgb(design.gold)} RG 0.45 w {rosette(half * 0.3, half * 0.8, 8, 4)} "
        f"{rgb(design.brand)} rg {diamond(half * 0.42, half * 0.42)} f"
    )


def watermark_rosette(x: float, y: float, radius: float, colour: str) -> Drawing:
    """A large pale rosette behind the words, counted from the bottom left."""
    rings = [
        rosette(radius * 0.72, radius, 36, 4),
        rosette(radius * 0.42, radius * 0.78, 24, 4),
        rosette(radius * 0.12, radius * 0.46, 12, 4),
    ]
    return Drawing(f"{rgb(colour)} RG 0.5 w 1 0 0 1 {x:.2f} {y:.2f} cm {' '.join(rings)}")


def crest(design: Design, x: float, y: float, radius: float, paper: Paper) -> Drawing:
    """A seal with the awarding body's initials; its middle, `y` from the top."""
    brand, gold = rgb(design.brand), rgb(design.gold)
    deep = rgb(mixed(design.brand, "#000000", 0.28))
    pale = rgb(mixed(design.gold, "#ffffff", 0.25))
    return Drawing(
        f"1 0 0 1 {x:.2f} {paper.height - y:.2f} cm "
        f"{gold} rg {scalloped(radius * 0.975, radius * 0.025, 48)} f "
        f"{rgb(IVORY)} rg {circle(radius * 0.925)} f "
        f"{deep} rg {circle(radius * 0.895)} f "
        f"{pale} RG 0.3 w {rosette(radius * 0.66, radius * 0.87, 30, 4)} "
        f"{brand} rg {gold} RG {radius * 0.022:.2f} w {circle(radius * 0.63)} B "
        f"{rgb(IVORY)} rg {_monogram(design.awarding_body, radius * 0.95)} "
        f"{gold} rg 1 0 0 1 0 {-radius * 0.42:.2f} cm {star(5, radius * 0.07, radius * 0.03)} f "
        f"1 0 0 1 0 {radius * 0.84:.2f} cm {star(5, radius * 0.07, radius * 0.03)} f"
    )


def _monogram(name: str, width: float) -> str:
    try:
        line = shape(initials(name), "display")
    except NoGlyph:
        return star(8, width * 0.3, width * 0.16) + " f"
    size = min(width * 1000 / max(line.width, 1), width * 0.68)
    return lettering(line, -line.width * size / 2000, -0.357 * size, size)


def initials(name: str) -> str:
    """The first letters of the words that carry a name, at most three."""
    words = [w for w in name.split() if w.casefold().strip(".,") not in _SMALL_WORDS]
    return "".join(word[0] for word in words[:3]).upper() or "*"


def qr_square(address: str, x: float, y: float, side: float, paper: Paper) -> Drawing:
    """The code with its quiet zone; its upper left corner, `y` from the top."""
    path, modules = qr_path(address)
    scale = f"{side / modules:.5f}"
    corner = f"{x:.2f} {paper.height - y - side:.2f}"
    return Drawing(
        f"{scale} 0 0 {scale} {corner} cm {rgb(INK)} rg {path}",
        alt=f"QR code: {address}",
        y=y + side,
    )


def strip(x: float, y: float, width: float, paper: Paper, design: Design) -> Drawing:
    """A narrow braid that closes a letterhead, `y` of its middle from the top."""
    return Drawing(
        f"1 0 0 1 {x:.2f} {paper.height - y:.2f} cm {rgb(design.gold)} RG 0.35 w "
        f"q {band(width, 6, 3, 13)} Q"
    )
