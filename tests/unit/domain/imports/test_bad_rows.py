"""Every row that cannot be taken gets a sentence, and nothing is changed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlmodel import func, select

from certify_app.db.engine import Database
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award
from certify_app.domain.imports.map_headers import map_headers
from certify_app.domain.imports.open_table import open_table
from certify_app.domain.imports.problems import Problem
from certify_app.domain.imports.progress import tell_nobody
from certify_app.domain.imports.read_rows import read_rows
from certify_app.domain.imports.results import Outcome
from certify_app.domain.imports.staging import staging
from certify_app.domain.learners.models import Learner
from tests.clock import START
from tests.people import People
from tests.unit.domain.imports.files import another, run, sian, write_csv

BAD = [
    ("enrolment_number", "", "Fill in this cell"),
    ("enrolment_number", "8.01E+08", "Excel has shortened this number"),
    ("enrolment_number", "---", "Write the number in letters and digits"),
    ("enrolment_number", "9" * 61, "it has 61 characters and the most is 60"),
    ("first_name", "Ja\u202ene", "Remove the character U+202E (right-to-left override)"),
    ("first_name", "x" * 101, "with at most 100 characters"),
    ("last_name", "?!", "Enter the name in letters"),
    ("last_name", "=cmd()", "Put the value in place of the formula =cmd()"),
    ("last_name", "Sm\U00012000th", "Our fonts cannot draw U+12000 (cuneiform sign a)"),
    ("date_of_birth", "31/02/2024", "that month has 29 days"),
    ("date_of_birth", "", "Fill in this cell"),
    ("date_of_birth", "2027-02-04", "A date of birth cannot be in the future: 2027-02-04"),
    ("date_of_birth", "1899-12-31", "1899-12-31 is before 1900"),
    ("date_of_birth", "2026-08-01", "2026-08-01 is not before the award date 2026-07-01"),
    ("email", "jane@", "Enter an email address in the correct format"),
    ("email", "a@example.org\nBcc: b@example.org", "Enter an email address"),
    ("email", "a@example.org, b@example.org", "Enter an email address"),
    ("qualification_code", "", "Fill in this cell"),
    ("qualification_title", "", "Fill in this cell"),
    ("qualification_title", "t" * 301, "it has 301 characters and the most is 300"),
    ("award_date", "2124-01-01", "2124-01-01 is more than a year ahead"),
    ("award_date", "04/25/2024", "Write the day first: 25/04/2024"),
    ("award_date", "12/31/26", "in four digits"),
    ("expiry_date", "2026-06-30", "The expiry date 2026-06-30 is before the award date"),
    ("expiry_date", "9999-12-31", "Leave the expiry date empty"),
    ("grade", "#N/A", "Excel’s error #N/A"),
    ("reference", "'; DROP TABLE award; --", "Enter the reference in letters, digits"),
    ("reference", "<script>alert(1)</script>", "Enter the reference in letters, digits"),
]


def rows_in(db: Database) -> list[int]:
    with db.read() as session:
        tables = (Award, Learner, AuditEntry)
        return [session.exec(select(func.count()).select_from(t)).one() for t in tables]


@pytest.mark.parametrize(("column", "value", "said"), BAD)
def test_a_bad_cell_is_named_with_its_line(
    tmp_path: Path, column: str, value: str, said: str
) -> None:
    found = problems_of(write_csv(tmp_path / "a.csv", [another(1), sian(**{column: value})]))
    assert [(p.line, p.column) for p in found] == [(3, column)]
    assert said in found[0].sentence


def problems_of(path: Path) -> list[Problem]:
    """Those that a file has by itself, whatever the records hold."""
    table = open_table(path)
    headers = map_headers(table.headers, 1, table.name, {})
    with staging() as stage:
        read_rows(table, headers, stage, START.date(), tell_nobody)
        return list(stage.problems())


def test_one_bad_row_keeps_all_others_out(db: Database, tmp_path: Path) -> None:
    result = run(db, write_csv(tmp_path / "awards.csv", [another(1), sian(grade="=1+1")]))
    assert result.outcome is Outcome.REFUSED
    assert not any(count.new for count in result.counts.values())
    assert rows_in(db) == [0, 0, 0]


def test_everything_wrong_in_a_row_is_told_at_once(tmp_path: Path) -> None:
    bad = sian(date_of_birth="31/02/2024", award_date="2124-01-01", grade="=1+1")
    found = problems_of(write_csv(tmp_path / "awards.csv", [bad]))
    assert [p.column for p in found] == ["date_of_birth", "award_date", "grade"]


def test_one_number_with_two_people_names_both_lines(tmp_path: Path) -> None:
    number = sian()["enrolment_number"]
    rows = [sian(), another(1), sian(first_name="Mallory", award_date="2026-08-01")]
    found = problems_of(write_csv(tmp_path / "awards.csv", rows))
    said = f"Lines 2 and 4 give enrolment number {number} to different people"
    assert [p.line for p in found] == [2, 4]
    assert all(said in p.sentence for p in found)


@pytest.mark.parametrize("written", ["TA200001", "ta-200001", "TA 200001"])
def test_numbers_that_differ_in_marks_alone_are_one_number(tmp_path: Path, written: str) -> None:
    rows = [sian(), sian(enrolment_number=written, first_name="Mallory", award_date="2026-08-01")]
    assert len(problems_of(write_csv(tmp_path / "awards.csv", rows))) == 2


def test_a_reference_used_twice_names_both_lines(tmp_path: Path) -> None:
    rows = [another(n, reference="R-1") for n in (1, 2)]
    found = problems_of(write_csv(tmp_path / "awards.csv", rows))
    assert [p.line for p in found] == [2, 3]
    assert "Reference R-1 stands on lines 2 and 3" in found[0].sentence


def test_the_same_award_twice_is_told(tmp_path: Path) -> None:
    found = problems_of(write_csv(tmp_path / "awards.csv", [sian(), sian()]))
    assert [p.line for p in found] == [3]
    assert "Lines 2 and 3 are the same award" in found[0].sentence


def test_one_code_with_two_titles_names_both_lines(tmp_path: Path) -> None:
    rows = [sian(), another(1, qualification_title="Award in Cooping")]
    found = problems_of(write_csv(tmp_path / "awards.csv", rows))
    assert "Lines 2 and 3 give qualification 000/0001/1" in found[0].sentence


@pytest.mark.parametrize(
    "whose", ["10643835-01-3DCE7K", "D1643835-01-3DCE7K", "b10643835-01-3dce7k"]
)
def test_a_reference_of_another_award_document_or_badge_is_refused(
    db: Database, people: People, tmp_path: Path, whose: str
) -> None:
    result = run(db, write_csv(tmp_path / "awards.csv", [sian(reference=whose)]))
    assert "belongs to another award in the records" in result.problems[0].sentence


def test_a_number_is_never_handed_to_somebody_else(
    db: Database, people: People, tmp_path: Path
) -> None:
    stranger = sian(enrolment_number="TA-100001", date_of_birth="1999-01-01")
    result = run(db, write_csv(tmp_path / "awards.csv", [stranger]))
    assert "TA-100001 belongs to somebody else in the records" in result.problems[0].sentence


def test_an_import_of_awards_never_renames_a_qualification(
    db: Database, people: People, tmp_path: Path
) -> None:
    result = run(db, write_csv(tmp_path / "awards.csv", [sian(qualification_code="601/0001/1")]))
    assert "is “Diploma in Adult Care” (Level 3) in the records" in result.problems[0].sentence


def test_good_rows_can_be_imported_without_the_bad(db: Database, tmp_path: Path) -> None:
    rows = [another(1), sian(grade="=1"), another(2)]
    result = run(db, write_csv(tmp_path / "awards.csv", rows), skip_bad_rows=True)
    assert result.outcome is Outcome.IMPORTED
    assert (result.rows, result.rows_refused, result.counts["awards"].new) == (3, 1, 2)
    assert rows_in(db) == [2, 2, 1]


def test_skipping_never_guesses_who_a_disputed_number_belongs_to(
    db: Database, tmp_path: Path
) -> None:
    rows = [sian(), another(1), sian(last_name="Mole", first_name="Mallory")]
    run(db, write_csv(tmp_path / "awards.csv", rows), skip_bad_rows=True)
    with db.read() as session:
        assert session.exec(select(Learner.first_name)).all() == ["Gwen"]


def test_a_refused_row_leaves_no_learner_and_no_qualification_behind(
    db: Database, people: People, tmp_path: Path
) -> None:
    bad = sian(reference="10643835-01-3DCE7K", qualification_code="000/9999/9")
    result = run(db, write_csv(tmp_path / "a.csv", [bad, another(1)]), skip_bad_rows=True)
    assert result.counts["learners"].new == result.counts["qualifications"].new == 1


def test_every_problem_is_written_to_a_file_that_is_safe_to_open(
    db: Database, tmp_path: Path
) -> None:
    report = tmp_path / "problems.csv"
    rows = [sian(grade="=HYPERLINK(1)"), another(1, email="+1@x")]
    run(db, write_csv(tmp_path / "awards.csv", rows), problem_file=report)
    with report.open(encoding="utf-8-sig", newline="") as file:
        header, first, second = csv.reader(file)
    assert header == ["Line", "Column", "Value", "What to do"]
    assert first[:3] == ["2", "grade", "'=HYPERLINK(1)"]
    assert second[:3] == ["3", "email", "'+1@x"]


def test_the_headers_of_the_file_are_named_not_ours(db: Database, tmp_path: Path) -> None:
    rows = [sian(award_date="never")]
    rows[0]["Completion date"] = rows[0].pop("award_date")
    result = run(db, write_csv(tmp_path / "awards.csv", rows))
    assert result.problems[0].column == "Completion date"
