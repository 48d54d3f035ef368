"""Make the fonts of the documents out of Debian's Noto packages.

Unpack `fonts-noto-core`, `fonts-noto-extra`, `fonts-noto-cjk` and `unicode-data`
(`apt-get download NAME`, `dpkg-deb -x NAME.deb DIRECTORY`) into one directory, then:

    python tools/subset_fonts.py DIRECTORY

Hints, glyph names and features that nothing asks for are left out. The CJK font is
cut to the characters of people's names: the Chinese standards GB 2312, Big5 and the
Table of General Standard Characters, JIS X 0208 with the Japanese name kanji, the
Korean court's list of name hanja, and every Hangul syllable.
"""

from __future__ import annotations

import bz2
import sys
from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb

FONTS = (
    Path(__file__).parent.parent / "certify_app" / "domain" / "documents" / "rendering" / "fonts"
)
WHOLE = [
    "NotoSerifDisplay-Medium.ttf",
    "NotoSerifDisplay-Italic.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
]
CJK = "NotoSerifCJK-Regular.ttc"
SIMPLIFIED_CHINESE = 2
NAME_FIELDS = ("kTGH", "kJinmeiyoKanji", "kJoyoKanji", "kKoreanName")
UNIHAN = ("OtherMappings", "DictionaryLikeData")
PUNCTUATION = [(0x3001, 0x3020), (0x3041, 0x3097), (0x3099, 0x3100), (0xFF01, 0xFF61)]
HANGUL = (0xAC00, 0xD7A4)


def main(unpacked: Path) -> None:
    for name in WHOLE:
        save(name, cut(hb.Face(blob(unpacked, name))))
    face = hb.Face(blob(unpacked, CJK), SIMPLIFIED_CHINESE)
    wanted = characters_of_names(unpacked) & set(face.unicodes)
    save("NotoSerifCJK-Regular.otf", cut(face, wanted))


def cut(face: hb.Face, characters: Iterable[int] | None = None) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(face.unicodes if characters is None else characters)
    if characters is not None:
        wanted.layout_feature_tag_set.clear()
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, wanted).blob.data)


def characters_of_names(unpacked: Path) -> set[int]:
    listed = set().union(*(unihan(unpacked, field) for field in NAME_FIELDS))
    coded = set().union(*(coded_in(name) for name in ("gb2312", "euc_jp", "big5")))
    ranges = set().union(*(range(*ends) for ends in [*PUNCTUATION, HANGUL]))
    return {c for c in listed | coded if is_han(c)} | ranges


def is_han(character: int) -> bool:
    return 0x3400 <= character <= 0x9FFF or character >= 0x20000 or character == 0x3007


def unihan(unpacked: Path, field: str) -> set[int]:
    """The characters that Unicode's Han database lists under a field."""
    found = set()
    for part in UNIHAN:
        (path,) = unpacked.rglob(f"Unihan_{part}.txt.bz2")
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            rows = (line.split("\t") for line in lines)
            found |= {int(r[0][2:], 16) for r in rows if len(r) == 3 and r[1] == field}
    return found


def coded_in(codec: str) -> set[int]:
    """The characters that a two-byte coding holds."""
    pairs = (bytes([a, b]) for a in range(0xA1, 0xFF) for b in range(0x40, 0xFF))
    texts = (pair.decode(codec, errors="ignore") for pair in pairs)
    return {ord(text) for text in texts if len(text) == 1}


def blob(unpacked: Path, name: str) -> hb.Blob:
    return hb.Blob.from_file_path(str(next(unpacked.rglob(name))))


def save(name: str, font: bytes) -> None:
    (FONTS / name).write_bytes(font)
    print(f"{name}: {len(font):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
