"""Excel workbooks: real dates and numbers, and what hides in a ZIP archive."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from certify_app.domain.imports import read_workbook
from certify_app.domain.imports.errors import BadFile
from certify_app.domain.imports.open_table import open_table
from tests.unit.domain.imports.files import UNITS, write_workbook

HEADERS = ["day", "number", "text"]


def rows(path: Path, dates: frozenset[int] = frozenset()) -> list[tuple[int, list[str]]]:
    """As wide as the headers; one column more is read, for cells beyond them."""
    return [(line, cells[: len(HEADERS)]) for line, cells in open_table(path).rows(dates)]


def test_dates_and_numbers_become_text_as_it_is_read(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx",
        HEADERS,
        [datetime(2026, 7, 1), 801249141, "Siân"],  # noqa: DTZ001 - Excel knows no zones
        [date(1998, 4, 12), 801249141.0, True],
        [None, 2.5, None],
    )
    assert rows(path) == [
        (2, ["2026-07-01", "801249141", "Siân"]),
        (3, ["1998-04-12", "801249141", "TRUE"]),
        (4, ["", "2.5", ""]),
    ]


def test_a_number_in_a_date_column_is_a_day(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, [42821, 42821, "x"])
    assert rows(path, frozenset({0})) == [(2, ["2017-03-27", "42821", "x"])]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    from openpyxl.utils.datetime import MAC_EPOCH

    book = Workbook()
    book.epoch = MAC_EPOCH
    book.worksheets[0].append(HEADERS)
    book.worksheets[0].append([41359, 1, "x"])
    book.save(tmp_path / "a.xlsx")
    assert rows(tmp_path / "a.xlsx", frozenset({0}))[0][1][0] == "2017-03-27"


def test_a_formula_stays_a_formula_and_is_never_worked_out(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, ["=1+1", "=cmd|' /C calc'!A0", "x"])
    assert rows(path) == [(2, ["=1+1", "=cmd|' /C calc'!A0", "x"])]


def test_empty_rows_are_left_out_and_line_numbers_kept(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, [], [None, None, "x"])
    assert rows(path) == [(3, ["", "", "x"])]


def test_only_the_first_sheet_is_read_and_that_is_said(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Learners"
    book.worksheets[0].append(HEADERS)
    book.create_sheet("More").append(["secret"])
    book.save(tmp_path / "a.xlsx")
    assert open_table(tmp_path / "a.xlsx").notes == ("Only the first sheet was read: Learners.",)


def refused(path: Path) -> str:
    with pytest.raises(BadFile) as caught:
        rows(path)
    return str(caught.value)


def test_a_csv_named_xlsx_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text(",".join(UNITS))
    assert "a.xlsx holds text, which its name does not say" in refused(tmp_path / "a.xlsx")


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "holds a ZIP archive" in refused(tmp_path / "a.xlsx")


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, ["x"])
    path.write_bytes(path.read_bytes()[:-200])
    assert "cannot be opened as an Excel workbook" in refused(path)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "a.xlsx is empty. Export it again."


def changed_part(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one part of the archive replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return path


BOMB = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet
xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""


def test_entities_in_the_xml_are_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, ["x"])
    assert "cannot be opened" in refused(changed_part(path, "xl/worksheets/sheet1.xml", BOMB))


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_workbook, "MOST_UNPACKED_MB", 5)
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, ["x"])
    changed_part(path, "xl/media/image1.png", b"\0" * 6_000_000)
    assert path.stat().st_size < 50_000
    assert "a.xlsx unpacks to more than 5 MB" in refused(path)


def test_a_row_number_that_excel_does_not_have_is_refused(tmp_path: Path) -> None:
    sheet = BOMB.split(b"<worksheet")[1].replace(b"&b;", b"x").replace(b'r="1"', b'r="2000000"')
    path = write_workbook(tmp_path / "a.xlsx", HEADERS, ["x"])
    content = b"<worksheet" + sheet.replace(b'"A1"', b'"A2000000"')
    assert "cannot be opened" in refused(changed_part(path, "xl/worksheets/sheet1.xml", content))
