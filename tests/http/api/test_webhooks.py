"""Notices: signed, told once each, tried again, and never sent within our own walls."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from starlette.testclient import TestClient

from certify_app.adapters import webhook_post
from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.domain.awards.revoke_award import revoke_award
from certify_app.domain.webhooks.deliveries import Notice, sign
from certify_app.domain.webhooks.endpoints import is_public
from certify_app.domain.webhooks.errors import NotTaken, Refused
from certify_app.jobs.worker import Worker
from tests.clock import HeldClock
from tests.people import People


@dataclass
class Receiver:
    url: str = ""
    answer: int = 200
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """The awarding body's own system, on this machine."""
    kept = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.got.append((dict(self.headers), body))
            self.send_response(kept.answer)
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.url = f"http://127.0.0.1:{server.server_port}/certify?from=us"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield kept
    server.shutdown()
    server.server_close()


@pytest.fixture
def private(clean_environment: pytest.MonkeyPatch) -> None:
    clean_environment.setenv("CERTIFY_WEBHOOKS_PRIVATE", "true")
    settings.cache_clear()


def add(api: TestClient, url: str, *events: str) -> dict[str, Any]:
    answer = api.post("/webhooks", json={"url": url, "events": events or ["award.revoked"]})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def log_of(api: TestClient, endpoint: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = api.get(f"/webhooks/{endpoint['id']}/deliveries").json()["items"]
    return items


@pytest.mark.usefixtures("private")
class TestDelivery:
    def test_what_happens_is_told_signed_and_once(
        self, api: TestClient, db: Database, people: People, receiver: Receiver
    ) -> None:
        endpoint = add(api, receiver.url)
        add(api, receiver.url, "order.moved")
        reference = people.jane.awards[0].reference
        with db.write() as session:
            revoke_award(session, reference, "Plagiarism")
        Worker(db).work_off()
        Worker(db).work_off()
        ((headers, body),) = receiver.got
        said = json.loads(body)
        assert (said["type"], said["data"]) == ("award.revoked", {"reference": reference})
        assert said["id"] == headers["Certify-Id"]
        proof = sign(endpoint["secret"], headers["Certify-Timestamp"], body)
        assert headers["Certify-Signature"] == f"v1={proof}"
        for secret in (b"Jane", b"Plagiarism"):
            assert secret not in body
        (entry,) = log_of(api, endpoint)
        assert (entry["status"], entry["answer_status"]) == ("delivered", 200)

    @pytest.mark.parametrize("answer", [302, 404, 500])
    def test_one_not_taken_is_tried_again_later(
        self, api: TestClient, db: Database, receiver: Receiver, clock: HeldClock, answer: int
    ) -> None:
        receiver.answer = answer
        endpoint = add(api, receiver.url)
        assert api.post(f"/webhooks/{endpoint['id']}/test").status_code == 202
        Worker(db).work_off()
        (entry,) = log_of(api, endpoint)
        assert (entry["status"], entry["attempts"]) == ("waiting", 1)
        assert entry["answer_status"] == answer
        receiver.answer = 204
        clock.move(minutes=1)
        Worker(db).work_off()
        (entry,) = log_of(api, endpoint)
        assert (entry["status"], entry["attempts"]) == ("delivered", 2)
        assert len({headers["Certify-Id"] for headers, _ in receiver.got}) == 1

    def test_one_is_sent_again_by_hand(
        self, api: TestClient, db: Database, receiver: Receiver
    ) -> None:
        endpoint = add(api, receiver.url)
        made = api.post(f"/webhooks/{endpoint['id']}/test").json()
        Worker(db).work_off()
        path = f"/webhooks/{endpoint['id']}/deliveries/{made['id']}/retry"
        assert api.post(path).status_code == 202
        Worker(db).work_off()
        assert len(receiver.got) == 2

    def test_a_deleted_endpoint_gets_nothing_more(
        self, api: TestClient, db: Database, receiver: Receiver
    ) -> None:
        endpoint = add(api, receiver.url)
        api.post(f"/webhooks/{endpoint['id']}/test")
        assert api.delete(f"/webhooks/{endpoint['id']}").status_code == 204
        Worker(db).work_off()
        assert receiver.got == []
        assert api.get(f"/webhooks/{endpoint['id']}/deliveries").status_code == 404

    def test_nobody_there_is_a_sentence_without_an_address(self) -> None:
        with pytest.raises(NotTaken, match="Nothing listens there"):
            webhook_post.post(Notice("http://127.0.0.1:1/x", b"{}", {}))


class TestOurOwnWalls:
    @pytest.mark.parametrize(
        "url",
        [
            "http://records.example.org/",
            "https://127.0.0.1/",
            "https://localhost/",
            "https://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://printer.local/",
            "https://user:word@records.example.org/",
            "ftp://records.example.org/",
            "https://",
            "javascript:alert(1)",
            "https://records.example.org:99999/",
            "https://a\nb.example.org/",
        ],
    )
    def test_such_an_address_is_not_taken(self, api: TestClient, url: str) -> None:
        answer = api.post("/webhooks", json={"url": url, "events": ["award.revoked"]})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "url"

    def test_a_name_that_leads_inside_is_refused_when_it_is_looked_up(
        self, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        port = int(receiver.url.split(":")[2].split("/")[0])
        found = [(2, 1, 6, "", ("127.0.0.1", port))]
        monkeypatch.setattr(webhook_post.socket, "getaddrinfo", lambda *_, **__: found)
        with pytest.raises(Refused):
            webhook_post.post(Notice(f"http://records.example.org:{port}/", b"{}", {}))
        assert receiver.got == []

    @pytest.mark.parametrize(
        ("host", "public"),
        [
            ("8.8.8.8", True),
            ("2606:4700::1111", True),
            ("0.0.0.0", False),
            ("100.64.0.1", False),
            ("192.168.1.1", False),
            ("224.0.0.1", False),
            ("fe80::1", False),
            ("fc00::1", False),
            ("::ffff:10.0.0.1", False),
            ("2002:7f00:1::", False),
        ],
    )
    def test_which_numbers_are_of_the_internet(self, host: str, public: bool) -> None:
        assert is_public(host) is public


def test_an_unknown_event_is_refused(api: TestClient) -> None:
    body = {"url": "https://records.example.org/", "events": ["everything"]}
    assert api.post("/webhooks", json=body).status_code == 400
