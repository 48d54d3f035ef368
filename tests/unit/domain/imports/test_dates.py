"""Dates as people write them, and what is said of those that are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.imports.dates import parse_date
from certify_app.domain.imports.problems import BadCell

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@given(DAYS, st.sampled_from(["/", "-", "."]), st.booleans())
def test_day_month_year_is_read_with_any_mark_and_with_or_without_zeros(
    day: date, mark: str, padded: bool
) -> None:
    parts = (f"{day.day:02d}", f"{day.month:02d}") if padded else (str(day.day), str(day.month))
    assert parse_date(mark.join((*parts, str(day.year)))) == day


@given(DAYS)
def test_iso_dates_are_read(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.isoformat()} 00:00:00") == day


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9a-z]{1,4}[-/. ][0-9]{1,4}"))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        said: object = parse_date(text)
    except BadCell as error:
        said = error
    assert isinstance(said, date) or len(str(said)) > 20


@pytest.mark.parametrize(
    "text",
    ["1 May 2026", "01 May 2026", "1st May 2026", "1-May-2026", "1 mai 2026", "1 MAY, 2026"],
)
def test_months_in_words_are_read_in_english_and_welsh(text: str) -> None:
    assert parse_date(text) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31/02/2024", "31/02/2024 is not in the calendar: that month has 29 days"),
        ("29/02/2023", "29/02/2023 is not in the calendar: that month has 28 days"),
        ("2024-02-30", "2024-02-30 is not in the calendar: that month has 29 days"),
        ("04/25/2024", "04/25/2024 has no month 25. Write the day first: 25/04/2024"),
        ("2024-13-01", "2024-13-01 is not in the calendar: there is no month 13"),
        ("00/01/2024", "00/01/2024 is not in the calendar: that month has 31 days"),
        ("01/02/0000", "01/02/0000 is not in the calendar: there is no year 0"),
        ("1/2/24", "Write the year of 1/2/24 in four digits, like 31/12/2026"),
        ("42821", "42821 is Excel’s inner number for a date"),
        ("yesterday", "yesterday is not a date we understand"),
        ("１/２/2024", "is not a date we understand"),
        ("1 Smarch 2026", "1 Smarch 2026 is not a date we understand"),
    ],
)
def test_what_is_no_date_gets_a_sentence(text: str, said: str) -> None:
    with pytest.raises(BadCell, match=said.replace("(", r"\(")):
        parse_date(text)


def test_the_day_comes_first_where_both_readings_are_possible() -> None:
    assert parse_date("03/02/2027") == date(2027, 2, 3)
