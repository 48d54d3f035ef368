"""Jane's connection with Tracy as tests need it, and what Tracy finds in her mailbox."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

from certify_app.db.engine import using
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.request_connection import Wanted, request_connection
from certify_app.domain.connections.share_documents import Share, share_documents
from tests.browser.mail import newest_mail
from tests.browser.portal import Portal
from tests.people import id_of


def day(days: int) -> str:
    return f"{now() + timedelta(days=days):%d/%m/%Y}"


def connected(portal: Portal, accepted: bool = True, **terms: object) -> Connection:
    """Jane has asked Tracy, who has accepted; the first certificate is shared."""
    people = portal.people
    wanted = Wanted("Tracy Trent", people.tracy.email, day(30))
    share = Share(frozenset({id_of(people.jane.certificate)}), frozenset(), **terms)  # type: ignore[arg-type]
    with using(portal.db), portal.db.write() as session:
        connection = request_connection(session, people.jane.id, wanted)
        share_documents(session, people.jane.id, id_of(connection), share)
        if accepted:
            side = Side.THIRD_PARTY
            answer_connection(session, people.tracy.id, id_of(connection), side, True)
    return connection


def invitation(portal: Portal, to: str) -> str:
    """The path of the link in the newest request."""
    text = newest_mail(portal, to, "wants to share certificates with you")
    found = re.search(r"https?://\S+/invitation/[\w-]+", text)
    assert found, text
    return urlsplit(found[0]).path


def mailed_code(portal: Portal, to: str) -> str:
    found = re.search(r"\b(\d{3}) (\d{3})\b", newest_mail(portal, to, "is your code"))
    assert found
    return f"{found[1]} {found[2]}"
