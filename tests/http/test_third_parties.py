"""Invitations answered by a form, codes by mail, and files handed out while a share runs."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.models import Connection, ConnectionEvent
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.request_connection import Wanted, request_connection
from certify_app.domain.connections.share_documents import Share, share_documents
from certify_app.domain.connections.statuses import ConnectionStatus as Status
from certify_app.domain.messages.models import Mail
from certify_app.domain.third_parties.sign_in_code import send_code
from tests.clock import HeldClock
from tests.http.forms import Visitor, led_to
from tests.http.learner import browser_of
from tests.people import People, id_of

NEW = "rae@example.com"
NAMES = {"first_name": "Rae", "last_name": "Cruiter", "organisation": "Care Homes Ltd"}
PASSWORD = "seven quiet herons by the Teifi"
API = "/api/third-party"


def asked(people: People, email: str) -> Connection:
    until = f"{now() + timedelta(days=30):%d/%m/%Y}"
    return write_now(request_connection, people.jane.id, Wanted("Rae Cruiter", email, until))


def in_mail(kind: str, pattern: str) -> str:
    of = select(Mail.text).where(Mail.kind == kind).order_by(Mail.id.desc())  # type: ignore[union-attr]
    found = re.search(pattern, str(read_now(lambda session: session.exec(of).first())))
    assert found
    return "".join(found.groups())


def link() -> str:
    return "/invitation/" + in_mail("connection_request", r"/invitation/([\w-]+)")


def code() -> str:
    return in_mail("sign_in_code", r"\b(\d{3}) (\d{3})\b")


def status(connection: Connection) -> Status:
    return read_now(lambda session: session.get_one(Connection, connection.id)).status


@pytest.fixture
def shared(people: People, clock: HeldClock) -> Connection:
    connection = asked(people, "tracy@example.org")
    share = Share(frozenset({id_of(people.jane.certificate)}), frozenset(), may_download=True)
    write_now(share_documents, people.jane.id, id_of(connection), share)
    return write_now(answer_connection, people.tracy.id, id_of(connection), Side.THIRD_PARTY, True)


def view(people: People) -> str:
    return f"{API}/documents/{people.jane.certificate.reference}/view.pdf"


def test_who_is_new_accepts_with_a_password_and_is_let_in(people: People) -> None:
    connection, rae = asked(people, NEW), Visitor()
    fields = NAMES | {"answer": "accept", "how": "password", "password": PASSWORD}
    path, _query = led_to(rae.post(link(), link(), **fields))

    assert path == f"/third-party/connections/{connection.id}"
    assert rae.cookie
    assert status(connection) == Status.ACTIVE
    assert led_to(Visitor().log_in(NEW, PASSWORD))[0] == "/third-party"


def test_who_is_new_accepts_with_a_code(people: People) -> None:
    connection, rae = asked(people, NEW), Visitor()
    write_now(send_code, NEW, "en")
    fields = NAMES | {"answer": "accept", "how": "code", "code": code()}
    led_to(rae.post(link(), link(), **fields))

    assert rae.cookie
    assert status(connection) == Status.ACTIVE


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"password": "short"}, "password_too_short"),
        ({"password": ""}, "password_missing"),
        ({"first_name": " "}, "first_name_missing"),
        ({"how": "code", "code": "000000"}, "code_ended"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_accepted(
    people: People, wrong: dict[str, str], problem: str
) -> None:
    connection, rae = asked(people, NEW), Visitor()
    fields = NAMES | {"answer": "accept", "how": "password", "password": PASSWORD} | wrong
    path, query = led_to(rae.post(link(), link(), **fields))

    assert path == link()
    assert problem in query["problem"]
    assert not rae.cookie
    assert status(connection) == Status.PENDING


def test_who_is_new_rejects_without_an_account(people: People) -> None:
    connection = asked(people, NEW)
    assert led_to(Visitor().post(link(), link(), answer="reject"))[1] == {"done": "rejected"}
    assert status(connection) == Status.REJECTED


def test_opening_the_link_or_sending_an_empty_form_decides_nothing(people: People) -> None:
    connection = asked(people, NEW)
    Visitor().post(link(), link())
    assert Visitor().client.get(link()).status_code in {404, 405}
    assert status(connection) == Status.PENDING


def test_a_form_of_another_site_decides_nothing(people: People) -> None:
    connection = asked(people, NEW)
    answer = Visitor().post(link(), link(), origin="https://evil.example", answer="reject")
    assert answer.status_code == 403
    assert status(connection) == Status.PENDING


@pytest.mark.parametrize("who", ["dave", "mallory", "olwen", "jane"])
def test_somebody_else_s_account_does_not_accept(people: People, who: str) -> None:
    connection = asked(people, "tracy@example.org")
    client = browser_of(getattr(people, who))
    headers = {"origin": str(client.base_url)}
    client.post(link(), data={"answer": "accept"}, headers=headers)
    assert status(connection) == Status.PENDING


def test_a_third_party_registers_itself_with_a_code(people: People) -> None:
    rae = Visitor()
    write_now(send_code, NEW, "en")
    fields = NAMES | {"email": NEW, "code": code(), "entry": "register"}
    assert led_to(rae.post("/session/code", "/third-party/register", **fields))[0] == "/third-party"
    again = Visitor()
    used = again.post("/session/code", "/third-party/login", email=NEW, code=code(), entry="login")
    assert led_to(used) == ("/third-party/login", {"problem": "code_ended"})
    assert rae.cookie
    assert not again.cookie


def test_the_third_party_views_and_downloads_and_it_is_written_down(
    people: People, shared: Connection
) -> None:
    tracy = browser_of(people.tracy)
    viewed = tracy.get(view(people))
    loaded = tracy.get(view(people).replace("view.pdf", "download"))
    receipt = tracy.get(f"{API}/connections/{shared.id}/receipt.pdf")

    for answer in (viewed, loaded, receipt):
        assert answer.content.startswith(b"%PDF")
        assert answer.headers["cache-control"] == "no-store"
    found = select(ConnectionEvent.act).order_by(ConnectionEvent.id)  # type: ignore[arg-type]
    acts = [str(act) for act in read_now(lambda session: session.exec(found).all())]
    assert acts[-3:] == ["opened", "downloaded", "checked"]


@pytest.mark.parametrize("who", ["dave", "mallory", "olwen", "jane"])
def test_nobody_else_gets_it_by_its_address(people: People, shared: Connection, who: str) -> None:
    client = browser_of(getattr(people, who))
    for address in (view(people), f"{API}/connections/{shared.id}/receipt.pdf"):
        assert client.get(address).status_code in {403, 404}
    assert browser_of(None).get(view(people)).status_code == 401


def test_it_is_refused_the_second_the_share_ends(
    people: People, shared: Connection, clock: HeldClock
) -> None:
    clock.set(shared.expires_at - timedelta(seconds=1))
    tracy = browser_of(people.tracy)
    assert tracy.get(view(people)).status_code == 200
    clock.set(shared.expires_at)
    assert tracy.get(view(people)).status_code == 404


def test_it_is_refused_once_it_is_cancelled(people: People, shared: Connection) -> None:
    tracy = browser_of(people.tracy)
    assert tracy.get(view(people)).status_code == 200
    write_now(cancel_connection, people.jane.id, id_of(shared), Side.LEARNER)
    assert tracy.get(view(people)).status_code == 404
