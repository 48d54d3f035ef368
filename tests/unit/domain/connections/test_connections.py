from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlmodel import select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.errors import (
    AlreadyConnected,
    ChosenAlready,
    DateInThePast,
    DateMissing,
    DateNotLater,
    DateTooFar,
    IsYourself,
    NoSuchConnection,
    NotAnswerable,
    NotChangeable,
    NotYoursToShare,
    TooSoonToAskAgain,
)
from certify_app.domain.connections.expire_connections import expire_connections, warn_of_ends
from certify_app.domain.connections.extend_connection import (
    answer_extension,
    extend_connection,
    wish_extension,
)
from certify_app.domain.connections.models import Connection, ConnectionEvent, SharedDocument
from certify_app.domain.connections.move_connection import status_now
from certify_app.domain.connections.queries import (
    Filter,
    Side,
    Tab,
    list_connections,
    own_connection,
)
from certify_app.domain.connections.request_connection import (
    Wanted,
    ask_again,
    ask_learner,
    request_connection,
)
from certify_app.domain.connections.share_documents import Share, share_documents
from certify_app.domain.connections.share_end import end_of, read_day
from certify_app.domain.connections.statuses import ConnectionStatus as Status
from certify_app.domain.errors import Problems
from certify_app.domain.messages.models import Mail
from tests.people import id_of


def day(days: int) -> str:
    return f"{now() + timedelta(days=days):%d/%m/%Y}"


@pytest.fixture
def pending(people, clock):
    wanted = Wanted("Tracy Trent", "tracy@example.org", day(30))
    return write_now(request_connection, people.jane.id, wanted)


@pytest.fixture
def active(people, pending):
    return write_now(answer_connection, people.tracy.id, pending.id, Side.THIRD_PARTY, True)


def fresh(connection: Connection) -> Connection:
    return read_now(lambda session: session.get_one(Connection, connection.id))


def mails(kind: str) -> list[str]:
    return [m.to for m in read_now(lambda s: s.exec(select(Mail).where(Mail.kind == kind)).all())]


def acts(connection: Connection) -> list[str]:
    of = select(ConnectionEvent.act).where(ConnectionEvent.connection_id == connection.id)
    return [str(act) for act in read_now(lambda s: s.exec(of.order_by(ConnectionEvent.id)).all())]


def test_a_request_is_pending_until_the_last_second_of_its_day(pending):
    assert pending.status == Status.PENDING
    assert pending.expires_at == end_of(read_day(day(30)))
    assert mails("connection_request") == ["tracy@example.org"]


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (Wanted("Tracy", "jane@example.org", "01/03/2027"), IsYourself),
        (Wanted("Tracy", "tracy@example.org", "31/02/2027"), DateMissing),
        (Wanted("Tracy", "tracy@example.org", ""), DateMissing),
        (Wanted("Tracy", "tracy@example.org", "01/01/2020"), DateInThePast),
        (Wanted("Tracy", "tracy@example.org", "01/01/2099"), DateTooFar),
    ],
)
def test_a_request_that_cannot_be_made_says_why_and_changes_nothing(people, clock, wanted, problem):
    if problem is IsYourself:
        wanted = Wanted(wanted.name, wanted.email, day(30))
    with pytest.raises(Problems) as raised:
        write_now(request_connection, people.jane.id, wanted)
    assert [type(found) for found in raised.value.problems] == [problem]
    assert read_now(lambda session: session.exec(select(Connection)).all()) == []


def test_every_wrong_field_is_named_at_once(people, clock):
    with pytest.raises(Problems) as raised:
        write_now(request_connection, people.jane.id, Wanted(" ", "tracy@", "soon"))
    assert set(raised.value.by_field()) == {"name", "email", "expiry_date"}


def test_a_second_request_to_the_same_email_is_refused_in_parallel_too(people, clock):
    wanted = Wanted("Tracy", "Tracy@example.org ", day(30))

    def ask(_: int) -> int:
        try:
            return id_of(write_now(request_connection, people.jane.id, wanted))
        except Problems as refused:
            return 0 if isinstance(refused.problems[0], AlreadyConnected) else -1

    with ThreadPoolExecutor(8) as tabs:
        made = list(tabs.map(ask, range(8)))
    assert sorted(made)[:7] == [0] * 7
    assert max(made) > 0


def test_twenty_accepts_at_once_accept_once(people, pending):
    def accept(_: int) -> bool:
        try:
            write_now(answer_connection, people.tracy.id, pending.id, Side.THIRD_PARTY, True)
        except NotAnswerable:
            return False
        return True

    with ThreadPoolExecutor(20) as clicks:
        assert sum(clicks.map(accept, range(20))) == 1
    assert acts(pending) == ["asked", "accepted"]


def test_accepting_and_cancelling_at_once_ends_in_one_of_them(people, pending):
    def do(number: int) -> None:
        try:
            if number % 2:
                write_now(answer_connection, people.tracy.id, pending.id, Side.THIRD_PARTY, True)
            else:
                write_now(cancel_connection, people.jane.id, pending.id, Side.LEARNER)
        except (NotAnswerable, NotChangeable):
            pass

    with ThreadPoolExecutor(8) as clicks:
        list(clicks.map(do, range(20)))
    assert fresh(pending).status == Status.CANCELLED
    assert acts(pending)[-1] == "cancelled"


@pytest.mark.parametrize("who", ["dave", "mallory", "olwen", "tracy"])
def test_nobody_else_reads_ends_extends_or_shares_a_learners_connection(people, active, who):
    account_id = getattr(people, who).id
    share = Share(frozenset({id_of(people.jane.certificate)}), frozenset())
    for use_case, args in (
        (own_connection, (Side.LEARNER,)),
        (cancel_connection, (Side.LEARNER,)),
        (extend_connection, (day(60),)),
        (share_documents, (share,)),
        (ask_again, ()),
    ):
        with pytest.raises(NoSuchConnection):
            write_now(use_case, account_id, active.id, *args)
    assert fresh(active) == active


def test_only_the_side_that_was_asked_answers(people, pending):
    for who, side in ((people.jane, Side.LEARNER), (people.dave, Side.THIRD_PARTY)):
        with pytest.raises((NotAnswerable, NoSuchConnection)):
            write_now(answer_connection, who.id, pending.id, side, True)
    assert fresh(pending).status == Status.PENDING


def test_a_third_partys_request_is_answered_by_the_learner(people, clock):
    asked = write_now(ask_learner, people.tracy.id, people.jane.id, day(10), "A job")
    assert mails("learner_request") == ["jane@example.org"]
    write_now(answer_connection, people.jane.id, asked.id, Side.LEARNER, True)
    assert fresh(asked).status == Status.ACTIVE


def test_documents_are_chosen_once_while_pending_and_freely_once_accepted(people, pending):
    one = Share(frozenset({id_of(people.jane.documents[0])}), frozenset())
    two = Share(frozenset(map(id_of, people.jane.documents[:2])), frozenset())
    write_now(share_documents, people.jane.id, pending.id, one)
    with pytest.raises(ChosenAlready, match="once Tracy Trent has accepted"):
        write_now(share_documents, people.jane.id, pending.id, two)
    write_now(answer_connection, people.tracy.id, pending.id, Side.THIRD_PARTY, True)
    write_now(share_documents, people.jane.id, pending.id, two)
    write_now(share_documents, people.jane.id, pending.id, two)
    assert len(read_now(lambda session: session.exec(select(SharedDocument)).all())) == 2


def test_anothers_document_is_not_shared(people, active):
    share = Share(frozenset({id_of(people.dave.certificate)}), frozenset())
    with pytest.raises(NotYoursToShare):
        write_now(share_documents, people.jane.id, active.id, share)


def test_a_share_is_over_the_second_it_ends_whatever_a_job_has_noted(people, active, clock):
    clock.set(active.expires_at - timedelta(seconds=1))
    assert status_now(fresh(active)) == Status.ACTIVE
    clock.set(active.expires_at)
    assert status_now(fresh(active)) == Status.EXPIRED
    tabs = {tab: read_now(list_connections, people.jane.id, Side.LEARNER, tab)[1] for tab in Tab}
    assert tabs == {Tab.ACTIVE: 0, Tab.INACTIVE: 1}


@pytest.mark.parametrize("noted", [True, False])
@pytest.mark.parametrize("accepted", [True, False])
def test_an_extension_brings_back_what_was_before(people, pending, clock, noted, accepted):
    if accepted:
        write_now(answer_connection, people.tracy.id, pending.id, Side.THIRD_PARTY, True)
    clock.set(pending.expires_at + timedelta(days=1))
    if noted:
        assert write_now(expire_connections) == 1
        assert mails("share_ended") == ["jane@example.org"]
    write_now(extend_connection, people.jane.id, pending.id, day(40))
    assert fresh(pending).status == (Status.ACTIVE if accepted else Status.PENDING)


def test_an_end_that_is_not_later_is_refused(people, active):
    with pytest.raises(DateNotLater):
        write_now(extend_connection, people.jane.id, active.id, day(30))


def test_a_cancelled_connection_stays_over(people, active):
    write_now(cancel_connection, people.jane.id, active.id, Side.LEARNER)
    for use_case, args in ((extend_connection, (day(60),)), (cancel_connection, (Side.LEARNER,))):
        with pytest.raises(NotChangeable):
            write_now(use_case, people.jane.id, active.id, *args)


def test_twenty_extensions_at_once_leave_the_latest_day(people, active):
    def extend(days: int) -> None:
        with suppress(DateNotLater, NotChangeable):
            write_now(extend_connection, people.jane.id, active.id, day(days))

    with ThreadPoolExecutor(10) as clicks:
        list(clicks.map(extend, range(40, 60)))
    assert fresh(active).expires_at == end_of(read_day(day(59)))


def test_a_wish_for_more_time_is_the_learners_to_answer_once(people, active):
    wish = write_now(wish_extension, people.tracy.id, active.id, day(50), "Moved")
    assert mails("extension_wish") == ["jane@example.org"]
    with pytest.raises(NoSuchConnection):
        write_now(answer_extension, people.dave.id, wish.id, True)
    write_now(answer_extension, people.jane.id, wish.id, True)
    assert fresh(active).expires_at == end_of(read_day(day(50)))
    with pytest.raises(NotAnswerable):
        write_now(answer_extension, people.jane.id, wish.id, False)


def test_a_declined_wish_changes_nothing(people, active):
    wish = write_now(wish_extension, people.tracy.id, active.id, day(50))
    write_now(answer_extension, people.jane.id, wish.id, False)
    assert fresh(active).expires_at == active.expires_at


def test_the_learner_is_warned_seven_days_and_one_day_before_once_each(people, active, clock):
    for before in (timedelta(days=8), timedelta(days=7), timedelta(days=3), timedelta(hours=20)):
        clock.set(active.expires_at - before)
        write_now(warn_of_ends)
        write_now(warn_of_ends)
    assert mails("share_ending") == ["jane@example.org"] * 2


def test_a_request_is_sent_again_at_most_every_hour(people, pending, clock):
    with pytest.raises(TooSoonToAskAgain):
        write_now(ask_again, people.jane.id, pending.id)
    clock.set(now() + timedelta(hours=1, seconds=1))
    write_now(ask_again, people.jane.id, pending.id)
    assert len(mails("connection_request")) == 2


def test_a_search_finds_the_beginnings_of_names_and_emails(people, pending):
    def found(term: str) -> int:
        return read_now(list_connections, people.jane.id, Side.LEARNER, Tab.ACTIVE, Filter(term))[1]

    assert [found(term) for term in ("tra", "TRE", "tracy@", "")] == [1, 1, 1, 1]
    assert [found(term) for term in ("racy", "%", "zoe", "_", "\\")] == [0, 0, 0, 0, 0]
