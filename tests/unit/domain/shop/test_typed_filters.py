"""What somebody types into Advanced Search."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.errors import Problems
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.domain.shop.typed_filters import FIELDS, read_filters


@pytest.mark.parametrize(
    ("typed", "minor"),
    [("10", 1000), ("£10.50", 1050), ("1,234.5", 123450), ("0", 0), (" 7.05 ", 705)],
)
def test_an_amount_is_read_as_people_write_it(typed, minor):
    assert read_filters({"min": typed}).total_min == minor


@pytest.mark.parametrize("typed", ["ten", "-1", "1e3", "1.234", "10,00", "99999999", "££1"])
def test_what_is_no_amount_is_named(typed):
    with pytest.raises(Problems) as raised:
        read_filters({"max": typed})
    assert list(raised.value.by_field()) == ["max"]


@pytest.mark.parametrize("typed", ["27/03/2027", "27.3.2027", "27-03-2027"])
def test_a_day_is_read_with_any_separator(typed):
    assert read_filters({"from": typed}).date_from == date(2027, 3, 27)


@pytest.mark.parametrize("typed", ["31/02/2026", "2027", "tomorrow", "1/1/27", "00/00/0000"])
def test_what_is_no_day_is_named(typed):
    with pytest.raises(Problems) as raised:
        read_filters({"to": typed})
    assert list(raised.value.by_field()) == ["to"]


def test_ranges_that_end_before_they_begin_are_named():
    turned = {"min": "20", "max": "10", "from": "02/01/2027", "to": "01/01/2027"}
    with pytest.raises(Problems) as raised:
        read_filters(turned)
    assert set(raised.value.by_field()) == {"min", "from"}


def test_a_status_or_an_organisation_that_is_none_asks_for_nothing():
    wanted = read_filters({"status": "lost", "organisation": "1 OR 1=1"})
    assert (wanted.status, wanted.organisation_id) == (None, None)
    wanted = read_filters({"status": "pending", "organisation": "7"})
    assert (wanted.status, wanted.organisation_id) == (OrderStatus.PENDING, 7)


def problems_of(typed):
    try:
        read_filters(typed)
    except Problems as problems:
        return problems.by_field()
    return {}


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=200)))
def test_whatever_is_typed_is_understood_or_named_at_its_field(typed):
    found = problems_of(typed)
    assert set(found) <= {"min", "max", "from", "to"} & set(typed)
    assert all(found.values())
