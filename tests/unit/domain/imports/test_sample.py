"""The sample: whole, importable, the same at every run."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from certify_app.db.engine import Database
from certify_app.domain.awards.models import Award, Qualification, Unit
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Organisation
from tests.unit.domain.imports.files import changed, new, run

ROOT = Path(__file__).resolve().parents[4]
SAMPLE = ROOT / "sample"
FILES = ("awards.csv", "units.csv", "qualifications.csv")


def count(session: Session, table: type) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def test_the_sample_is_what_its_script_writes(tmp_path: Path) -> None:
    script = [sys.executable, ROOT / "tools/make_sample.py", tmp_path]
    subprocess.run(script, check=True, stdout=subprocess.DEVNULL)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (SAMPLE / name).read_bytes()


def test_the_sample_is_imported_whole_and_only_once(db: Database) -> None:
    for name in FILES:
        assert run(db, SAMPLE / name).problem_count == 0
    for name in FILES:
        again = run(db, SAMPLE / name)
        assert (new(again), changed(again)) == ({}, {})
    with db.read() as session:
        assert (count(session, Award), count(session, Qualification)) == (5_000, 40)
        assert sum(o.parent_id is not None for o in session.exec(select(Organisation))) == 7
        most = session.exec(
            select(func.count()).select_from(Unit).group_by(col(Unit.qualification_id))
        ).all()
        assert max(most) == 60
        assert session.exec(select(func.min(Document.download_limit))).one() == 2


def test_the_people_of_the_guide_are_in_the_sample() -> None:
    with (SAMPLE / "awards.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    jane = [row for row in rows if row["enrolment_number"] == "801249141"]
    assert {(r["first_name"], r["last_name"], r["email"]) for r in jane} == {
        ("Jane", "Smith", "jane.smith@example.org")
    }
    assert jane[0]["reference"] == "10643835-01-3DCE"
    assert jane[0]["award_date"] == "2017-03-27"
    assert len(jane) == 3
    assert any(row["email"] == "dave.king@example.org" for row in rows)
    names = {
        " ".join(filter(None, (r["first_name"], r["middle_name"], r["last_name"]))) for r in rows
    }
    assert max(map(len, names)) == 88


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_hundred_thousand_awards_stay_within_their_time_and_memory(tmp_path: Path) -> None:
    """`benchmarks/import_rows.py` runs the command as a process and gives its figures."""
    script = [sys.executable, ROOT / "benchmarks/import_rows.py", "--json", "--folder", tmp_path]
    done = subprocess.run(script, check=True, capture_output=True, text=True, cwd=ROOT)
    for figures in json.loads(done.stdout):
        assert figures["seconds"] < 60
        assert figures["peak_mb"] < 300
