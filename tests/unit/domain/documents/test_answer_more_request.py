from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from certify_app.db.engine import read_now, write_now
from certify_app.domain.documents.answer_more_request import (
    answer_more_request,
    list_more_requests,
)
from certify_app.domain.documents.ask_for_more import ask_for_more
from certify_app.domain.documents.errors import BadGrant, NoSuchRequest
from certify_app.domain.documents.models import Document, GrantKind
from tests.people import People, id_of


@pytest.fixture
def asked(people: People) -> int:
    jane = people.jane
    assert jane.learner
    learner_id, reference = id_of(jane.learner), jane.certificate.reference
    assert write_now(ask_for_more, learner_id, jane.id, reference, GrantKind.DOWNLOAD)
    return read_now(list_more_requests)[0].id


def certificate(people: People) -> Document:
    return read_now(lambda session: session.get_one(Document, people.jane.certificate.id))


def test_a_grant_raises_the_limit_of_what_was_asked_for(people: People, asked: int) -> None:
    write_now(answer_more_request, asked, 2)
    raised = certificate(people)
    assert (raised.download_limit, raised.print_limit) == (5, 3)
    assert read_now(list_more_requests) == []


def test_a_refusal_leaves_the_limit(people: People, asked: int) -> None:
    write_now(answer_more_request, asked, 0)
    assert certificate(people).download_limit == 3


def test_eight_answers_at_once_raise_it_once(people: People, asked: int) -> None:
    def answer(_: int) -> bool:
        try:
            write_now(answer_more_request, asked, 1)
        except NoSuchRequest:
            return False
        return True

    with ThreadPoolExecutor(8) as staff:
        assert sum(staff.map(answer, range(8))) == 1
    assert certificate(people).download_limit == 4


@pytest.mark.parametrize("granted", [-1, 101])
def test_a_grant_beyond_reason_is_refused(people: People, asked: int, granted: int) -> None:
    with pytest.raises(BadGrant, match="up to 100"):
        write_now(answer_more_request, asked, granted)
    assert certificate(people).download_limit == 3
