from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.connections.access_log import list_log
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.check_receipt import write_receipt
from certify_app.domain.connections.draw_receipt import draw_receipt
from certify_app.domain.connections.errors import (
    NotForDownload,
    NotShared,
    PinMissing,
    WrongPin,
)
from certify_app.domain.connections.extend_connection import extend_connection
from certify_app.domain.connections.give_pin import give_pin
from certify_app.domain.connections.may_open import may_download, may_open, open_connection
from certify_app.domain.connections.models import ConnectionEvent, ShareLevel
from certify_app.domain.connections.note_access import note_downloaded, note_opened
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.share_documents import Share, hash_pin, share_documents
from certify_app.domain.documents.models import Document
from certify_app.domain.messages.models import Mail
from certify_app.domain.rate_limits import TooManyTries
from tests.people import id_of
from tests.unit.domain.connections.conftest import day, reader


def opens(who, reference: str) -> bool:
    try:
        read_now(may_open, who, reference)
    except NotShared:
        return False
    return True


def events() -> list[str]:
    found = select(ConnectionEvent.act).order_by(ConnectionEvent.id)
    return [str(act) for act in read_now(lambda s: s.exec(found).all())]


def share_again(people, connection, **terms):
    share = Share(frozenset({id_of(people.jane.certificate)}), frozenset(), **terms)
    return write_now(share_documents, people.jane.id, connection.id, share)


def test_a_third_party_opens_what_is_shared_with_it_and_nothing_else(people, shared):
    tracy = reader(people.tracy)
    assert opens(tracy, people.jane.certificate.reference)
    assert not opens(tracy, people.jane.documents[1].reference)
    assert not opens(tracy, people.dave.certificate.reference)
    assert not opens(tracy, "")


@pytest.mark.parametrize("who", ["dave", "mallory", "olwen", "jane"])
def test_nobody_else_opens_it_by_its_reference(people, shared, who):
    assert not opens(reader(getattr(people, who)), people.jane.certificate.reference)
    with pytest.raises(NotShared):
        read_now(open_connection, reader(getattr(people, who)), shared.id)


def test_it_closes_the_second_the_share_ends(people, shared, clock):
    tracy, reference = reader(people.tracy), people.jane.certificate.reference
    clock.set(shared.expires_at - timedelta(seconds=1))
    assert opens(tracy, reference)
    clock.set(shared.expires_at)
    assert not opens(tracy, reference)
    with pytest.raises(NotShared):
        write_now(note_opened, tracy, reference)
    write_now(extend_connection, people.jane.id, shared.id, day(10))
    assert opens(tracy, reference)


def test_it_closes_when_it_is_cancelled_or_taken_back(people, shared):
    tracy, reference = reader(people.tracy), people.jane.certificate.reference
    write_now(share_documents, people.jane.id, shared.id, Share(frozenset(), frozenset()))
    assert not opens(tracy, reference)
    share_again(people, shared)
    assert opens(tracy, reference)
    write_now(cancel_connection, people.jane.id, shared.id, Side.LEARNER)
    assert not opens(tracy, reference)


def test_a_brief_share_shows_no_document_and_may_not_be_downloaded(people, shared):
    share_again(people, shared, level=ShareLevel.BRIEF, may_download=True)
    assert not opens(reader(people.tracy), people.jane.certificate.reference)
    read_now(open_connection, reader(people.tracy), shared.id)


def test_a_share_to_view_is_not_downloaded(people, shared):
    share_again(people, shared)
    with pytest.raises(NotForDownload):
        read_now(may_download, reader(people.tracy), people.jane.certificate.reference)


def test_every_opening_is_written_down_and_the_learner_told_of_the_first(people, shared):
    tracy, reference = reader(people.tracy), people.jane.certificate.reference
    for _time in range(3):
        write_now(note_opened, tracy, reference)
    write_now(note_downloaded, tracy, reference)
    assert events()[-4:] == ["opened", "opened", "opened", "downloaded"]
    told = read_now(lambda s: s.exec(select(Mail).where(Mail.kind == "share_opened")).all())
    assert [mail.to for mail in told] == ["jane@example.org"]
    newest = read_now(list_log, people.jane.id)[0]
    assert (newest.third_party, newest.title) == ("Tracy Trent", "Diploma in Adult Care")
    assert read_now(list_log, people.dave.id) == []


def test_a_download_by_a_third_party_uses_none_of_the_learners(people, shared):
    write_now(note_downloaded, reader(people.tracy), people.jane.certificate.reference)
    paper = read_now(lambda s: s.get_one(Document, people.jane.certificate.id))
    assert (paper.downloads, paper.downloads_left) == (0, 3)


def test_a_pin_is_asked_once_in_each_login_session(people, shared):
    share_again(people, shared, pin_hash=hash_pin("4711"))
    at_home, at_work = reader(people.tracy), reader(people.tracy)
    reference = people.jane.certificate.reference
    with pytest.raises(PinMissing):
        read_now(may_open, at_home, reference)
    with pytest.raises(WrongPin):
        asyncio.run(give_pin(at_home, shared.id, "0000"))
    asyncio.run(give_pin(at_home, shared.id, " 4711 "))
    assert opens(at_home, reference)
    with pytest.raises(PinMissing):
        read_now(may_open, at_work, reference)
    share_again(people, shared, pin_hash=hash_pin("1147"))
    with pytest.raises(PinMissing):
        read_now(may_open, at_home, reference)


def test_a_pin_is_not_found_by_trying(people, shared):
    share_again(people, shared, pin_hash=hash_pin("4711"))
    tracy = reader(people.tracy)
    for _try in range(5):
        with pytest.raises(WrongPin):
            asyncio.run(give_pin(tracy, shared.id, "0000"))
    with pytest.raises(TooManyTries):
        asyncio.run(give_pin(tracy, shared.id, "4711"))


def test_a_pin_of_anothers_connection_is_not_even_tried(people, shared):
    with pytest.raises(NotShared):
        asyncio.run(give_pin(reader(people.dave), shared.id, "4711"))


def test_a_receipt_says_who_checked_what_and_is_in_the_log_once(people, shared):
    tracy = reader(people.tracy)
    receipt = write_now(write_receipt, tracy, shared.id)
    write_now(write_receipt, tracy, shared.id)
    assert (receipt.checked_by, receipt.learner) == ("Tracy Trent", "Jane Doe")
    assert [group.standing for group in receipt.groups] == ["valid"]
    assert events().count("checked") == 1
    assert draw_receipt(receipt).startswith(b"%PDF")
    with pytest.raises(NotShared):
        write_now(write_receipt, reader(people.dave), shared.id)
