"""Whatever two colours an awarding body chooses, everything can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.awarding_body.palette import WHITE, contrast, palette

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SURFACES = {"light": "#fffefb", "dark": "#162033"}
TEXT = 4.5


@given(brand=COLOURS, gold=COLOURS)
def test_words_can_be_read_on_every_ground(brand: str, gold: str) -> None:
    both = palette(brand, gold)
    for name, scheme in (("light", both.light), ("dark", both.dark)):
        for words, ground in (
            ("on-brand", scheme["brand"]),
            ("brand-text", scheme["brand-tint"]),
            ("brand-text", SURFACES[name]),
            ("gold-text", scheme["gold-tint"]),
            ("gold-text", SURFACES[name]),
        ):
            assert contrast(scheme[words], ground) >= TEXT, (name, words, ground)
        assert contrast(WHITE, scheme["brand-deep"]) >= TEXT


def test_a_brand_that_can_be_read_already_is_left_as_it_is() -> None:
    light = palette("#17516f", "#d3a33b").light
    assert (light["brand"], light["brand-text"], light["gold"]) == (
        "#17516f",
        "#17516f",
        "#d3a33b",
    )


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
