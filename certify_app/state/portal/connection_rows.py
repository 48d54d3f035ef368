"""Connections, requests and their log in the words of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from certify_app.config import settings
from certify_app.domain.clock import today
from certify_app.domain.connections.access_log import LogLine, SearchHit
from certify_app.domain.connections.models import ConnectionAct as Act
from certify_app.domain.connections.move_connection import status_now
from certify_app.domain.connections.queries import Listed
from certify_app.domain.connections.share_end import day_of
from certify_app.domain.connections.statuses import (
    INITIATED_BY,
    RUNNING,
    ConnectionStatus,
    InitiatedBy,
)
from certify_app.domain.documents.kinds import NAMES
from certify_app.locales import N_, _, plural
from certify_app.locales.dates import day, moment
from certify_app.locales.paths import localised


@dataclass(frozen=True)
class ConnectionRow:
    """One connection as its learner sees it. `ends` is a day, `sentence` the whole sentence."""

    id: int = 0
    href: str = ""
    name: str = ""
    organisation: str = ""
    email: str = ""
    status: str = ""
    initiated_by: str = ""
    shared: str = ""
    shared_line: str = ""
    ends: str = ""
    sentence: str = ""
    is_over: bool = False
    asked_us: bool = False
    refused: str = ""


@dataclass(frozen=True)
class AskRow:
    """What a third party asks for and the learner decides."""

    id: int = 0
    title: str = ""
    sentence: str = ""
    reason: str = ""
    name: str = ""


@dataclass(frozen=True)
class EventRow:
    key: str = ""
    who: str = ""
    did: str = ""
    when: str = ""


DID = {
    Act.ASKED: N_("asked for the connection"),
    Act.ASKED_AGAIN: N_("sent the request again"),
    Act.ACCEPTED: N_("accepted the connection"),
    Act.REJECTED: N_("rejected the connection"),
    Act.EXTENDED: N_("extended the share to {day}"),
    Act.EXTENSION_ASKED: N_("asked for more time"),
    Act.EXTENSION_DECLINED: N_("declined more time"),
    Act.CANCELLED: N_("ended the connection"),
}
CHECKED = {
    "valid": N_("checked {what}: the record is current"),
    "expired": N_("checked {what}: the qualification has expired"),
    "revoked": N_("checked {what}: the award has been revoked"),
    "superseded": N_("checked {what}: it has been replaced"),
}


def connection_row(row: Listed) -> ConnectionRow:
    """In the language being spoken."""
    connection, status = row.connection, status_now(row.connection)
    over = status not in RUNNING
    return ConnectionRow(
        id=connection.id or 0,
        href=localised(f"/connections/{connection.id}"),
        name=connection.third_party_name,
        organisation=row.organisation,
        email=connection.third_party_email,
        status=status.value,
        initiated_by=_(INITIATED_BY[connection.initiated_by]),
        shared=str(row.shared) if row.shared else _("None"),
        shared_line=shared_line(row.shared),
        ends=day(day_of(_end(row, status))),
        sentence=end_sentence(row),
        is_over=over,
        asked_us=connection.initiated_by is InitiatedBy.THIRD_PARTY
        and status is ConnectionStatus.PENDING,
        refused=_("The mail to {email} was refused.", email=connection.third_party_email)
        if row.refused
        else "",
    )


def shared_line(count: int) -> str:
    return _("{count} shared", count=count) if count else _("None shared")


def end_sentence(row: Listed) -> str:
    """Of the share, never to be taken for the end of a qualification."""
    status = status_now(row.connection)
    on = day(day_of(_end(row, status)))
    if status in RUNNING:
        return _("This share ends on {day}", day=on)
    return _("This share ended on {day}", day=on)


def _end(row: Listed, status: ConnectionStatus) -> datetime:
    """When it ended, or will."""
    connection = row.connection
    if status is ConnectionStatus.CANCELLED and connection.ended_at:
        return connection.ended_at
    if status is ConnectionStatus.REJECTED and connection.answered_at:
        return connection.answered_at
    return connection.expires_at


def ask_row(row: Listed) -> AskRow:
    """In the language being spoken."""
    connection, name = row.connection, row.organisation or row.connection.third_party_name
    until = day(day_of(connection.expires_at))
    if row.extension is None:
        title = _("{third_party} asks to see your certificates", third_party=name)
        sentence = _(
            "{name} ({email}) asks for a connection until {day}. You choose what they see.",
            name=connection.third_party_name,
            email=connection.third_party_email,
            day=until,
        )
        return AskRow(connection.id or 0, title, sentence, connection.purpose, name)
    wished = day(day_of(row.extension.wished_until))
    return AskRow(
        connection.id or 0,
        _("{third_party} asks for more time", third_party=name),
        _(
            "They would like to see your shared documents until {wished} instead of {day}.",
            wished=wished,
            day=until,
        ),
        row.extension.reason,
        name,
    )


def event_row(number: int, line: LogLine) -> EventRow:
    """In the language being spoken."""
    return EventRow(str(number), _who(line), _did(line), said_when(line.at))


def hit_row(number: int, hit: SearchHit) -> EventRow:
    """In the language being spoken."""
    name = f"{hit.name}, {hit.organisation}" if hit.organisation else hit.name
    return EventRow(f"hit {number}", name, _("found you by a search"), said_when(hit.at))


def _who(line: LogLine) -> str:
    if line.by_learner is None:
        return _("The share with {name}", name=line.third_party)
    return _("You") if line.by_learner else line.third_party


def _did(line: LogLine) -> str:
    what = line.title
    if line.kind:
        what = _("the {kind} of {title}", kind=_(NAMES[line.kind]).lower(), title=line.title)
    if line.act is Act.OPENED:
        return _("viewed {what}", what=what)
    if line.act is Act.DOWNLOADED:
        return _("downloaded {what}", what=what)
    if line.act is Act.CHECKED:
        return _(CHECKED.get(line.note, CHECKED["valid"]), what=what)
    if line.act is Act.SHARED:
        return _shared(line)
    if line.act is Act.EXPIRED:
        return _("has ended: its time is over")
    if line.act is Act.EXTENDED:
        return _(DID[line.act], day=day(date.fromisoformat(line.note)))
    return _(DID[line.act])


def _shared(line: LogLine) -> str:
    count = int(line.note) if line.note.isdigit() else 0
    if not count:
        return _("took back everything shared with {name}", name=line.third_party)
    return plural(
        "shared {count} document or badge with {name}",
        "shared {count} documents and badges with {name}",
        count,
        name=line.third_party,
    )


def said_when(at: datetime) -> str:
    """Such as "Today at 14:02"."""
    zone = settings().zone
    local = at.astimezone(zone)
    if local.date() == today(zone):
        return _("Today at {time}", time=f"{local:%H:%M}")
    return moment(at, zone)
