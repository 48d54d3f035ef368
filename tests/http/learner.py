"""A learner's browser at our routes, and documents granted to them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.db.engine import read_now, write_now
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.documents.addresses import download_address, print_address
from certify_app.domain.documents.grant_download import grant_download
from certify_app.domain.documents.grant_print import grant_print
from certify_app.domain.documents.models import Document
from certify_app.http.routes import ROUTES
from tests.http.forms import ORIGIN
from tests.people import Person, id_of


def browser_of(person: Person | None) -> TestClient:
    client = TestClient(Starlette(routes=list(ROUTES)), ORIGIN, follow_redirects=False)
    if person is not None:
        client.cookies.set("certify", write_now(open_session, person.id))
    return client


def granted_download(person: Person, document: Document) -> str:
    """The address of a download that was just counted."""
    assert person.learner
    learner = id_of(person.learner)
    granted = write_now(grant_download, learner, person.id, document.reference, "192.0.2.1")
    return download_address(granted.token)


def granted_print(person: Person, document: Document, pages: str) -> str:
    assert person.learner
    learner = id_of(person.learner)
    granted = write_now(grant_print, learner, person.id, document.reference, pages, "192.0.2.1")
    return print_address(granted.token)


def as_it_stands(document: Document) -> Document:
    return read_now(lambda session: session.get_one(Document, document.id))
