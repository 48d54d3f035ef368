"""What staff do for a learner's account: lock and unlock, end logins, mail a link again."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.accounts.errors import NoSuchAccount
from certify_app.domain.accounts.lock_account import lock_account, unlock_account
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.register_learner import resend_verification
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.learner_record import learner_record
from certify_app.locales import N_

LONGEST_REASON = 500


class LockReasonMissing(DomainError):
    sentence = N_("Say why, for colleagues who look at this later")
    field = "reason"


def lock_learner(session: Session, learner_id: int, reason: str, actor_id: int) -> None:
    """Raises NoSuchLearnerRecord, NoSuchAccount, LockReasonMissing."""
    why = " ".join(reason.split())[:LONGEST_REASON]
    if not why:
        raise LockReasonMissing
    lock_account(session, _account(session, learner_id).email, why, actor_id)


def unlock_learner(session: Session, learner_id: int, actor_id: int) -> None:
    """Raises NoSuchLearnerRecord, NoSuchAccount."""
    unlock_account(session, _account(session, learner_id).email, actor_id)


def end_learners_logins(session: Session, learner_id: int, actor_id: int) -> None:
    """Raises NoSuchLearnerRecord, NoSuchAccount."""
    account = _account(session, learner_id)
    end_sessions(session, account.id or 0)
    record_act(session, "logins_ended", "account", account.id, actor_id)


def mail_link_again(session: Session, learner_id: int, actor_id: int) -> str:
    """The email it went to. Raises NoSuchLearnerRecord, NoSuchRegistration."""
    email = resend_verification(session, learner_record(session, learner_id).registration_id or 0)
    record_act(session, "verification_sent_again", "learner", learner_id, actor_id)
    return email


def _account(session: Session, learner_id: int) -> Account:
    if (account := learner_record(session, learner_id).account) is None:
        raise NoSuchAccount
    return account
