"""Following the link of the verification mail (guide 2.2.3, step 5)."""

from __future__ import annotations

from enum import StrEnum

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.create_account import create_account, locked_learner
from certify_app.domain.accounts.errors import AlreadyRegistered
from certify_app.domain.accounts.mail_links import look_at_link, use_link
from certify_app.domain.accounts.match_learner import email_in_records
from certify_app.domain.accounts.models import (
    LinkPurpose,
    Registration,
    RegistrationStatus,
)
from certify_app.domain.accounts.queries import mailed_link, number_of
from certify_app.domain.accounts.register_learner import resend_verification
from certify_app.domain.learners.models import Learner
from certify_app.domain.messages.send_mail import send_mail


class Verified(StrEnum):
    """What comes next."""

    COMPLETE = "complete"
    WAITS_FOR_STAFF = "waits_for_staff"


def verify_email(session: Session, token: str) -> Verified:
    """Use up a link: the account is there, or staff are asked to look.

    Raises:
        LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired
        AlreadyRegistered, EmailTaken: nothing is changed.
    """
    link = look_at_link(session, LinkPurpose.VERIFY_EMAIL, token)
    registration = session.get_one(Registration, link.registration_id)
    # The learner before the link: in the other order two rivals would wait for each other.
    learner = locked_learner(session, registration.learner_id)
    use_link(session, LinkPurpose.VERIFY_EMAIL, token)
    if learner.account_id:
        raise AlreadyRegistered(mailbox=settings().reports_email)
    if registration.email == email_in_records(learner):
        create_account(session, registration)
        return Verified.COMPLETE
    registration.status = RegistrationStatus.WAITING_FOR_STAFF
    _tell_that_it_waits(session, registration, learner)
    return Verified.WAITS_FOR_STAFF


def renew_link(session: Session, token: str) -> bool:
    """Send a new link to where an old one went; False if that would be of no use.

    Only the mail's reader knows the old token, and the mail goes to the same address.
    """
    old = mailed_link(session, LinkPurpose.VERIFY_EMAIL, token)
    registration = session.get(Registration, old.registration_id) if old else None
    if registration is None or registration.status != RegistrationStatus.WAITING_FOR_EMAIL:
        return False
    assert registration.id
    resend_verification(session, registration.id)
    return True


def _tell_that_it_waits(session: Session, registration: Registration, learner: Learner) -> None:
    send_mail(
        session,
        "registration_waiting",
        registration.email,
        language=registration.language,
        first_name=learner.first_name,
    )
    send_mail(
        session,
        "staff_new_registration",
        settings().reports_email,
        name=learner.full_name,
        enrolment_number=number_of(session, registration.learner_id),
    )
