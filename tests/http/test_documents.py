"""View copies, downloads and prints: for their learner alone, counted when granted."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import col, select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.documents.addresses import view_address
from certify_app.domain.documents.models import Document, DocumentEvent, DocumentKind, Grant
from certify_app.domain.documents.stored_files import keep_supplied_file, supplied
from tests.clock import HeldClock
from tests.http.learner import as_it_stands, browser_of, granted_download, granted_print
from tests.people import People


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def events() -> list[tuple[str, int | None]]:
    found = read_now(lambda session: session.exec(select(DocumentEvent)).all())
    return [(event.kind.value, event.account_id) for event in found]


def test_the_view_copy_is_a_marked_pdf_with_text_that_no_cache_keeps(people: People) -> None:
    answer = browser_of(people.jane).get(view_address(people.jane.certificate.reference))

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert "Jane Doe" in text_of(answer.content)
    assert events() == [("view", people.jane.id)]
    assert as_it_stands(people.jane.certificate).downloads == 0


def test_what_is_downloaded_is_the_original_and_the_same_every_time(people: People) -> None:
    jane, paper = people.jane, people.jane.certificate
    client = browser_of(jane)
    address = granted_download(jane, paper)

    first, again, other = (
        client.get(a).content for a in (address, address, granted_download(jane, paper))
    )
    viewed = client.get(view_address(paper.reference)).content

    assert first == again == other
    assert first != viewed
    assert "Jane Doe" in text_of(first)
    assert as_it_stands(paper).downloads == 2


def test_a_download_has_a_file_name_and_is_saved(people: People) -> None:
    answer = browser_of(people.jane).get(granted_download(people.jane, people.jane.certificate))

    assert answer.headers["content-disposition"] == (
        'attachment; filename="certificate-D1643835-01-3DCE7K.pdf"'
    )
    assert answer.headers["cache-control"] == "no-store"


def test_a_broken_download_is_taken_up_again_by_range_without_being_counted(
    people: People,
) -> None:
    client, paper = browser_of(people.jane), people.jane.certificate
    address = granted_download(people.jane, paper)
    whole = client.get(address)
    half = len(whole.content) // 2
    etag = whole.headers["etag"]

    first = client.get(address, headers={"range": f"bytes=0-{half - 1}"})
    rest = client.get(address, headers={"range": f"bytes={half}-", "if-range": etag})

    assert (first.status_code, rest.status_code) == (206, 206)
    assert first.content + rest.content == whole.content
    assert rest.headers["content-range"] == (
        f"bytes {half}-{len(whole.content) - 1}/{len(whole.content)}"
    )
    assert as_it_stands(paper).downloads == 1


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("bytes=999999999-", 416),
        ("bytes=-0", 416),
        ("bytes=-10", 206),
        ("bytes=0-0", 206),
        ("bytes=5-2", 200),
        ("bytes=0-1,5-9", 200),
        ("bytes=-", 200),
        ("lines=1-2", 200),
        ("bytes=" + "9" * 5000 + "-", 200),
    ],
)
def test_odd_ranges_neither_fail_nor_count(people: People, asked: str, status: int) -> None:
    address = granted_download(people.jane, people.jane.certificate)

    answer = browser_of(people.jane).get(address, headers={"range": asked})

    assert answer.status_code == status
    assert as_it_stands(people.jane.certificate).downloads == 1


def test_a_head_request_neither_counts_nor_delivers(people: People) -> None:
    client, paper = browser_of(people.jane), people.jane.certificate
    address = granted_download(people.jane, paper)

    answer = client.head(address)
    client.head(view_address(paper.reference))

    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) > 1000
    assert answer.content == b""
    assert read_now(lambda session: session.exec(select(Grant)).one()).delivered_at is None
    assert events() == [("download", people.jane.id)]


def test_a_delivery_is_marked_once_it_went_out(people: People, clock: HeldClock) -> None:
    address = granted_download(people.jane, people.jane.certificate)

    browser_of(people.jane).get(address)

    assert read_now(lambda session: session.exec(select(Grant)).one()).delivered_at == clock.now


def test_chosen_pages_come_as_one_page_of_images_without_scripts(people: People) -> None:
    jane, paper = people.jane, people.jane.documents[1]

    answer = browser_of(jane).get(granted_print(jane, paper, "1"))

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.count("<img ") == 1
    assert "<script" not in answer.text
    kept = as_it_stands(paper)
    assert (kept.prints, kept.downloads) == (1, 0)


def test_nobody_else_gets_a_document_by_its_address_or_its_token(people: People) -> None:
    paper = people.jane.certificate
    view, download = view_address(paper.reference), granted_download(people.jane, paper)
    printing = granted_print(people.jane, paper, "1")
    expected = {
        None: (401, 401, 401),
        "dave": (404, 410, 410),
        "mallory": (404, 410, 410),
        "tracy": (403, 403, 403),
        "olwen": (403, 403, 403),
    }

    for name, statuses in expected.items():
        client = browser_of(getattr(people, name) if name else None)
        answers = [client.get(address) for address in (view, download, printing)]
        assert tuple(a.status_code for a in answers) == statuses
        assert not any(b"%PDF" in a.content or b"Jane" in a.content for a in answers)
    assert read_now(lambda s: [g.delivered_at for g in s.exec(select(Grant))]) == [None, None]
    assert [kind for kind, _account in events()] == ["download", "print"]


def test_knowing_the_addresses_does_not_pass_the_limit(people: People, clock: HeldClock) -> None:
    jane, paper = people.jane, people.jane.certificate
    client = browser_of(jane)
    used = granted_download(jane, paper)
    clock.move(minutes=11)
    client = browser_of(jane)

    assert client.get(used).status_code == 410
    for guess in ("", "x", paper.reference, used.rsplit("/", 1)[1] + "x", "%00", "a" * 9000):
        assert client.get(f"/api/documents/download/{guess}").status_code in {404, 410}
    for method in ("post", "put", "delete"):
        answer = getattr(client, method)(used, headers={"origin": "http://localhost:8000"})
        assert answer.status_code == 405
    assert as_it_stands(paper).downloads == 1


def test_a_revoked_award_is_seen_marked_and_no_longer_given_out(people: People) -> None:
    jane, paper = people.jane, people.jane.certificate
    client, address = browser_of(jane), granted_download(jane, paper)
    before = client.get(view_address(paper.reference)).content

    def revoke(session: object) -> None:
        award = session.get_one(Award, jane.awards[0].id)  # type: ignore[attr-defined]
        award.status = AwardStatus.REVOKED

    write_now(revoke)
    after = client.get(view_address(paper.reference))

    assert client.get(address).status_code == 410
    assert after.status_code == 200
    assert after.content != before


def test_a_name_that_cannot_be_printed_is_said_and_nothing_is_sent(people: People) -> None:
    jane = people.jane

    def rename(session: object) -> None:
        award = session.get_one(Award, jane.awards[0].id)  # type: ignore[attr-defined]
        award.awarded_name = "Jane \U0001f600"

    write_now(rename)
    answer = browser_of(jane).get(view_address(jane.certificate.reference))

    assert answer.status_code == 422
    assert "cannot be printed" in answer.text
    assert events() == []


@pytest.fixture
def workbook(db: Database, people: People) -> Document:
    """A file the awarding body has handed in for Jane's first award."""
    client = browser_of(people.jane)
    pdf = client.get(granted_download(people.jane, people.jane.documents[2])).content
    paper = Document(
        award_id=people.jane.awards[0].id or 0,
        kind=DocumentKind.WORKBOOK,
        reference="W1643835-01-3DCE7K",
        download_limit=3,
        print_limit=3,
        file_hash=keep_supplied_file(pdf),
    )
    with db.write() as session:
        session.add(paper)
    return paper


def test_a_supplied_file_is_handed_out_as_it_came_in(people: People, workbook: Document) -> None:
    client = browser_of(people.jane)

    got = client.get(granted_download(people.jane, workbook)).content
    seen = client.get(view_address(workbook.reference)).content

    assert hashlib.sha256(got).hexdigest() == workbook.file_hash
    assert seen != got
    assert "Jane Doe" in text_of(seen)


@pytest.mark.parametrize("damage", [b"%PDF-1.7 something else", None])
def test_a_supplied_file_that_is_gone_or_damaged_is_not_handed_out(
    people: People, workbook: Document, damage: bytes | None
) -> None:
    address = granted_download(people.jane, workbook)
    path = supplied().path(workbook.file_hash or "")
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)

    answer = browser_of(people.jane).get(address)

    assert answer.status_code == 422
    assert "Contact your awarding body" in answer.text
    last = read_now(lambda s: s.exec(select(Grant).order_by(col(Grant.id).desc())).first())
    assert last is not None
    assert last.delivered_at is None
