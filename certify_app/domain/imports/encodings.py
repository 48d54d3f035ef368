"""Which encoding a text file is in: UTF-8, UTF-16 or Windows-1252, checked to its end."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from pathlib import Path

from certify_app.domain.imports import errors

CHUNK = 1 << 20
_WIDE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")


def find_encoding(path: Path) -> str:
    """Raises NullBytes, or UnknownEncoding naming the first line that cannot be read."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _checked(path, "utf-16")
    if start.startswith(BOM_UTF8):
        return _checked(path, "utf-8-sig")
    if wide := _utf_16_without_mark(start):
        return _checked(path, wide)
    line = _first_bad_line(path, "utf-8")
    if line is None:
        return "utf-8"
    if _mixes_encodings(path):
        raise errors.UnknownEncoding(name=path.name, line=line)
    return _checked(path, "cp1252")


def _utf_16_without_mark(start: bytes) -> str:
    """UTF-16 headers are Latin letters, so every other byte is null."""
    pairs = len(start) // 2
    if pairs < 4:
        return ""
    if start[1::2].count(0) > pairs * 0.9 and start[::2].count(0) == 0:
        return "utf-16-le"
    if start[::2].count(0) > pairs * 0.9 and start[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _checked(path: Path, encoding: str) -> str:
    if line := _first_bad_line(path, encoding):
        raise errors.UnknownEncoding(name=path.name, line=line)
    return encoding


def _first_bad_line(path: Path, encoding: str) -> int | None:
    """Raises NullBytes."""
    decoder = getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n")
            if "\0" in text:
                line += text[: text.index("\0")].count("\n")
                raise errors.NullBytes(name=path.name, line=line)
            line += text.count("\n")
            if not chunk:
                return None


def _mixes_encodings(path: Path) -> bool:
    """Whether a file that is not UTF-8 holds letters in UTF-8 all the same.

    In Windows-1252 such pairs are “Ã©” and the like, which no name has.
    """
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if _WIDE.search(chunk):
                return True
    return False
