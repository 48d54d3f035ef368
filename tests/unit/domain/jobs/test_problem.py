"""What is kept of an error."""

from __future__ import annotations

import pytest

from certify_app.domain.jobs.problem import LONGEST, problem_of
from certify_app.domain.messages.post_office import MailRefused


def test_an_error_of_ours_is_kept_as_its_sentence() -> None:
    error = MailRefused(answer="554 not today")

    assert problem_of(error) == "The mail server refused this mail: 554 not today"


@pytest.mark.parametrize("address", ["jane@example.org", "<jane.doe+x@example.org>", "jane@box"])
def test_addresses_are_left_out(address: str) -> None:
    problem = problem_of(MailRefused(answer=f"550 5.1.1 {address}: no such user"))

    assert "jane" not in problem
    assert "(address)" in problem
    assert "no such user" in problem


def test_the_words_of_foreign_errors_are_left_out_for_they_quote_data() -> None:
    try:
        raise ValueError("Jane Doe was born on 12 April 1998")
    except ValueError as error:
        problem = problem_of(error)

    assert problem.startswith("ValueError at ")
    assert "test_problem.py:" in problem
    assert "Jane" not in problem


def test_a_problem_fits_its_column() -> None:
    assert len(problem_of(MailRefused(answer="x" * 5000))) == LONGEST
