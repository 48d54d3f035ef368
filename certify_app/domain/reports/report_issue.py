"""A learner reports an issue with a document (guide 4.2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.models import Account
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.rate_limits import hit
from certify_app.domain.reports.errors import (
    DescriptionMissing,
    DescriptionTooLong,
    NothingToReport,
    ReasonMissing,
)
from certify_app.domain.reports.models import IssueReport, ReportEvent
from certify_app.domain.reports.queries import Subject, find_subject
from certify_app.domain.reports.reasons import report_reasons
from certify_app.domain.reports.statuses import ReportStatus
from certify_app.locales import speaking

LONGEST = 4000
MOST, WINDOW = 10, timedelta(hours=1)
"""Reports of one account."""


@dataclass(frozen=True)
class Issue:
    """What the learner says, and the references of what it is about."""

    award: str
    document: str
    reason: str
    description: str


def report_issue(
    session: Session, learner_id: int | None, account_id: int, issue: Issue
) -> IssueReport:
    """File the report and mail it to the awarding body, both or neither.

    Raises:
        Problems: fields to put right.
        NothingToReport: the learner has no such award or document.
        TooManyTries
    """
    description = _checked(session, issue)
    subject = find_subject(session, learner_id, issue.award, issue.document)
    if subject is None:
        raise NothingToReport
    hit(session, f"issue-report:{account_id}", MOST, WINDOW)
    report = _file(session, account_id, subject, issue.reason, description)
    _tell_awarding_body(session, report, subject)
    return report


def _checked(session: Session, issue: Issue) -> str:
    problems: list[DomainError] = []
    if issue.reason not in report_reasons(session):
        problems.append(ReasonMissing())
    readable = (c for c in issue.description if c in "\n\t" or c.isprintable())
    description = "".join(readable).strip()
    if not description:
        problems.append(DescriptionMissing())
    if len(description) > LONGEST:
        problems.append(DescriptionTooLong(longest=LONGEST))
    if problems:
        raise Problems(problems)
    return description


def _file(
    session: Session, account_id: int, subject: Subject, reason: str, description: str
) -> IssueReport:
    report = IssueReport(
        account_id=account_id,
        award_id=subject.award.id or 0,
        document_id=subject.document.id if subject.document else None,
        reason=reason,
        description=description,
    )
    session.add(report)
    session.flush()
    assert report.id
    session.add(ReportEvent(report_id=report.id, status=ReportStatus.OPEN, actor_id=account_id))
    record_act(session, "issue_reported", "issue_report", report.id, account_id)
    return report


def _tell_awarding_body(session: Session, report: IssueReport, subject: Subject) -> None:
    sender = session.get_one(Account, report.account_id)
    with speaking("en"):
        title = f"{subject.title} ({subject.reference})"
    send_mail(
        session,
        "issue_report",
        settings().reports_email,
        reply_to=sender.email,
        number=report.id,
        reason=report.reason,
        description=report.description,
        name=f"{sender.first_name} {sender.last_name}".strip(),
        email=sender.email,
        enrolment_number=subject.award.enrolment_number,
        title=title,
    )
