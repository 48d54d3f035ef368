from __future__ import annotations

from typing import Any

import pytest

from certify_app.gate.payload import LONGEST_TEXT, fits


def search(self: Any, text: str, page: int = 1) -> None: ...


def submit(self: Any, form: dict[str, Any]) -> None: ...


def choose(self: Any, ids: list[int], at: float | None = None) -> None: ...


def arrive(self: Any) -> None: ...


@pytest.mark.parametrize(
    ("handler", "payload"),
    [
        (arrive, {}),
        (search, {"text": "Siân", "page": 2}),
        (search, {"text": ""}),
        (search, {"text": "", "page": "12"}),
        (submit, {"form": {"email": "a@b.org", "tick": True, "many": ["1", "2"]}}),
        (submit, {"form": {"__reflex_form_data__": [["a", "1"], ["a", "2"]]}}),
        (choose, {"ids": [1, 2], "at": 3}),
        (choose, {"ids": [], "at": None}),
    ],
)
def test_what_a_page_sends_gets_through(handler: Any, payload: dict[str, Any]) -> None:
    assert fits(handler, payload)


@pytest.mark.parametrize(
    ("handler", "payload"),
    [
        (arrive, {"extra": 1}),
        (arrive, {"self": 1}),
        (search, {}),
        (search, {"text": None}),
        (search, {"text": 1}),
        (search, {"text": ["a"]}),
        (search, {"text": "x" * (LONGEST_TEXT + 1)}),
        (search, {"text": "", "page": True}),
        (search, {"text": "", "page": "1e3"}),
        (search, {"text": "", "page": "²"}),
        (search, {"text": "", "page": 2**60}),
        (search, {"text": "", "page": 1.5}),
        (submit, {"form": "email=a"}),
        (submit, {"form": {"a": {"b": 1}}}),
        (submit, {"form": {"a": [["b"]]}}),
        (submit, {"form": {"__reflex_form_data__": [["a"]]}}),
        (submit, {"form": {"__reflex_form_data__": "ab"}}),
        (submit, {"form": {"__reflex_form_data__": [], "a": {"b": 1}}}),
        (submit, {"form": {str(n): "" for n in range(201)}}),
        (choose, {"ids": ["a"]}),
        (choose, {"ids": {"0": 1}}),
        (choose, {"ids": [1], "at": "now"}),
    ],
)
def test_what_no_page_sends_is_dropped(handler: Any, payload: dict[str, Any]) -> None:
    assert not fits(handler, payload)
