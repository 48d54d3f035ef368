"""The fonts of a document as PDF objects: only the glyphs it uses (ISO 32000-1, 9.7)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb
from fpdf.syntax import PDFObject

from certify_app.domain.documents.rendering.glyph_use import Codes
from certify_app.domain.documents.rendering.typefaces import Typeface

_NONSYMBOLIC_SERIF = 34
_MOST_IN_A_BLOCK = 100
_SYSTEM = "/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >>"
_CMAP = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "{system} def\n/CMapName /{name} def\n/CMapType {kind} def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{blocks}"
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
)


class RawObject(PDFObject):
    """A PDF object whose text, and stream if any, is already written."""

    def __init__(self, entries: str, stream: bytes | None = None) -> None:
        super().__init__()
        self.entries = entries
        self.stream = stream

    def serialize(self, obj_dict: object = None, _security_handler: object = None) -> str:
        if self.stream is None:
            return f"{self.id} 0 obj\n<<{self.entries}>>\nendobj"
        head = f"{self.id} 0 obj\n<<{self.entries} /Length {len(self.stream)}>>\nstream\n"
        return f"{head}{self.stream.decode('latin-1')}\nendstream\nendobj"


@dataclass(frozen=True)
class Subset:
    """A font file with few glyphs, deflated, and the new number of each old glyph."""

    deflated: bytes
    length: int
    new_numbers: dict[int, int]


@lru_cache(maxsize=128)
def subset(typeface: Typeface, glyphs: tuple[int, ...]) -> Subset:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update([0, *glyphs])
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    if typeface.is_cff:
        wanted.flags |= flags.CFF_IDENTITY_CHARSET
    for tag in ("GSUB", "GPOS", "GDEF", "OS/2", "name", "STAT", "vhea", "vmtx", "VORG"):
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode()))
    plan = hb.SubsetPlan(typeface.for_subsets, wanted)
    cut = plan.execute()
    file = cut.reference_table("CFF ").data if typeface.is_cff else cut.blob.data
    return Subset(zlib.compress(file, 6), len(file), dict(plan.old_to_new_glyph_mapping))


def font_objects(typeface: Typeface, codes: Codes) -> list[RawObject]:
    """The objects of one font, the one that pages refer to first.

    They refer to each other by the numbers that `link` gives them.
    """
    cut = subset(typeface, tuple(sorted({glyph for glyph, _ in codes})))
    said = _cmap_stream(2, "Adobe-Identity-UCS", "UCS", _blocks(_sayings(codes), "bfchar"))
    objects = [
        RawObject(""),
        RawObject(""),
        RawObject(_descriptor(typeface)),
        _font_file(typeface, cut),
        said,
        _code_map(typeface, codes, cut),
    ]
    return objects


def link(typeface: Typeface, codes: Codes, objects: list[RawObject]) -> None:
    """Write the references, once every object has its number."""
    font, descendant, descriptor, file, said, code_map = objects
    name = f"/BaseFont /CERTFY+{typeface.name}"
    encoding = code_map.ref if typeface.is_cff else "/Identity-H"
    font.entries = (
        f"/Type /Font /Subtype /Type0 {name} /Encoding {encoding} "
        f"/DescendantFonts [{descendant.ref}] /ToUnicode {said.ref}"
    )
    kind = "CIDFontType0" if typeface.is_cff else "CIDFontType2"
    glyph_map = "" if typeface.is_cff else f" /CIDToGIDMap {code_map.ref}"
    system = _SYSTEM.format(ordering="Identity")
    descendant.entries = (
        f"/Type /Font /Subtype /{kind} {name} {system} /DW 0 "
        f"/W [{_widths(typeface, codes)}] /FontDescriptor {descriptor.ref}{glyph_map}"
    )
    key = "/FontFile3" if typeface.is_cff else "/FontFile2"
    descriptor.entries += f" {key} {file.ref}"


def _widths(typeface: Typeface, codes: Codes) -> str:
    if not typeface.is_cff:
        return f"1 [{' '.join(str(typeface.width(glyph)) for glyph, _ in codes)}]"
    cut = subset(typeface, tuple(sorted({glyph for glyph, _ in codes})))
    pairs = sorted({(cut.new_numbers[g], typeface.width(g)) for g, _ in codes})
    return " ".join(f"{cid} [{width}]" for cid, width in pairs)


def _descriptor(typeface: Typeface) -> str:
    box = " ".join(map(str, typeface.bounds))
    return (
        f"/Type /FontDescriptor /FontName /CERTFY+{typeface.name} "
        f"/Flags {_NONSYMBOLIC_SERIF} /FontBBox [{box}] "
        f"/ItalicAngle {-12 if 'Italic' in typeface.name else 0} "
        f"/Ascent {typeface.ascent} /Descent {typeface.descent} "
        f"/CapHeight 714 /StemV 80"
    )


def _font_file(typeface: Typeface, cut: Subset) -> RawObject:
    kind = "/Subtype /CIDFontType0C" if typeface.is_cff else f"/Length1 {cut.length}"
    return RawObject(f"{kind} /Filter /FlateDecode", cut.deflated)


def _code_map(typeface: Typeface, codes: Codes, cut: Subset) -> RawObject:
    """From codes to glyphs: a table for TrueType, a CMap for CFF."""
    if typeface.is_cff:
        rows = [f"<{c:04X}> {cut.new_numbers[glyph]}" for (glyph, _), c in codes.items()]
        system = _SYSTEM.format(ordering="Identity")
        stream = _cmap_stream(1, "Certify-Codes", "Identity", _blocks(rows, "cidchar"))
        stream.entries += f" /Type /CMap /CMapName /Certify-Codes {system}"
        return stream
    numbers = [0, *(cut.new_numbers[glyph] for glyph, _ in codes)]
    table = b"".join(glyph.to_bytes(2) for glyph in numbers)
    return RawObject("/Filter /FlateDecode", zlib.compress(table))


def _sayings(codes: Codes) -> list[str]:
    return [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for (_, text), code in codes.items()
        if text
    ]


def _blocks(rows: list[str], kind: str) -> str:
    parts = []
    for start in range(0, len(rows), _MOST_IN_A_BLOCK):
        block = rows[start : start + _MOST_IN_A_BLOCK]
        parts.append(f"{len(block)} begin{kind}\n" + "\n".join(block) + f"\nend{kind}\n")
    return "".join(parts)


def _cmap_stream(kind: int, name: str, ordering: str, blocks: str) -> RawObject:
    system = _SYSTEM.format(ordering=ordering)
    text = _CMAP.format(system=system, name=name, kind=kind, blocks=blocks)
    return RawObject("/Filter /FlateDecode", zlib.compress(text.encode("ascii")))
