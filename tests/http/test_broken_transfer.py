"""A transfer the network breaks off, on a real server: given back, or taken up again."""

from __future__ import annotations

import http.client
import os
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import uvicorn
from sqlmodel import select
from starlette.applications import Starlette

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.documents.give_back_grants import give_back_grants
from certify_app.domain.documents.models import Document, DocumentKind, Grant
from certify_app.domain.documents.stored_files import keep_supplied_file
from certify_app.http.routes import ROUTES
from tests.browser.portal import free_port
from tests.clock import HeldClock
from tests.http.learner import as_it_stands, granted_download
from tests.people import People, id_of
from tests.waiting import wait_until

SIZE = 40_000_000


@pytest.fixture
def server(db: Database) -> Iterator[str]:
    """The address of our routes behind uvicorn, as in the product."""
    port = free_port()
    config = uvicorn.Config(Starlette(routes=list(ROUTES)), port=port, log_level="error")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run)
    thread.start()
    wait_until(lambda: running.started, "the server to start")
    yield f"127.0.0.1:{port}"
    running.should_exit = True
    thread.join(timeout=20)


@pytest.fixture
def workbook(db: Database, people: People) -> Document:
    """Too large to disappear in the network's buffers."""
    paper = Document(
        award_id=id_of(people.jane.awards[0]),
        kind=DocumentKind.WORKBOOK,
        reference="W1643835-01-3DCE7K",
        download_limit=3,
        print_limit=3,
        file_hash=keep_supplied_file(b"%PDF-1.7\n" + os.urandom(SIZE)),
    )
    with db.write() as session:
        session.add(paper)
    return paper


def ask(
    server: str, cookie: str, address: str, **headers: str
) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(server, timeout=20)
    path = urlsplit(address).path
    connection.request("GET", path, headers={"cookie": f"certify={cookie}", **headers})
    return connection, connection.getresponse()


def grant() -> Grant:
    return read_now(lambda session: session.exec(select(Grant)).one())


def test_what_the_network_broke_off_is_given_back(
    server: str, people: People, workbook: Document, clock: HeldClock
) -> None:
    address = granted_download(people.jane, workbook)
    cookie = write_now(open_session, people.jane.id)
    connection, answer = ask(server, cookie, address)
    assert len(answer.read(100_000)) == 100_000
    connection.sock.close()
    answer.close()

    _second, head = ask(server, cookie, "/healthz")
    assert head.status == 200
    clock.move(minutes=11)

    assert write_now(give_back_grants) == 1
    assert as_it_stands(workbook).downloads == 0


def test_what_was_broken_off_is_taken_up_again_uncounted(
    server: str, people: People, workbook: Document, clock: HeldClock
) -> None:
    address = granted_download(people.jane, workbook)
    cookie = write_now(open_session, people.jane.id)
    connection, answer = ask(server, cookie, address)
    first, etag = answer.read(100_000), answer.headers["etag"]
    connection.sock.close()
    answer.close()

    _again, rest = ask(server, cookie, address, Range="bytes=100000-", If_Range=etag)
    body = rest.read()

    assert rest.status == 206
    assert len(first) + len(body) == SIZE + 9
    wait_until(lambda: grant().delivered_at is not None, "the delivery to be marked")
    clock.move(minutes=11)
    assert write_now(give_back_grants) == 0
    assert as_it_stands(workbook).downloads == 1
