"""Issue reports: a learner's own, and all of them for staff."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from certify_app.domain.accounts.models import Account
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.documents.kinds import NAMES
from certify_app.domain.documents.models import Document
from certify_app.domain.reports.models import IssueReport, ReportEvent
from certify_app.domain.reports.statuses import ReportStatus
from certify_app.locales import _

LONGEST_LIST = 50
OVER = (ReportStatus.ANSWERED, ReportStatus.CLOSED)


@dataclass(frozen=True)
class Subject:
    """What is reported on: an award of the learner's, or one document of it."""

    award: Award
    qualification: str
    document: Document | None

    @property
    def reference(self) -> str:
        return self.document.reference if self.document else self.award.reference

    @property
    def title(self) -> str:
        """ "Dave King - Level 3 Diploma - Workbook" in the language being spoken."""
        kind = _(NAMES[self.document.kind]) if self.document else ""
        return " - ".join(filter(None, (self.award.awarded_name, self.qualification, kind)))


@dataclass(frozen=True)
class Reported:
    """A report with what it is about, who sent it, and its steps, oldest first."""

    report: IssueReport
    subject: Subject
    sender: Account
    events: list[ReportEvent]


def find_subject(
    session: Session, learner_id: int | None, award: str, document: str = ""
) -> Subject | None:
    """By their references; a document must be one of this award."""
    found = session.exec(
        select(Award, Qualification.title)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .where(col(Award.learner_id) == learner_id, Award.reference == award)
    ).first()
    if found is None:
        return None
    paper = session.exec(
        select(Document).where(Document.award_id == found[0].id, Document.reference == document)
    ).first()
    return Subject(*found, paper) if paper or not document else None


def own_reports(session: Session, account_id: int, award: str = "") -> list[Reported]:
    """Newest first; with `award`, those about it and its documents."""
    mine = _reports().where(IssueReport.account_id == account_id)
    if award:
        mine = mine.where(Award.reference == award)
    return _reported(session, mine)


def open_reports(session: Session, everything: bool = False) -> list[Reported]:
    """Those that wait for staff, or all; newest first."""
    found = _reports()
    if not everything:
        found = found.where(col(IssueReport.status).not_in(OVER))
    return _reported(session, found)


def _reports() -> Select[IssueReport, Award, str, Document, Account]:
    return (  # type: ignore[no-any-return]
        select(IssueReport, Award, Qualification.title, Document, Account)  # type: ignore[call-overload]
        .join(Award, col(Award.id) == IssueReport.award_id)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .outerjoin(Document, col(Document.id) == IssueReport.document_id)
        .join(Account, col(Account.id) == IssueReport.account_id)
    )


def _reported(
    session: Session, found: Select[IssueReport, Award, str, Document, Account]
) -> list[Reported]:
    newest = found.order_by(col(IssueReport.id).desc()).limit(LONGEST_LIST)
    rows = list(session.exec(newest))
    steps = _events(session, [report.id or 0 for report, *_rest in rows])
    return [
        Reported(report, Subject(award, title, paper), sender, steps[report.id or 0])
        for report, award, title, paper, sender in rows
    ]


def _events(session: Session, report_ids: list[int]) -> dict[int, list[ReportEvent]]:
    of_each: dict[int, list[ReportEvent]] = {number: [] for number in report_ids}
    found = select(ReportEvent).where(col(ReportEvent.report_id).in_(report_ids))
    for event in session.exec(found.order_by(col(ReportEvent.id))):
        of_each[event.report_id].append(event)
    return of_each
