"""The figures of the console's first page; each is short to count at a million awards."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from certify_app.config import settings
from certify_app.domain.accounts.models import Registration, RegistrationStatus
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.clock import now, today
from certify_app.domain.documents.models import DocumentEvent, EventKind
from certify_app.domain.learners.models import Learner
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.reports.models import IssueReport
from certify_app.domain.reports.statuses import ReportStatus
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.domain.verification.models import VerificationEvent

RECENT = timedelta(days=30)
MONTHS = 12
TITLES = 6


@dataclass(frozen=True)
class Overview:
    """`downloads`, `checks`, `orders` and `revenue` are of the last 30 days; `revenue` in
    minor units, without test payments and refunds; disk in bytes."""

    learners: int
    registered: int
    waiting: int
    awards: int
    downloads: int
    checks: int
    orders: int
    to_fulfil: int
    revenue: int
    currency: str
    open_reports: int
    mails_waiting: int
    mails_failed: int
    disk_free: int
    disk_size: int
    by_month: list[tuple[date, int]]
    by_qualification: list[tuple[int, str, int]]


def overview(session: Session) -> Overview:
    since = now() - RECENT
    orders = [col(Order.created_at) >= since, col(Order.is_test).is_(False)]
    paid = [col(Order.paid_at) >= since, col(Order.is_test).is_(False)]
    took = select(func.coalesce(func.sum(Order.total - Order.refunded), 0)).where(*paid)
    disk = shutil.disk_usage(_there())
    return Overview(
        learners=_count(session, Learner),
        registered=_count(session, Learner, col(Learner.account_id).is_not(None)),
        waiting=_count(
            session, Registration, Registration.status == RegistrationStatus.WAITING_FOR_STAFF
        ),
        awards=_count(session, Award),
        downloads=_count(
            session,
            DocumentEvent,
            DocumentEvent.kind == EventKind.DOWNLOAD,
            col(DocumentEvent.at) >= since,
        ),
        checks=_count(session, VerificationEvent, col(VerificationEvent.at) >= since),
        orders=_count(session, Order, *orders),
        to_fulfil=_count(session, Order, Order.status == OrderStatus.PROCESSING),
        revenue=int(session.exec(took).one()),
        currency=settings().currency,
        open_reports=_count(
            session,
            IssueReport,
            col(IssueReport.status).in_((ReportStatus.OPEN, ReportStatus.IN_WORK)),
        ),
        mails_waiting=_count(session, Mail, Mail.status == MailStatus.WAITING),
        mails_failed=_count(session, Mail, Mail.status == MailStatus.FAILED),
        disk_free=disk.free,
        disk_size=disk.total,
        by_month=[(first, _of_month(session, first)) for first in _months()],
        by_qualification=_by_qualification(session),
    )


def _count(session: Session, model: Any, *conditions: Any) -> int:
    return session.exec(select(func.count()).select_from(model).where(*conditions)).one()


def _there() -> str:
    folder = settings().data_dir
    return str(next(p for p in (folder, *folder.resolve().parents) if p.exists()))


def _months() -> list[date]:
    """The first days of the last twelve months, this one included."""
    this = today(settings().zone).replace(day=1)
    found = [this]
    for _each in range(MONTHS - 1):
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found[::-1]


def _of_month(session: Session, first: date) -> int:
    after = (first + timedelta(days=32)).replace(day=1)
    inside = col(Award.award_date) >= first, col(Award.award_date) < after
    return _count(session, Award, *inside)


def _by_qualification(session: Session) -> list[tuple[int, str, int]]:
    """The most awarded: id, title, number."""
    counted = (
        select(Award.qualification_id, func.count().label("number"))
        .group_by(col(Award.qualification_id))
        .order_by(func.count().desc())
        .limit(TITLES)
        .subquery()
    )
    rows = session.exec(
        select(Qualification.id, Qualification.title, counted.c.number)
        .join(counted, counted.c.qualification_id == Qualification.id)
        .order_by(counted.c.number.desc())
    )
    return [(id or 0, title, number) for id, title, number in rows]
