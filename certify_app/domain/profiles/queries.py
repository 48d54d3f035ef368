"""A profile, its account's logins, and who else has a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import Account, LinkPurpose, LoginSession, MailLink
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.learners.models import Learner
from certify_app.domain.profiles.models import Profile


@dataclass(frozen=True)
class Known:
    """`new_email` waits to be verified."""

    account: Account
    profile: Profile
    search_opt_in: bool
    new_email: str


def known(session: Session, account_id: int) -> Known:
    account = session.get_one(Account, account_id)
    learner = session.exec(select(Learner).where(Learner.account_id == account_id)).first()
    opted_in = learner is not None and learner.search_opt_in
    profile, new_email = profile_of(session, account_id), _new_email(session, account_id)
    return Known(account, profile, opted_in, new_email)


def profile_of(session: Session, account_id: int) -> Profile:
    """Until somebody has edited it, with the date of birth of the records."""
    found = session.get(Profile, account_id)
    if found:
        return found
    learner = session.exec(select(Learner).where(Learner.account_id == account_id)).first()
    born = learner.date_of_birth if learner else None
    return Profile(account_id=account_id, date_of_birth=born)


def _new_email(session: Session, account_id: int) -> str:
    waiting = select(MailLink.new_email).where(
        MailLink.account_id == account_id,
        MailLink.purpose == LinkPurpose.CHANGE_EMAIL,
        col(MailLink.used_at).is_(None),
        col(MailLink.superseded_at).is_(None),
        MailLink.expires_at > now(),
    )
    return session.exec(waiting).first() or ""


def running_sessions(session: Session, account_id: int) -> list[LoginSession]:
    """Those that would let somebody in now, the last used first."""
    idle = timedelta(minutes=awarding_body(session).session_idle_minutes)
    return list(
        session.exec(
            select(LoginSession)
            .where(
                LoginSession.account_id == account_id,
                col(LoginSession.ended_at).is_(None),
                LoginSession.expires_at > now(),
                LoginSession.seen_at > now() - idle,
            )
            .order_by(col(LoginSession.seen_at).desc(), col(LoginSession.id).desc())
            .limit(50)
        )
    )
