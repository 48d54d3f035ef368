"""Staff work on an issue report: take it, answer it, close it."""

from __future__ import annotations

from sqlmodel import Session, col, update

from certify_app.domain.accounts.models import Account
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.clock import now
from certify_app.domain.documents.addresses import in_address
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.reports.errors import AnswerMissing, NoSuchReport, ReportIsOver
from certify_app.domain.reports.models import IssueReport, ReportEvent
from certify_app.domain.reports.statuses import REPORT, ReportStatus

LONGEST = 4000


def take_report(session: Session, number: int, actor_id: int | None = None) -> IssueReport:
    """The learner sees that it is being looked into. Raises NoSuchReport, ReportIsOver."""
    return _move(session, number, ReportStatus.IN_WORK, actor_id)


def answer_report(
    session: Session, number: int, text: str, actor_id: int | None = None
) -> IssueReport:
    """The learner sees the answer and gets it by mail.

    Raises:
        AnswerMissing, NoSuchReport, ReportIsOver
    """
    answer = text.strip()[:LONGEST]
    if not answer:
        raise AnswerMissing
    report = _move(
        session, number, ReportStatus.ANSWERED, actor_id, answer=answer, answered_at=now()
    )
    _tell_learner(session, report)
    return report


def close_report(session: Session, number: int, actor_id: int | None = None) -> IssueReport:
    """Raises NoSuchReport, ReportIsOver."""
    return _move(session, number, ReportStatus.CLOSED, actor_id)


def _move(
    session: Session, number: int, to: ReportStatus, actor_id: int | None, **changes: object
) -> IssueReport:
    """In one conditional UPDATE, so that of two at once one finds it moved."""
    report = session.get(IssueReport, number)
    if report is None:
        raise NoSuchReport(number=number)
    if not REPORT.allows(report.status, to):
        raise ReportIsOver(number=number)
    moved = session.exec(
        update(IssueReport)
        .where(col(IssueReport.id) == number, col(IssueReport.status) == report.status)
        .values(status=to, **changes)
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:
        raise ReportIsOver(number=number)
    session.refresh(report)
    session.add(ReportEvent(report_id=number, status=to, actor_id=actor_id))
    record_act(session, f"issue_report_{to}", "issue_report", number, actor_id)
    return report


def _tell_learner(session: Session, report: IssueReport) -> None:
    account = session.get_one(Account, report.account_id)
    award = session.get_one(Award, report.award_id)
    send_mail(
        session,
        "report_answered",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        qualification=session.get_one(Qualification, award.qualification_id).title,
        answer=report.answer,
        place=f"/documents/{in_address(award.reference)}",
    )
