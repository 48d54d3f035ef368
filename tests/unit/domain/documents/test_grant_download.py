"""Downloads and prints are counted when they are granted, and never past the limit."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.documents.ask_for_more import ask_for_more
from certify_app.domain.documents.errors import (
    NoDownloadsLeft,
    NoPrintsLeft,
    NoSuchDocument,
    Replaced,
    Withdrawn,
)
from certify_app.domain.documents.grant_download import grant_download
from certify_app.domain.documents.grant_print import grant_print
from certify_app.domain.documents.hand_out_grant import Granted
from certify_app.domain.documents.models import (
    Document,
    DocumentEvent,
    EventKind,
    Grant,
    GrantKind,
    MoreRequest,
)
from certify_app.domain.documents.queries import find_grant, find_paper, list_papers
from certify_app.domain.tokens import token_hash
from tests.clock import HeldClock
from tests.people import People, Person, id_of


def download(session: Session, person: Person, document: Document) -> Granted:
    learner = id_of(person.learner) if person.learner else None
    return grant_download(session, learner, person.id, document.reference, "192.0.2.7")


def downloads_of(session: Session, document: Document) -> int:
    return session.get_one(Document, document.id, populate_existing=True).downloads


def test_a_download_is_counted_logged_and_given_a_token(session: Session, people: People) -> None:
    certificate = people.jane.certificate

    granted = download(session, people.jane, certificate)

    assert (granted.paper.downloads_left, granted.paper.download_limit) == (2, 3)
    event = session.exec(select(DocumentEvent)).one()
    assert (event.kind, event.account_id) == (EventKind.DOWNLOAD, people.jane.id)
    assert (event.document_id, event.address) == (certificate.id, "192.0.2.7")
    found = find_grant(session, people.jane.id, GrantKind.DOWNLOAD, granted.token)
    assert found is not None
    assert found[1] == certificate.reference


def test_only_the_hash_of_a_token_is_kept(session: Session, people: People) -> None:
    granted = download(session, people.jane, people.jane.certificate)

    kept = session.exec(select(Grant)).one()

    assert kept.token_hash == token_hash(granted.token)
    assert granted.token not in kept.model_dump_json()


def test_the_download_after_the_last_is_refused_in_a_sentence(
    session: Session, people: People
) -> None:
    certificate = people.jane.certificate
    for _each in range(3):
        download(session, people.jane, certificate)

    with pytest.raises(NoDownloadsLeft) as refused:
        download(session, people.jane, certificate)

    assert str(refused.value) == "You have used all 3 downloads of this document"
    assert downloads_of(session, certificate) == 3
    assert len(session.exec(select(Grant)).all()) == 3


def test_prints_have_a_count_of_their_own(session: Session, people: People) -> None:
    jane, paper = people.jane, people.jane.certificate
    for _each in range(3):
        grant_print(session, id_of_learner(jane), jane.id, paper.reference, "1,3", "")

    with pytest.raises(NoPrintsLeft):
        grant_print(session, id_of_learner(jane), jane.id, paper.reference, "1", "")

    assert downloads_of(session, paper) == 0
    assert {grant.pages for grant in session.exec(select(Grant))} == {"1,3"}


def id_of_learner(person: Person) -> int:
    assert person.learner
    return id_of(person.learner)


def test_nobody_gets_another_learners_document(session: Session, people: People) -> None:
    certificate = people.jane.certificate

    for other in (people.dave, people.mallory, people.tracy, people.olwen):
        with pytest.raises(NoSuchDocument):
            download(session, other, certificate)
        learner = id_of(other.learner) if other.learner else None
        assert find_paper(session, learner, certificate.reference) is None
        assert list_papers(session, learner, people.jane.awards[0].reference) == []

    assert downloads_of(session, certificate) == 0


def test_a_token_serves_its_own_account_and_kind_alone(session: Session, people: People) -> None:
    token = download(session, people.jane, people.jane.certificate).token

    assert find_grant(session, people.dave.id, GrantKind.DOWNLOAD, token) is None
    assert find_grant(session, people.jane.id, GrantKind.PRINT, token) is None
    assert find_grant(session, people.jane.id, GrantKind.DOWNLOAD, token + "x") is None


def test_a_token_ends_after_ten_minutes(session: Session, people: People, clock: HeldClock) -> None:
    token = download(session, people.jane, people.jane.certificate).token

    clock.move(minutes=9, seconds=59)
    assert find_grant(session, people.jane.id, GrantKind.DOWNLOAD, token)
    clock.move(seconds=1)
    assert find_grant(session, people.jane.id, GrantKind.DOWNLOAD, token) is None


@pytest.mark.parametrize(
    ("status", "problem"),
    [(AwardStatus.REVOKED, Withdrawn), (AwardStatus.SUPERSEDED, Replaced)],
)
def test_what_was_taken_back_or_replaced_is_no_longer_given_out(
    session: Session, people: People, status: AwardStatus, problem: type[Withdrawn]
) -> None:
    jane, certificate = people.jane, people.jane.certificate
    token = download(session, jane, certificate).token
    award = session.merge(jane.awards[0])
    award.status = status
    session.flush()

    with pytest.raises(problem):
        download(session, jane, certificate)

    assert downloads_of(session, certificate) == 1
    assert find_grant(session, jane.id, GrantKind.DOWNLOAD, token) is None


def test_certificate_comes_first_then_unit_certificate_then_letter(
    session: Session, people: People
) -> None:
    papers = list_papers(session, id_of_learner(people.jane), people.jane.awards[0].reference)

    assert [p.kind for p in papers] == ["certificate", "unit_certificate", "letter"]


def test_a_learner_asks_for_more_once_until_answered(session: Session, people: People) -> None:
    jane, paper = people.jane, people.jane.certificate
    learner = id_of_learner(jane)

    assert ask_for_more(session, learner, jane.id, paper.reference, GrantKind.DOWNLOAD)
    assert not ask_for_more(session, learner, jane.id, paper.reference, GrantKind.DOWNLOAD)
    assert ask_for_more(session, learner, jane.id, paper.reference, GrantKind.PRINT)
    assert len(session.exec(select(MoreRequest)).all()) == 2
    with pytest.raises(NoSuchDocument):
        ask_for_more(
            session, id_of_learner(people.dave), people.dave.id, paper.reference, GrantKind.PRINT
        )
