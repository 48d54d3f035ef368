from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.money import NOTHING, Amounts, say_money, with_vat
from certify_app.locales import speaking

gross_amounts = st.integers(min_value=0, max_value=10**9)
rates = st.integers(min_value=0, max_value=10_000)


@pytest.mark.parametrize(
    ("gross", "net", "vat"),
    [(1200, 1000, 200), (399, 333, 66), (599, 499, 100), (0, 0, 0), (1, 1, 0), (3, 3, 0)],
)
def test_vat_at_twenty_percent_is_what_the_guide_and_the_decisions_say(gross, net, vat):
    amounts = with_vat(gross, 2000)
    assert (amounts.net, amounts.vat) == (net, vat)


@given(gross_amounts, rates)
def test_net_and_vat_always_make_the_gross(gross, rate):
    amounts = with_vat(gross, rate)
    assert amounts.net + amounts.vat == gross
    assert 0 <= amounts.vat <= gross


@given(gross_amounts, rates)
def test_vat_is_the_nearest_penny_to_the_exact_share(gross, rate):
    exact = Fraction(gross * rate, 10_000 + rate)
    assert abs(with_vat(gross, rate).vat - exact) <= Fraction(1, 2)


@given(st.lists(st.tuples(gross_amounts, rates), max_size=5))
def test_lines_add_up_without_losing_a_penny(lines):
    total = sum((with_vat(*line) for line in lines), NOTHING)
    assert total.gross == sum(gross for gross, _ in lines)
    assert total.net + total.vat == total.gross


def test_money_is_written_as_the_reader_writes_it():
    assert say_money(1200, "GBP") == "£12.00"
    assert say_money(500, "JPY") == "JP¥500"
    with speaking("cy"):
        assert say_money(123456, "GBP") == "£1,234.56"


def test_amounts_are_values():
    assert Amounts(1200, 200) == with_vat(1200, 2000)
