"""Units and qualifications from files, and what awards gain by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database
from certify_app.domain.awards.models import Qualification, Unit
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.imports.results import Outcome
from tests.people import People
from tests.unit.domain.imports.files import (
    QUALIFICATIONS,
    UNITS,
    changed,
    new,
    run,
    sian,
    write_csv,
    write_lines,
)

CODE = "000/0001/1"


def qualification(session: Session) -> Qualification:
    return session.exec(select(Qualification).where(Qualification.code == CODE)).one()


def kinds(session: Session) -> list[DocumentKind]:
    return sorted(session.exec(select(Document.kind)))


def with_award(db: Database, folder: Path) -> None:
    run(db, write_csv(folder / "awards.csv", [sian()]))


def units_file(folder: Path) -> Path:
    rows = (f"{CODE},U1,Felling,2,3", f"{CODE},U2,Hedge laying,2,4")
    return write_lines(folder / "units.csv", UNITS, *rows)


def test_units_are_kept_in_the_order_of_the_file(db: Database, tmp_path: Path) -> None:
    with_award(db, tmp_path)
    run(db, units_file(tmp_path))
    path = write_lines(
        tmp_path / "more.csv", UNITS, f"{CODE},U3,Safety,2,1", f"{CODE},U1,Felling,2,5"
    )
    result = run(db, path)
    assert (new(result), changed(result)) == ({"units": 1}, {"units": 1})
    with db.read() as session:
        found = session.exec(select(Unit).order_by("position")).all()
    assert [(u.code, u.credits) for u in found] == [("U3", "1"), ("U1", "5"), ("U2", "4")]
    assert changed(run(db, path)) == new(run(db, path)) == {}


def test_awards_gain_the_unit_certificate_when_units_arrive(db: Database, tmp_path: Path) -> None:
    with_award(db, tmp_path)
    assert new(run(db, units_file(tmp_path))) == {"units": 2, "documents": 1}
    with db.read() as session:
        assert kinds(session) == ["certificate", "letter", "unit_certificate"]


def test_units_may_arrive_before_awards(db: Database, tmp_path: Path) -> None:
    run(db, units_file(tmp_path))
    result = run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    assert new(result)["documents"] == 3
    assert changed(result) == {"qualifications": 1}
    with db.read() as session:
        assert qualification(session).title == "Award in Coppicing"


def says(folder: Path, *row: str) -> Path:
    return write_lines(folder / "qualifications.csv", QUALIFICATIONS, *row)


def test_awards_gain_the_documents_and_the_badge_of_their_qualification(
    db: Database, tmp_path: Path
) -> None:
    run(db, says(tmp_path, f"{CODE},certificate,,,,"))
    with_award(db, tmp_path)
    path = says(tmp_path, f"{CODE},letter certificate,Coppicer,All done,2,1")
    assert new(run(db, path)) == {"documents": 1, "badges": 1}
    with db.read() as session:
        assert kinds(session) == ["certificate", "letter"]
        assert session.exec(select(Badge)).one().reference
        limits = session.exec(select(Document.download_limit, Document.print_limit)).all()
    assert set(limits) == {(2, 1)}
    assert new(run(db, path)) == changed(run(db, path)) == {}


def test_a_limit_that_staff_set_by_hand_stays(db: Database, tmp_path: Path) -> None:
    with_award(db, tmp_path)
    with db.write() as session:
        session.exec(select(Document).order_by("id")).first().download_limit = 9  # type: ignore[union-attr]
    run(db, says(tmp_path, f"{CODE},certificate letter,,,2,2"))
    with db.read() as session:
        assert session.exec(select(Document.download_limit).order_by("id")).all() == [9, 2]


def test_nothing_a_learner_has_is_taken_away(db: Database, people: People, tmp_path: Path) -> None:
    with db.read() as session:
        before = kinds(session)
    run(db, says(tmp_path, "601/0001/1,certificate,,,,"))
    with db.read() as session:
        assert kinds(session) == before
        assert len(session.exec(select(Badge)).all()) == 3


def test_a_qualification_is_renamed_by_its_own_file(
    db: Database, people: People, tmp_path: Path
) -> None:
    headers = [*QUALIFICATIONS, "qualification_title"]
    row = "601/0002/2,certificate letter,,,,,Award in Fine Welding"
    assert changed(run(db, write_lines(tmp_path / "q.csv", headers, row))) == {"qualifications": 1}


@pytest.mark.parametrize(
    ("headers", "row", "said"),
    [
        (UNITS, f"{CODE},U1,Again,2,3", "Unit U1 of this qualification is already on line 2"),
        (UNITS, f"{CODE},,Title,2,3", "Fill in this cell"),
        (UNITS, f"{CODE},U9,Title,2,{'9' * 21}", "it has 21 characters and the most is 20"),
        (
            UNITS,
            f"{CODE},U9,Title,2,3,4,5",
            "This row has more cells than there are headers: see 4",
        ),
        (UNITS, f"{CODE},U9,=1+1,2,3", "Put the value in place of the formula =1+1"),
        (QUALIFICATIONS, f"{CODE},diploma,,,,", "diploma is not a document"),
        (QUALIFICATIONS, f"{CODE},,,,-1,", "Write a whole number from 0 to 1000"),
        (QUALIFICATIONS, "X/1,,,,,", "Qualification X/1 is already on line 2"),
    ],
)
def test_a_bad_row_of_a_list_gets_a_sentence(
    db: Database, tmp_path: Path, headers: list[str], row: str, said: str
) -> None:
    first = f"{CODE},U1,Felling,2,3" if headers is UNITS else "X/1,,,,,"
    result = run(db, write_lines(tmp_path / "list.csv", headers, first, row))
    assert result.outcome is Outcome.REFUSED
    assert [p.line for p in result.problems] == [3]
    assert said in result.problems[0].sentence
    with db.read() as session:
        assert session.exec(select(Qualification)).all() == []


def test_a_dry_run_of_a_list_leaves_no_trace(db: Database, tmp_path: Path) -> None:
    result = run(db, units_file(tmp_path), dry_run=True)
    assert (result.outcome, new(result)["units"]) == (Outcome.CHECKED, 2)
    with db.read() as session:
        assert session.exec(select(Unit)).all() == []
