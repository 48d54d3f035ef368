"""A copy of everything held about somebody: whole, theirs alone, and gone after a week."""

from __future__ import annotations

import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.db.tables import schema
from certify_app.domain.documents.models import Document
from certify_app.domain.messages.models import Mail
from certify_app.domain.own_data.errors import ExportRunning, NoSuchExport
from certify_app.domain.own_data.export_data import (
    ask_for_export,
    delete_old_exports,
    newest_export,
    ready_export,
)
from certify_app.domain.own_data.models import DataExport, ExportStatus
from certify_app.domain.own_data.pack_export import exports, shelf_key
from certify_app.domain.own_data.sections import SECRET, SECTIONS
from certify_app.domain.profiles.photo import keep_photo, square_photo
from certify_app.jobs.worker import Worker
from tests.clock import HeldClock
from tests.http.learner import browser_of
from tests.http.test_photo import picture
from tests.people import People, id_of

NOBODYS_OWN = {
    # Nothing of a person: what the awarding body sells, or how its shop counts.
    "free_copies": "counts copies of an award",
    "order_word": "repeats an order's words for the search",
    "mail_link": "hashes of links under way",
    "invitation": "hashes of links under way",
    "pin_pass": "says that a PIN was given in a session",
    "basket": "a key",
    "half_login": "a login under way",
    "passkey_challenge": "a question under way",
    "api_key": "of staff",
    "third_party": "of third parties",
    "verification_event": "of those who check, without a name",
}


@pytest.fixture
def made(db: Database, people: People, clock: HeldClock) -> DataExport:
    """Jane's, with a photo."""
    write_now(keep_photo, people.jane.id, square_photo(picture()))
    export = write_now(ask_for_export, people.jane.id)
    Worker(db).work_off()
    return read_now(lambda s: s.get_one(DataExport, export.id))


def opened(export: DataExport) -> zipfile.ZipFile:
    content = exports().get(shelf_key(id_of(export)))
    assert content
    return zipfile.ZipFile(io.BytesIO(content))


def test_a_copy_holds_the_records_the_documents_and_the_photo(
    made: DataExport, people: People
) -> None:
    assert (made.status, made.done, made.total) == (ExportStatus.READY, 6, 7)
    with opened(made) as file:
        names = file.namelist()
        papers = [name for name in names if name.startswith("documents/")]
        assert len(papers) == len(set(papers)) == len(people.jane.documents)
        assert all(file.read(name).startswith(b"%PDF-1.") for name in papers)
        assert file.read("photo.jpg").startswith(b"\xff\xd8")
        data = json.loads(file.read("your-data.json"))
    assert data["account"][0]["email"] == "jane@example.org"
    assert {award["reference"] for award in data["awards"]} == {
        award.reference for award in people.jane.awards
    }
    assert data["enrolment_numbers"][0]["number"] == "TA-100001"
    assert data["not_included"] == []


def test_nothing_of_others_and_nothing_that_opens_a_door_is_in_it(made: DataExport) -> None:
    with opened(made) as file:
        text = file.read("your-data.json").decode()
    for foreign in ("dave@", "Łyś", "40643835", "TA-100002", "password_hash", "$2b$", "token_hash"):
        assert foreign not in text


def test_it_counts_against_no_limit(made: DataExport, people: People) -> None:
    papers = read_now(lambda s: s.exec(select(Document)).all())
    assert {paper.downloads + paper.prints for paper in papers} == {0}


def test_its_owner_is_mailed_and_it_is_gone_after_seven_days(
    made: DataExport, clock: HeldClock
) -> None:
    mail = read_now(lambda s: s.exec(select(Mail).where(Mail.kind == "export_ready")).one())
    assert (mail.to, "tab=your-data" in mail.text) == ("jane@example.org", True)
    clock.move(days=7, seconds=-1)
    assert write_now(delete_old_exports) == 0
    clock.move(seconds=1)
    assert read_now(newest_export, made.account_id) is None
    with pytest.raises(NoSuchExport):
        read_now(ready_export, made.account_id, id_of(made))
    assert write_now(delete_old_exports) == 1
    assert exports().get(shelf_key(id_of(made))) is None


def test_of_twenty_clicks_one_makes_a_copy(people: People) -> None:
    def ask(_: int) -> bool:
        try:
            write_now(ask_for_export, people.jane.id)
        except ExportRunning:
            return False
        return True

    with ThreadPoolExecutor(20) as clicks:
        assert sum(clicks.map(ask, range(20))) == 1
    write_now(ask_for_export, people.dave.id)


def test_it_is_fetched_by_its_owner_alone(made: DataExport, people: People) -> None:
    route = f"/api/profile/exports/{made.id}"
    mine = browser_of(people.jane).get(route)
    assert (mine.status_code, mine.headers["cache-control"]) == (200, "no-store")
    assert mine.headers["content-disposition"] == 'attachment; filename="your-data-2027-02-03.zip"'
    assert zipfile.ZipFile(io.BytesIO(mine.content)).testzip() is None
    for who, status in (("dave", 404), ("mallory", 404), ("tracy", 403), ("olwen", 403)):
        assert browser_of(getattr(people, who)).get(route).status_code == status
    assert browser_of(None).get(route).status_code == 401
    for number in (0, 99, 10**30):
        address = f"/api/profile/exports/{number}"
        assert browser_of(people.jane).get(address).status_code == 404


def test_a_copy_that_cannot_be_made_is_said_and_another_may_be_asked_for(
    db: Database, people: People, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> bytes:
        raise OSError("disk full")

    monkeypatch.setattr("certify_app.jobs.work.export_data.pack", broken)
    write_now(ask_for_export, people.jane.id)
    for _ in range(6):
        Worker(db).work_off()
        clock.move(hours=2)
    export = read_now(newest_export, people.jane.id)
    assert export
    assert export.status is ExportStatus.FAILED
    write_now(ask_for_export, people.jane.id)


def test_every_table_about_people_is_in_the_copy_or_left_out_for_a_reason() -> None:
    people = {"account", "learner", "award", "document", "connection", "shop_order", "issue_report"}
    about = {
        name
        for name, table in schema.tables.items()
        if {key.target_fullname.split(".")[0] for key in table.foreign_keys} & people
    }
    exported = {section.table.__tablename__ for section in SECTIONS}
    assert about - exported - set(NOBODYS_OWN) == set()


def test_no_section_hands_out_what_opens_something() -> None:
    for section in SECTIONS:
        table: type[SQLModel] = section.table
        shown = set(table.model_fields) - SECRET
        assert not {name for name in shown if "hash" in name or "token" in name} - {"file_hash"}


def test_every_key_of_the_copy_is_documented() -> None:
    page = Path("docs/api/your-data.md").read_text()
    assert [section.key for section in SECTIONS if f"| `{section.key}` |" not in page] == []
