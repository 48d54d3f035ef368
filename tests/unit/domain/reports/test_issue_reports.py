"""Report Document Issue (guide 4.2.3): filed and mailed as one, worked on by staff."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from sqlmodel import Session, col, select

from certify_app.adapters.smtp import as_message
from certify_app.config import settings
from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.errors import Problems
from certify_app.domain.messages.models import Mail
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.reports import report_issue as use_case
from certify_app.domain.reports.answer_report import answer_report, close_report, take_report
from certify_app.domain.reports.errors import (
    AnswerMissing,
    NoSuchReport,
    NothingToReport,
    ReportIsOver,
)
from certify_app.domain.reports.models import IssueReport, ReportEvent
from certify_app.domain.reports.queries import open_reports, own_reports
from certify_app.domain.reports.report_issue import Issue, report_issue
from certify_app.domain.reports.statuses import REPORT, ReportStatus
from tests.people import People, Person, id_of


def file_one(person: Person, award: str, document: str = "", **said: str) -> IssueReport:
    words = {"reason": "Wrong name", "description": "It says Jayne.\nI am Jane."} | said
    learner_id = person.learner.id if person.learner else None
    return write_now(report_issue, learner_id, person.id, Issue(award, document, **words))


def reports() -> list[IssueReport]:
    return read_now(lambda s: list(s.exec(select(IssueReport))))


def mails(kind: str) -> list[Mail]:
    return read_now(lambda s: list(s.exec(select(Mail).where(Mail.kind == kind))))


def steps(report: IssueReport) -> list[ReportStatus]:
    mine = select(ReportEvent).where(ReportEvent.report_id == report.id)
    found = mine.order_by(col(ReportEvent.id))
    return read_now(lambda s: [event.status for event in s.exec(found)])


def test_a_report_is_filed_and_mailed_with_the_learner_to_reply_to(people: People) -> None:
    jane = people.jane
    file_one(jane, jane.awards[0].reference, jane.documents[1].reference)

    (report,), (mail,) = reports(), mails("issue_report")
    assert (report.reason, report.description) == ("Wrong name", "It says Jayne.\nI am Jane.")
    assert report.document_id == jane.documents[1].id
    assert steps(report) == [ReportStatus.OPEN]
    assert mail.to == settings().reports_email
    assert as_message(mail, "Certify <a@example.org>")["Reply-To"] == "jane@example.org"
    for words in ("Jane Doe - Diploma in Adult Care - Unit certificate", "TA-100001", "Jayne"):
        assert words in mail.text


def test_neither_is_there_when_the_mail_cannot_be_written(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_args: Any, **_params: Any) -> None:
        raise ConnectionAbortedError

    monkeypatch.setattr(use_case, "send_mail", breaks)
    with pytest.raises(ConnectionAbortedError):
        file_one(people.jane, people.jane.awards[0].reference)
    assert reports() == []
    assert mails("issue_report") == []


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"reason": ""}, {"reason"}),
        ({"reason": "Wrong colour"}, {"reason"}),
        ({"description": " \n\x00"}, {"description"}),
        ({"description": "x" * 4001}, {"description"}),
        ({"reason": "", "description": ""}, {"reason", "description"}),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    people: People, said: dict[str, str], fields: set[str]
) -> None:
    with pytest.raises(Problems) as raised:
        file_one(people.jane, people.jane.awards[0].reference, **said)
    assert set(raised.value.by_field()) == fields
    assert reports() == []


@pytest.mark.parametrize("name", ["dave", "mallory", "tracy", "olwen"])
def test_nobody_reports_or_reads_of_anothers_documents(people: People, name: str) -> None:
    jane, other = people.jane, getattr(people, name)
    file_one(jane, jane.awards[0].reference)
    for document in ("", jane.certificate.reference):
        with pytest.raises(NothingToReport):
            file_one(other, jane.awards[0].reference, document)
    assert len(reports()) == 1
    assert read_now(own_reports, other.id) == []


def test_a_document_of_another_award_is_not_reported_on(people: People) -> None:
    with pytest.raises(NothingToReport):
        file_one(people.jane, people.jane.awards[1].reference, people.jane.certificate.reference)


def test_an_account_reports_ten_times_an_hour(people: People, clock: Any) -> None:
    for _ in range(10):
        file_one(people.jane, people.jane.awards[0].reference)
    with pytest.raises(TooManyTries):
        file_one(people.jane, people.jane.awards[0].reference)
    assert len(reports()) == len(mails("issue_report")) == 10


def test_the_awarding_body_has_reasons_of_its_own(people: People, db: Database) -> None:
    with db.write() as session:
        session.get_one(AwardingBody, 1).report_reasons = "Torn\n\n  Wrong crest  \n"
    file_one(people.jane, people.jane.awards[0].reference, reason="Wrong crest")
    with pytest.raises(Problems):
        file_one(people.jane, people.jane.awards[0].reference, reason="Wrong name")


def test_staff_take_answer_and_close_it_and_the_learner_is_told(people: People) -> None:
    report = file_one(people.jane, people.jane.awards[0].reference)
    number = id_of(report)
    write_now(take_report, number, people.olwen.id)
    write_now(answer_report, number, "We have made a new one.", people.olwen.id)
    assert read_now(open_reports) == []
    write_now(close_report, number, people.olwen.id)

    assert steps(report) == list(ReportStatus)
    (mine,) = read_now(own_reports, people.jane.id, people.jane.awards[0].reference)
    assert mine.report.answer == "We have made a new one."
    (mail,) = mails("report_answered")
    assert mail.to == people.jane.email
    assert "We have made a new one." in mail.text
    assert read_now(own_reports, people.jane.id, people.jane.awards[1].reference) == []


def test_an_answer_needs_words_and_a_report(people: People) -> None:
    number = id_of(file_one(people.jane, people.jane.awards[0].reference))
    with pytest.raises(AnswerMissing):
        write_now(answer_report, number, "  ")
    with pytest.raises(NoSuchReport):
        write_now(answer_report, 9999, "Yes")
    assert reports()[0].status == ReportStatus.OPEN


MOVES: dict[ReportStatus, Callable[[Session, int], Any]] = {
    ReportStatus.IN_WORK: take_report,
    ReportStatus.ANSWERED: lambda session, number: answer_report(session, number, "Yes"),
    ReportStatus.CLOSED: close_report,
}


@pytest.mark.parametrize(("old", "new"), list(product(ReportStatus, MOVES)))
def test_only_moves_of_the_table_are_made(
    people: People, db: Database, old: ReportStatus, new: ReportStatus
) -> None:
    number = id_of(file_one(people.jane, people.jane.awards[0].reference))
    with db.write() as session:
        session.get_one(IssueReport, number).status = old
    if REPORT.allows(old, new):
        write_now(MOVES[new], number)
        assert reports()[0].status == new
        return
    with pytest.raises(ReportIsOver):
        write_now(MOVES[new], number)
    assert reports()[0].status == old
    assert mails("report_answered") == []
