"""A download that failed is given back; one that was made to fail on purpose is not for ever."""

from __future__ import annotations

from certify_app.db.engine import Database
from certify_app.domain.documents.give_back_grants import give_back_grants
from certify_app.domain.documents.grant_download import grant_download
from certify_app.domain.documents.mark_delivered import mark_delivered
from certify_app.domain.documents.models import Document, GrantKind
from certify_app.domain.documents.queries import find_grant
from tests.clock import HeldClock
from tests.people import People, id_of


def granted(db: Database, people: People) -> tuple[int, str]:
    """A grant's id and token."""
    jane = people.jane
    assert jane.learner
    with db.write() as session:
        made = grant_download(session, id_of(jane.learner), jane.id, jane.certificate.reference, "")
        session.flush()
        found = find_grant(session, jane.id, GrantKind.DOWNLOAD, made.token)
    assert found is not None
    return id_of(found[0]), made.token


def used(db: Database, people: People) -> int:
    with db.read() as session:
        return session.get_one(Document, people.jane.certificate.id).downloads


def give_back(db: Database) -> int:
    with db.write() as session:
        return give_back_grants(session)


def test_what_was_never_delivered_is_given_back_once_its_token_has_ended(
    db: Database, people: People, clock: HeldClock
) -> None:
    _id, token = granted(db, people)
    assert give_back(db) == 0
    assert used(db, people) == 1

    clock.move(minutes=10)

    assert give_back(db) == 1
    assert used(db, people) == 0
    assert give_back(db) == 0
    assert used(db, people) == 0
    with db.read() as session:
        assert find_grant(session, people.jane.id, GrantKind.DOWNLOAD, token) is None


def test_what_was_delivered_stays_counted(db: Database, people: People, clock: HeldClock) -> None:
    grant_id, _token = granted(db, people)
    with db.write() as session:
        mark_delivered(session, grant_id)

    clock.move(days=1)

    assert give_back(db) == 0
    assert used(db, people) == 1


def test_breaking_off_on_purpose_pays_three_times_and_no_more(
    db: Database, people: People, clock: HeldClock
) -> None:
    for _each in range(3):
        granted(db, people)
        clock.move(minutes=11)
        assert give_back(db) == 1
    granted(db, people)
    clock.move(minutes=11)

    assert give_back(db) == 0
    assert used(db, people) == 1
    assert give_back(db) == 0
