"""What may stand in a cell."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.imports import cells
from certify_app.domain.imports.problem_file import formula_safe
from certify_app.domain.imports.problems import BadCell, shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=1+1", r"Put the value in place of the formula =1\+1"),
        ("  =HYPERLINK(1)", "Put the value in place of the formula"),
        ("#N/A", "Put the value in place of Excel’s error #N/A"),
        ("a\0b", r"Remove the character U\+0000 \(control character\)"),
        ("a\x1bb", r"U\+001B"),
        ("Jane\u202eenaJ", r"U\+202E \(right-to-left override\)"),
        ("a\u200bb", r"U\+200B \(zero width space\)"),
        ("Si\ufffdn", "A character was lost here"),
        ("x" * 20_000_000, "it has 20000000 characters and the most is 5000"),
    ],
)
def test_a_cell_that_cannot_be_taken_gets_a_sentence(text: str, said: str) -> None:
    with pytest.raises(BadCell, match=said):
        cells.clean_cell(text)


@given(st.text(max_size=200))
def test_what_is_taken_is_seen_whole_and_kept_in_one_form(text: str) -> None:
    try:
        kept = cells.clean_cell(text)
    except BadCell:
        return
    assert unicodedata.is_normalized("NFC", kept)
    assert cells.clean_cell(kept) == kept
    assert not kept.startswith("=")
    assert all(unicodedata.category(c)[0] != "C" or c in "\u200c\u200d" for c in kept)


@given(st.text(max_size=200))
def test_a_shown_value_holds_nothing_a_terminal_would_obey(text: str) -> None:
    assert all(c == " " or c.isprintable() for c in shown(text))


@given(st.text(alphabet="=+-@\t\r\n aA1"))
def test_a_value_in_the_report_is_never_worked_out_by_a_spreadsheet(text: str) -> None:
    assert not formula_safe(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_number_that_excel_shortened_is_refused() -> None:
    with pytest.raises(BadCell, match=r"Excel has shortened this number to 8.01E\+08"):
        cells.clean_number("8.01E+08")


@pytest.mark.parametrize("text", ["", "-", "…"])
def test_a_number_needs_a_letter_or_a_digit(text: str) -> None:
    with pytest.raises(BadCell):
        cells.clean_number(text)


def test_kinds_are_kept_in_our_order_each_once() -> None:
    assert cells.clean_kinds("Letter, certificate;letter") == "certificate letter"
    with pytest.raises(BadCell, match="diploma is not a document"):
        cells.clean_kinds("certificate diploma")


@pytest.mark.parametrize("text", ["-1", "1.5", "many", "1001", "٣", "00000000001001"])
def test_a_limit_is_a_whole_number(text: str) -> None:
    with pytest.raises(BadCell):
        cells.clean_limit(text)


def test_no_limit_means_the_awarding_bodys() -> None:
    assert cells.clean_limit("") is None
    assert cells.clean_limit("0") == 0
