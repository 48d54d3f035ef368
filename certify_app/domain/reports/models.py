"""Tables of what learners report about their documents."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now
from certify_app.domain.reports.statuses import ReportStatus


class IssueReport(SQLModel, table=True):
    """A learner's concern about an award, or about one document of it."""

    __tablename__ = "issue_report"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    award_id: int = Field(foreign_key="award.id", index=True, ondelete="CASCADE")
    document_id: int | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL")
    reason: str = Field(max_length=80)
    description: str
    status: ReportStatus = Field(default=ReportStatus.OPEN, index=True)
    answer: str = ""
    created_at: datetime = Field(default_factory=now)
    answered_at: datetime | None = None


class ReportEvent(SQLModel, table=True):
    """One step of a report: who moved it to what, and when. Append-only."""

    __tablename__ = "issue_report_event"

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="issue_report.id", index=True, ondelete="CASCADE")
    status: ReportStatus
    actor_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(default_factory=now)
