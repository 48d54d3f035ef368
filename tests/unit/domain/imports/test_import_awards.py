"""What an import of awards adds, corrects and leaves alone, on both databases."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.imports import errors, import_awards
from certify_app.domain.imports.results import Outcome
from certify_app.domain.jobs.models import Job
from certify_app.domain.learners.models import EnrolmentNumber, Learner, Organisation
from certify_app.domain.references import clean_reference
from tests.clock import HeldClock
from tests.people import People
from tests.unit.domain.imports.files import (
    HEADERS,
    another,
    changed,
    new,
    run,
    sian,
    write_csv,
    write_workbook,
)


def one_award(session: Session, number: str = "TA-200001") -> Award:
    return session.exec(select(Award).where(Award.enrolment_number == number)).one()


def test_a_row_becomes_a_learner_an_award_and_its_documents(
    db: Database, clock: HeldClock, tmp_path: Path
) -> None:
    result = run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    assert result.outcome is Outcome.IMPORTED
    assert new(result) == {
        "organisations": 2,
        "qualifications": 1,
        "learners": 1,
        "awards": 1,
        "documents": 2,
    }
    with db.read() as session:
        learner = session.exec(select(Learner)).one()
        number = session.exec(select(EnrolmentNumber)).one()
        award = one_award(session)
        papers = session.exec(select(Document).order_by("id")).all()
    assert learner.full_name == award.awarded_name == "Siân Mair O’Neill-Łyś"
    assert (learner.first_name_key, learner.last_name_key) == ("sian", "oneilllys")
    assert (learner.email, learner.date_of_birth) == ("sian@example.org", date(1998, 4, 12))
    assert (number.number, number.number_key) == ("TA-200001", "ta200001")
    assert (award.award_date, award.grade, award.version) == (date(2026, 7, 1), "Pass", 1)
    assert (award.status, award.created_at) == (AwardStatus.VALID, clock.now)
    assert clean_reference(award.reference) == award.reference
    assert [p.kind for p in papers] == [DocumentKind.CERTIFICATE, DocumentKind.LETTER]
    assert {(p.download_limit, p.downloads, p.prints) for p in papers} == {(3, 0, 0)}
    assert len({award.reference, *(p.reference for p in papers)}) == 3


def test_an_organisation_may_be_named_with_its_parent(db: Database, tmp_path: Path) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian(), another(1, organisation="coleg teifi")]))
    with db.read() as session:
        trust, college = session.exec(select(Organisation).order_by("id")).all()
        everyone = session.exec(select(Learner.organisation_id)).all()
    assert (trust.name, college.name, college.parent_id) == ("Teifi Trust", "Coleg Teifi", trust.id)
    assert set(everyone) == {college.id}


def test_the_same_file_twice_changes_nothing(db: Database, tmp_path: Path) -> None:
    rows = [sian(), another(1, reference="R-1"), another(2), sian(award_date="2026-08-01")]
    path = write_csv(tmp_path / "awards.csv", rows)
    run(db, path)
    with db.read() as session:
        before = [session.exec(select(t).order_by("id")).all() for t in (Award, Learner, Document)]
    again = run(db, path)
    with db.read() as session:
        after = [session.exec(select(t).order_by("id")).all() for t in (Award, Learner, Document)]
        acts = session.exec(select(AuditEntry.act)).all()
    assert new(again) == changed(again) == {}
    assert again.counts["awards"].unchanged == 4
    assert before == after
    assert acts == ["import_file"]


def test_a_workbook_and_a_csv_of_the_same_awards_are_the_same(db: Database, tmp_path: Path) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    cells = [date(2026, 7, 1) if h == "award_date" else sian()[h] for h in HEADERS]
    again = run(db, write_workbook(tmp_path / "awards.xlsx", HEADERS, cells))
    assert new(again) == changed(again) == {}


def test_a_correction_reaches_the_learner_and_leaves_the_awarded_name(
    db: Database, tmp_path: Path
) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    married = sian(last_name="Rees", email="rees@example.org", date_of_birth="1998-04-21")
    assert changed(run(db, write_csv(tmp_path / "again.csv", [married]))) == {"learners": 1}
    with db.read() as session:
        learner = session.exec(select(Learner)).one()
        assert learner.full_name == "Siân Mair Rees"
        assert learner.last_name_key == "rees"
        assert (learner.email, learner.date_of_birth) == ("rees@example.org", date(1998, 4, 21))
        assert one_award(session).awarded_name == "Siân Mair O’Neill-Łyś"


def test_an_empty_cell_erases_nothing(db: Database, tmp_path: Path) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian(expiry_date="2030-07-01")]))
    bare = sian(email="", organisation="", grade="", expiry_date="")
    result = run(db, write_csv(tmp_path / "again.csv", [bare]))
    assert changed(result) == {}


def test_the_last_row_of_a_learner_counts_and_the_last_email_given(
    db: Database, tmp_path: Path
) -> None:
    rows = [
        sian(email="old@example.org"),
        sian(email="new@example.org", award_date="2026-08-01"),
        sian(first_name="Sian", email="", award_date="2026-08-02"),
    ]
    run(db, write_csv(tmp_path / "awards.csv", rows))
    with db.read() as session:
        learner = session.exec(select(Learner)).one()
    assert (learner.first_name, learner.email) == ("Sian", "new@example.org")


def test_a_grade_and_an_expiry_date_are_corrected_in_place(db: Database, tmp_path: Path) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    better = sian(grade="Merit", expiry_date="01/07/2029")
    assert changed(run(db, write_csv(tmp_path / "again.csv", [better]))) == {"awards": 1}
    with db.read() as session:
        award = one_award(session)
    assert (award.grade, award.expiry_date) == ("Merit", date(2029, 7, 1))


def test_a_date_is_corrected_where_the_reference_says_which_award(
    db: Database, tmp_path: Path
) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian(reference="r-1")]))
    moved = sian(reference="R-1", award_date="2026-07-02")
    assert changed(run(db, write_csv(tmp_path / "again.csv", [moved]))) == {"awards": 1}


def test_a_revoked_award_stays_as_it_is(db: Database, people: People, tmp_path: Path) -> None:
    award = people.nia.awards[0]
    with db.write() as session:
        session.get_one(Award, award.id).status = AwardStatus.REVOKED
    row = sian(
        enrolment_number="TA-100003",
        first_name="Nia",
        middle_name="",
        last_name="Siôn",
        date_of_birth="28/02/2003",
        email="nia@example.org",
        organisation="",
        qualification_code="601/0001/1",
        qualification_title="Diploma in Adult Care",
        level="Level 3",
        reference=award.reference,
        grade="Distinction",
    )
    assert changed(run(db, write_csv(tmp_path / "awards.csv", [row]))) == {}


def test_awards_of_a_known_qualification_yield_what_it_says(
    db: Database, people: People, tmp_path: Path
) -> None:
    row = sian(
        qualification_code="601/0001/1", qualification_title="Diploma in Adult Care", level=""
    )
    assert new(run(db, write_csv(tmp_path / "awards.csv", [row])))["documents"] == 3
    with db.read() as session:
        award = one_award(session)
        badge = session.exec(select(Badge).where(Badge.award_id == award.id)).one()
    assert clean_reference(badge.reference)


@pytest.mark.parametrize(
    ("first", "last"), [("Suharto", ""), ("", "Suharto")], ids=["as first", "as last"]
)
def test_a_single_name_is_kept_as_the_first(
    db: Database, tmp_path: Path, first: str, last: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [sian(first_name=first, middle_name="", last_name=last)])
    run(db, path)
    assert changed(run(db, path)) == {}
    with db.read() as session:
        learner = session.exec(select(Learner)).one()
        assert (learner.first_name, learner.last_name) == ("Suharto", "")
        assert learner.first_name_key == learner.last_name_key == "suharto"
        assert one_award(session).awarded_name == "Suharto"


def test_a_dry_run_tells_all_and_changes_nothing(db: Database, tmp_path: Path) -> None:
    result = run(db, write_csv(tmp_path / "awards.csv", [sian()]), dry_run=True)
    assert result.outcome is Outcome.CHECKED
    assert new(result)["awards"] == 1
    with db.read() as session:
        assert session.exec(select(Award)).all() == []
        assert session.exec(select(AuditEntry)).all() == []


def test_the_trace_holds_ids_and_no_name(db: Database, tmp_path: Path) -> None:
    run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    with db.read() as session:
        entry = session.exec(select(AuditEntry)).one()
        award = one_award(session)
    assert entry.details["awards"] == [award.id, award.id]
    assert "Siân" not in json.dumps(entry.details, ensure_ascii=False)


def test_learners_are_told_in_lots_a_minute_apart(
    db: Database, clock: HeldClock, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "awards.csv", [another(n) for n in range(150)])
    run(db, path, tell_learners=True)
    run(db, path, tell_learners=True)
    with db.read() as session:
        jobs = session.exec(select(Job).order_by("id")).all()
    assert [job.name for job in jobs] == ["tell_learners"] * 2
    assert (jobs[1].run_at - jobs[0].run_at).total_seconds() == 60


def test_what_others_write_in_the_meantime_is_seen(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "awards.csv", [sian()])
    rivals = [write_csv(tmp_path / "rival.csv", [sian(), another(1)])]
    real = import_awards._write

    def write_late(*args, **kwargs):  # type: ignore[no-untyped-def]
        if rivals:
            run(db, rivals.pop())
        return real(*args, **kwargs)

    monkeypatch.setattr(import_awards, "_write", write_late)
    result = run(db, path)
    assert new(result) == {}
    with db.read() as session:
        assert len(session.exec(select(Award)).all()) == 2


def test_records_that_never_hold_still_end_the_import(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_awards, "_write", lambda *_: False)
    with pytest.raises(errors.RecordsChanged, match="Nothing was imported"):
        run(db, write_csv(tmp_path / "awards.csv", [sian()]))


def test_a_failure_half_way_leaves_nothing(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(import_awards.AwardsWriter, "_papers", fail)
    with pytest.raises(RuntimeError, match="the power went"):
        run(db, write_csv(tmp_path / "awards.csv", [sian()]))
    with db.read() as session:
        for table in (Award, Learner, Qualification, Organisation):
            assert session.exec(select(table)).all() == []
