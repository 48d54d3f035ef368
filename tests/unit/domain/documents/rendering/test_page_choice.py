from __future__ import annotations

import pytest

from certify_app.domain.documents.rendering import BadPageChoice, choose_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1,3-4", [1, 3, 4]),
        (" 2 ", [2]),
        ("4, 1 - 2,2", [1, 2, 4]),
        ("2\u20133", [2, 3]),
        ("", [1, 2, 3, 4]),
        ("  ", [1, 2, 3, 4]),
        ("1-4", [1, 2, 3, 4]),
    ],
)
def test_pages_are_chosen_by_number_and_stretch(text: str, pages: list[int]) -> None:
    assert choose_pages(text, 4) == pages


@pytest.mark.parametrize(
    "text", ["0", "5", "3-2", "1-9999999999", "a", "1;2", "1,,2", "-1", "1-", "١", "1" * 501]
)
def test_any_other_choice_is_refused_with_what_to_enter(text: str) -> None:
    with pytest.raises(BadPageChoice, match="between 1 and 4"):
        choose_pages(text, 4)
