from __future__ import annotations

import pytest

from certify_app.build.diagnosis import explain


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("npm error code ENOSPC", "disk is full"),
        ("npm error code ECONNREFUSED", "registry cannot be reached"),
        ("npm error code EINTEGRITY", "reflex.lock"),
        ("FATAL ERROR: JavaScript heap out of memory", "too little memory"),
    ],
)
def test_a_known_cause_is_said_in_a_sentence(printed: str, said: str) -> None:
    assert said in explain(printed)


def test_an_unknown_cause_shows_what_was_printed() -> None:
    assert explain("SyntaxError: here") == "SyntaxError: here"


def test_chatter_does_not_hide_the_error() -> None:
    output = "npm error real\n" + "npm silly chatter\n" * 500
    assert explain(output) == "npm error real"
