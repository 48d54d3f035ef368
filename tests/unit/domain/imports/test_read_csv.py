"""CSV in every encoding and with every delimiter that offices use."""

from __future__ import annotations

from pathlib import Path

import pytest

from certify_app.domain.imports.errors import BadFile
from certify_app.domain.imports.open_table import open_table
from tests.unit.domain.imports.files import UNITS

ROW = ["000/0001/1", "U1", "Café, crème & Łódź", "2", "5"]
LATIN = ["000/0001/1", "U1", "Café – crème €", "2", "5"]


def written(path: Path, encoding: str, delimiter: str, row: list[str], start: str = "") -> Path:
    quoted = [f'"{cell}"' for cell in row]
    lines = [delimiter.join(UNITS), delimiter.join(quoted)]
    path.write_bytes((start + "\r\n".join(lines) + "\r\n").encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_in_every_unicode_encoding(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    table = open_table(written(tmp_path / "units.csv", encoding, delimiter, ROW))
    assert list(table.headers) == UNITS
    assert list(table.rows(frozenset())) == [(2, ROW)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_windows_1252_is_read(tmp_path: Path, delimiter: str) -> None:
    table = open_table(written(tmp_path / "units.csv", "cp1252", delimiter, LATIN))
    assert list(table.rows(frozenset())) == [(2, LATIN)]


def test_excels_own_line_about_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    table = open_table(written(tmp_path / "u.csv", "utf-8", ";", ROW, start="sep=;\r\n"))
    assert list(table.headers) == UNITS
    assert list(table.rows(frozenset())) == [(3, ROW)]


def test_line_numbers_count_empty_lines_and_lines_inside_cells(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    text = ",".join(UNITS) + '\n\nq,u1,"two\nlines",2,5\n,,,,\nq,u2,t,2,5\n'
    path.write_text(text, encoding="utf-8")
    assert [line for line, _ in open_table(path).rows(frozenset())] == [3, 6]


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(BadFile) as caught:
        list(open_table(path).rows(frozenset()))
    return str(caught.value)


HEADER = ",".join(UNITS).encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "units.csv is empty"),
        (b"\r\n\r\n", "units.csv is empty"),
        (HEADER + b"\nq,u\0,t,2,5\n", "Line 2 of units.csv holds null bytes"),
        (HEADER + b'\nq,u,"t,2,5\n', "Line 2 of units.csv: a quotation mark is opened"),
        (HEADER + b'\nq,u,"t"x,2,5\n', "Line 2 of units.csv: a quotation mark"),
        (
            HEADER + b"\nq,u,t,2,5\nq,v," + b"x" * 20_000_000 + b",2,5\n",
            "Line 3 of units.csv: a cell has more than 131072 characters",
        ),
        (
            HEADER + "\nq,Café,Łódź,2,5\n".encode() + b"q,\xff\xfe,t,2,5\n",
            "Line 3 of units.csv holds characters that cannot be read",
        ),
        (HEADER + b"\nq,\x81,t,2,5\n", "Line 2 of units.csv holds characters"),
        (b"\xff\xfe" + "q,u".encode("utf-16-le") + b"\x00", "Line 1 of units.csv holds"),
        (b"PK\x03\x04rest", "holds a ZIP archive or an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "holds an Excel workbook of before 2007"),
        (b"%PDF-1.7", "holds a PDF document"),
        (b"\x89PNG\r\n", "holds a picture"),
        (b"<!DOCTYPE html><html>", "holds a web page"),
        (b",".join(b"h%d" % n for n in range(300)), "has 300 columns and the most is 200"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    assert said in refused(tmp_path / "units.csv", content)


def test_a_missing_file_and_an_unknown_ending_get_sentences(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"There is no file nope\.csv"):
        open_table(tmp_path / "nope.csv")
    (tmp_path / "table.docx").write_bytes(b"x")
    with pytest.raises(BadFile, match=r"table\.docx is not a table"):
        open_table(tmp_path / "table.docx")
