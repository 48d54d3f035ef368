"""Who is told what about a connection: mails in the transaction of the change."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.models import Account
from certify_app.domain.connections.models import Connection, Extension
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.share_end import day_of
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.messages.send_mail import send_mail
from certify_app.locales import N_, _, speaking
from certify_app.locales.dates import day
from certify_app.locales.paths import localised


def tell_third_party_of_request(
    session: Session, connection: Connection, learner: Account, token: str
) -> None:
    language = _language_of(session, connection, learner)
    send_mail(
        session,
        "connection_request",
        connection.third_party_email,
        connection.third_party_account_id,
        language,
        name=connection.third_party_name,
        learner=f"{learner.first_name} {learner.last_name}".strip(),
        until=day_of(connection.expires_at),
        purpose=connection.purpose,
        link=settings().address + localised(f"/invitation/{token}", language),
    )


def tell_learner_of_request(session: Session, connection: Connection) -> None:
    _tell_learner(
        session,
        connection,
        "learner_request",
        email=connection.third_party_email,
        until=day_of(connection.expires_at),
        purpose=connection.purpose,
    )


def tell_answer(session: Session, connection: Connection, side: Side, accept: bool) -> None:
    """The side that asked hears the answer of the other."""
    if side is Side.LEARNER:
        said = N_("Your request was accepted") if accept else N_("Your request was rejected")
        return _tell_third_party(session, connection, said)
    if accept:
        until = day_of(connection.expires_at)
        return _tell_learner(session, connection, "share_accepted", until=until)
    return _tell_learner(session, connection, "share_rejected")


def tell_cancelled(session: Session, connection: Connection, side: Side) -> None:
    if side is Side.THIRD_PARTY:
        _tell_learner(session, connection, "share_withdrawn")
    elif connection.third_party_account_id:
        _tell_third_party(session, connection, N_("A connection was cancelled"))


def tell_extended(session: Session, connection: Connection) -> None:
    if connection.status is ConnectionStatus.ACTIVE:
        until = day_of(connection.expires_at)
        _tell_third_party(session, connection, N_("You have access until {day}"), until)


def tell_wish(session: Session, connection: Connection, wish: Extension) -> None:
    until = day_of(wish.wished_until)
    _tell_learner(session, connection, "extension_wish", until=until, reason=wish.reason)


def tell_extension_answer(session: Session, connection: Connection, approve: bool) -> None:
    if not approve:
        until = day_of(connection.expires_at)
        said = N_("The share still ends on {day}: the learner declined more time")
        _tell_third_party(session, connection, said, until)


def tell_ending(session: Session, connection: Connection) -> None:
    _tell_learner(session, connection, "share_ending", until=day_of(connection.expires_at))


def tell_ended(session: Session, connection: Connection) -> None:
    _tell_learner(session, connection, "share_ended")
    if connection.third_party_account_id:
        _tell_third_party(session, connection, N_("A share with you has ended"))


def tell_opened(session: Session, connection: Connection, document: str) -> None:
    _tell_learner(session, connection, "share_opened", document=document)


def _tell_learner(session: Session, connection: Connection, kind: str, **params: Any) -> None:
    learner = session.get_one(Account, connection.learner_account_id)
    send_mail(
        session,
        kind,
        learner.email,
        learner.id,
        learner.language,
        first_name=learner.first_name,
        third_party=connection.third_party_name,
        **params,
    )


def _tell_third_party(
    session: Session, connection: Connection, heading: str, until: date | None = None
) -> None:
    """`heading` is a msgid, perhaps with {day}; it is spoken as the reader does."""
    learner = session.get_one(Account, connection.learner_account_id)
    name = f"{learner.first_name} {learner.last_name}".strip()
    language = _language_of(session, connection, learner)
    with speaking(language):
        said = _(heading, day=day(until)) if until else _(heading)
        says = _("This is about the connection with {learner}.", learner=name)
    send_mail(
        session,
        "access_news",
        connection.third_party_email,
        connection.third_party_account_id,
        language,
        name=connection.third_party_name,
        learner=name,
        heading=said,
        says=says,
    )


def _language_of(session: Session, connection: Connection, learner: Account) -> str:
    """The reader's own; that of the learner who writes to somebody without an account."""
    if connection.third_party_account_id is None:
        return learner.language
    return session.get_one(Account, connection.third_party_account_id).language
