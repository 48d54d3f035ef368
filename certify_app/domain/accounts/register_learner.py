"""Registering: no account yet, but a link to the email that was given (guide 2.2)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.accounts.errors import AlreadyRegistered, NoSuchRegistration
from certify_app.domain.accounts.hashing import aside, hash_aside
from certify_app.domain.accounts.limits import (
    REGISTRATION,
    REGISTRATION_OF_NUMBER,
    count_network,
    count_subject,
)
from certify_app.domain.accounts.mail_links import make_link
from certify_app.domain.accounts.match_learner import match_learner
from certify_app.domain.accounts.models import (
    Account,
    LinkPurpose,
    Registration,
    RegistrationStatus,
)
from certify_app.domain.accounts.queries import enrolled_learner
from certify_app.domain.accounts.registration_details import (
    PersonalDetails,
    TypedRegistration,
    check_registration,
)
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.names import fold
from certify_app.locales import language


@dataclass(frozen=True)
class Registered:
    """A registration that waits for its mail to be answered."""

    id: int
    email: str


async def register(typed: TypedRegistration, address: str) -> Registered:
    """Check all that was typed, match it, and send the mail.

    Raises:
        Problems: fields to put right.
        TooManyTries, TooBusy
        DetailsDoNotMatch, AlreadyRegistered, EmailTaken
    """
    shortest = (await read(awarding_body)).shortest_password
    login, details = await aside(check_registration, typed, shortest)
    await count_network(REGISTRATION, address)
    await count_subject(REGISTRATION_OF_NUMBER, fold(details.enrolment_number))
    try:
        await read(match_learner, login.email, details)
    except AlreadyRegistered:
        await write(tell_already_registered, details.enrolment_number)
        raise
    password_hash = await hash_aside(login.password)
    return await write(register_learner, login.email, password_hash, details)


def register_learner(
    session: Session, email: str, password_hash: str, details: PersonalDetails
) -> Registered:
    """`email` is in its normal form. Accepts the terms as they stand.

    Several may be under way for one learner, each with its own password and link: who
    registers in somebody's name cannot make that person's own link stop working.

    Raises:
        DetailsDoNotMatch, AlreadyRegistered, EmailTaken
    """
    learner = match_learner(session, email, details).learner
    assert learner.id
    registration = Registration(
        learner_id=learner.id,
        email=email,
        password_hash=password_hash,
        first_name=details.first_name,
        last_name=details.last_name,
        language=language(),
        terms_version=awarding_body(session).terms_version,
        status=RegistrationStatus.WAITING_FOR_EMAIL,
    )
    session.add(registration)
    session.flush()
    send_verification(session, registration)
    assert registration.id
    return Registered(registration.id, email)


def send_verification(session: Session, registration: Registration) -> None:
    """A new link to the email; earlier ones of this registration stop working."""
    link = make_link(
        session,
        LinkPurpose.VERIFY_EMAIL,
        registration.language,
        registration_id=registration.id,
    )
    send_mail(
        session,
        "verify_email",
        registration.email,
        language=registration.language,
        first_name=registration.first_name,
        link=link.address,
        expires_at=link.expires_at,
    )


def resend_verification(session: Session, registration_id: int) -> str:
    """Send the mail again; returns the email it went to.

    Raises:
        NoSuchRegistration: it waits no longer.
    """
    registration = session.get(Registration, registration_id)
    waits = RegistrationStatus.WAITING_FOR_EMAIL
    if registration is None or registration.status != waits:
        raise NoSuchRegistration(number=registration_id)
    send_verification(session, registration)
    return registration.email


def tell_already_registered(session: Session, number: str) -> None:
    """To the learner who has the account, that somebody tried again."""
    learner = enrolled_learner(session, fold(number))
    account = session.get(Account, learner.account_id) if learner else None
    if account:
        send_mail(
            session,
            "already_registered",
            account.email,
            account_id=account.id,
            language=account.language,
            first_name=account.first_name,
        )
