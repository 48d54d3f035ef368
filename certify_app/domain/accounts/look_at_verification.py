"""What the page behind a verification link has to say, before the link is used."""

from __future__ import annotations

from enum import StrEnum

from sqlmodel import Session

from certify_app.domain.accounts.errors import (
    LinkExpired,
    LinkSuperseded,
    LinkUnknown,
    LinkUsed,
)
from certify_app.domain.accounts.mail_links import look_at_link
from certify_app.domain.accounts.models import (
    LinkPurpose,
    Registration,
    RegistrationStatus,
)
from certify_app.domain.accounts.queries import mailed_link
from certify_app.domain.errors import DomainError


class Standing(StrEnum):
    """Of a link: usable, or why it is not."""

    READY = "ready"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REPLACED = "replaced"
    COMPLETE = "complete"
    WAITS_FOR_STAFF = "waits_for_staff"
    REFUSED = "refused"


OF_REGISTRATION = {
    RegistrationStatus.COMPLETE: Standing.COMPLETE,
    RegistrationStatus.SUPERSEDED: Standing.COMPLETE,
    RegistrationStatus.WAITING_FOR_STAFF: Standing.WAITS_FOR_STAFF,
    RegistrationStatus.REFUSED: Standing.REFUSED,
}
OF_LINK: dict[type[DomainError], Standing] = {
    LinkUnknown: Standing.UNKNOWN,
    LinkExpired: Standing.EXPIRED,
    LinkSuperseded: Standing.REPLACED,
    LinkUsed: Standing.COMPLETE,
}


def look_at_verification(session: Session, token: str) -> Standing:
    link = mailed_link(session, LinkPurpose.VERIFY_EMAIL, token)
    registration = session.get(Registration, link.registration_id) if link else None
    if registration and registration.status in OF_REGISTRATION:
        return OF_REGISTRATION[registration.status]
    try:
        look_at_link(session, LinkPurpose.VERIFY_EMAIL, token)
    except DomainError as error:
        return OF_LINK[type(error)]
    return Standing.READY
