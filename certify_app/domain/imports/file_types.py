"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from pathlib import Path

from certify_app.domain.imports import errors

MOST_CSV_MB = 200
MOST_WORKBOOK_MB = 60
TEXT_ENDINGS = {".csv", ".tsv", ".txt", ".tab"}
WORKBOOK_ENDINGS = {".xlsx"}

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an Excel workbook"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an Excel workbook of before 2007 (.xls) or one with a password"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_MARKUP = (
    (b"{\\rtf", "a text document (RTF)"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "XML"),
    (b"<table", "a web page"),
)


def check_type(path: Path) -> bool:
    """Whether the file is a workbook; otherwise it is text.

    Raises:
        BadFile: missing, empty, too large, or not what its name says.
    """
    if not path.is_file():
        raise errors.NoSuchFile(name=path.name)
    ending = path.suffix.lower()
    if ending not in TEXT_ENDINGS | WORKBOOK_ENDINGS | {".xls", ".xlsm"}:
        raise errors.UnknownFileType(name=path.name)
    workbook = ending in WORKBOOK_ENDINGS
    _check_size(path, MOST_WORKBOOK_MB if workbook else MOST_CSV_MB)
    with path.open("rb") as file:
        start = file.read(1024)
    found = _found(start)
    if workbook and start.startswith(b"PK\x03\x04"):
        return True
    if found or workbook or ending not in TEXT_ENDINGS:
        raise errors.NotWhatItsNameSays(name=path.name, found=found or "text")
    return False


def _check_size(path: Path, most: int) -> None:
    size = path.stat().st_size
    if not size:
        raise errors.EmptyFile(name=path.name)
    if size > most * 1_000_000:
        raise errors.FileTooLarge(name=path.name, size=round(size / 1_000_000), most=most)


def _found(start: bytes) -> str:
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            return what
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((what for mark, what in _MARKUP if head.startswith(mark)), "")
