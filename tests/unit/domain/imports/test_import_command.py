"""`certify import` as scripts and people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from certify_app.cli.main import make_app
from certify_app.db.engine import Database
from tests.unit.domain.imports.files import another, sian, write_csv


def certify(*args: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(make_app("import"), ["import", *map(str, args)])
    return done.exit_code, done.stdout, done.stderr


def test_a_good_file_ends_with_0_and_says_what_was_new(db: Database, tmp_path: Path) -> None:
    code, said, problems = certify(write_csv(tmp_path / "awards.csv", [sian()]))
    assert (code, problems) == (0, "")
    assert "awards.csv was imported." in said
    assert "learners: 1 new\n" in said


def test_bad_rows_end_with_1_and_are_told_with_their_lines(db: Database, tmp_path: Path) -> None:
    report = tmp_path / "problems.csv"
    path = write_csv(tmp_path / "awards.csv", [sian(award_date="31/02/2024"), another(1)])
    code, said, problems = certify(path, "--errors", report)
    assert code == 1
    assert "1 row cannot be taken. Nothing was imported." in said
    assert problems.startswith("Line 2, award_date: 31/02/2024 is not in the calendar")
    assert report.exists()


def test_a_bad_file_ends_with_2_and_a_sentence(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "awards.csv"
    path.write_bytes(b"%PDF-1.7")
    code, said, problems = certify(path)
    assert (code, said) == (2, "")
    assert problems.startswith("awards.csv holds a PDF document")


def test_json_is_one_document_with_counts_and_errors(db: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "awards.csv", [sian(grade="=1+1"), another(1)])
    code, said, problems = certify(path, "--json", "--skip-bad-rows")
    document = json.loads(said)
    assert (code, problems) == (0, "")
    assert document["outcome"] == "imported"
    assert document["counts"]["awards"] == {"new": 1, "changed": 0, "unchanged": 0}
    assert document["error_count"] == 1
    assert document["errors"][0] == {
        "line": 2,
        "column": "grade",
        "value": "=1+1",
        "message": "Put the value in place of the formula =1+1: formulas are never worked out",
    }


def test_json_tells_of_a_bad_file_too(db: Database, tmp_path: Path) -> None:
    code, said, _ = certify(tmp_path / "nope.csv", "--json")
    document = json.loads(said)
    assert (code, document["ok"], document["outcome"]) == (2, False, "refused")
    assert document["message"].startswith("There is no file nope.csv")


@pytest.mark.parametrize("option", ["--map=Mark=grade", "--ignore-unknown"])
def test_columns_of_other_systems_are_mapped_or_left_out(
    db: Database, tmp_path: Path, option: str
) -> None:
    row = sian()
    if "map" in option:
        row["Mark"] = row.pop("grade")
    else:
        row["Ethnicity"] = "x"
    assert certify(write_csv(tmp_path / "awards.csv", [row]), option)[0] == 0


def test_a_dry_run_says_that_nothing_was_changed(db: Database, tmp_path: Path) -> None:
    code, said, _ = certify(write_csv(tmp_path / "awards.csv", [sian()]), "--dry-run")
    assert code == 0
    assert "awards.csv was checked and nothing was changed." in said


def test_only_the_first_problems_are_printed(db: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [another(n, grade="=1") for n in range(30)])
    _, _, problems = certify(path)
    lines = problems.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "and 10 more"
