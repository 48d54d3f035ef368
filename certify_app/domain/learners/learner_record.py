"""All the console shows of one learner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, func, or_, select

from certify_app.config import settings
from certify_app.domain.accounts.models import (
    Account,
    LoginSession,
    Registration,
    RegistrationStatus,
)
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.awards.standing import Standing, standing_of
from certify_app.domain.clock import today
from certify_app.domain.connections.models import Connection
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.models import Learner, Organisation
from certify_app.domain.learners.queries import list_enrolment_numbers
from certify_app.domain.shop.models import Order
from certify_app.locales import N_

MOST = 50


class NoSuchLearnerRecord(DomainError):
    sentence = N_("There is no such learner")


@dataclass(frozen=True)
class AwardLine:
    id: int
    reference: str
    qualification: str
    award_date: date
    standing: Standing


@dataclass(frozen=True)
class Act:
    """`actor` is a name, "" for jobs and the command line."""

    at: datetime
    act: str
    actor: str


@dataclass(frozen=True)
class LearnerRecord:
    """`registration_id` is of one that waits for its email to be verified."""

    learner: Learner
    account: Account | None
    numbers: list[str]
    organisation: str
    awards: list[AwardLine]
    orders: int
    connections: int
    sessions: int
    registration_id: int | None
    acts: list[Act]


def learner_record(session: Session, learner_id: int) -> LearnerRecord:
    """Raises NoSuchLearnerRecord."""
    learner = session.get(Learner, learner_id)
    if learner is None:
        raise NoSuchLearnerRecord
    account = session.get(Account, learner.account_id) if learner.account_id else None
    account_id = learner.account_id
    home = session.get(Organisation, learner.organisation_id) if learner.organisation_id else None
    return LearnerRecord(
        learner=learner,
        account=account,
        numbers=list_enrolment_numbers(session, learner_id),
        organisation=home.name if home else "",
        awards=_awards(session, learner_id),
        orders=_count(session, Order, account_id),
        connections=_connections(session, account_id),
        sessions=_sessions(session, account_id),
        registration_id=_waiting(session, learner_id),
        acts=_acts(session, learner_id, account_id),
    )


def _awards(session: Session, learner_id: int) -> list[AwardLine]:
    found = (
        select(Award, Qualification.title)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .where(Award.learner_id == learner_id)
        .order_by(col(Award.award_date).desc(), col(Award.id).desc())
        .limit(MOST)
    )
    day = today(settings().zone)
    return [
        AwardLine(award.id or 0, award.reference, title, award.award_date, standing_of(award, day))
        for award, title in session.exec(found)
    ]


def _count(session: Session, model: type[Order], account_id: int | None) -> int:
    mine = select(func.count()).select_from(model).where(model.account_id == account_id)
    return session.exec(mine).one() if account_id else 0


def _connections(session: Session, account_id: int | None) -> int:
    mine = col(Connection.learner_account_id) == account_id
    counted = select(func.count()).select_from(Connection).where(mine)
    return session.exec(counted).one() if account_id else 0


def _sessions(session: Session, account_id: int | None) -> int:
    mine = col(LoginSession.account_id) == account_id, col(LoginSession.ended_at).is_(None)
    counted = select(func.count()).select_from(LoginSession).where(*mine)
    return session.exec(counted).one() if account_id else 0


def _waiting(session: Session, learner_id: int) -> int | None:
    return session.exec(
        select(Registration.id)
        .where(
            Registration.learner_id == learner_id,
            Registration.status == RegistrationStatus.WAITING_FOR_EMAIL,
        )
        .order_by(col(Registration.id).desc())
    ).first()


def _acts(session: Session, learner_id: int, account_id: int | None) -> list[Act]:
    """What was done to this learner and this account, newest first."""
    mine = (AuditEntry.object_kind == "learner") & (AuditEntry.object_id == learner_id)
    theirs = (AuditEntry.object_kind == "account") & (AuditEntry.object_id == account_id)
    found = (
        select(AuditEntry, Account)
        .outerjoin(Account, col(Account.id) == AuditEntry.actor_id)
        .where(or_(mine, theirs) if account_id else mine)
        .order_by(col(AuditEntry.id).desc())
        .limit(MOST)
    )
    return [Act(entry.at, entry.act, _name(who)) for entry, who in session.exec(found)]


def _name(who: Account | None) -> str:
    return f"{who.first_name} {who.last_name}" if who else ""
