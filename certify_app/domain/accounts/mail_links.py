"""Links in mails: single use, expiring, superseded by a newer one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, update

from certify_app.config import settings
from certify_app.domain.accounts.errors import (
    LinkExpired,
    LinkSuperseded,
    LinkUnknown,
    LinkUsed,
)
from certify_app.domain.accounts.models import Account, LinkPurpose, MailLink, Registration
from certify_app.domain.accounts.queries import mailed_link
from certify_app.domain.clock import now
from certify_app.domain.messages.moments import moment
from certify_app.domain.tokens import new_token, token_hash
from certify_app.locales.paths import localised

LIFETIMES = {
    LinkPurpose.VERIFY_EMAIL: timedelta(hours=48),
    LinkPurpose.RESET_PASSWORD: timedelta(minutes=30),
    LinkPurpose.CHANGE_EMAIL: timedelta(hours=24),
    LinkPurpose.ADD_EMAIL: timedelta(hours=24),
}
PAGES = {
    LinkPurpose.VERIFY_EMAIL: "/verify-email",
    LinkPurpose.RESET_PASSWORD: "/reset-password",
    LinkPurpose.CHANGE_EMAIL: "/confirm-email",
    LinkPurpose.ADD_EMAIL: "/confirm-email",
}


@dataclass(frozen=True)
class NewLink:
    """What a mail needs of a link; its token is kept nowhere else."""

    address: str
    expires_at: datetime


def make_link(
    session: Session,
    purpose: LinkPurpose,
    language: str,
    account_id: int | None = None,
    registration_id: int | None = None,
    new_email: str = "",
) -> NewLink:
    """A link for one account or one registration; its older ones stop working.

    Those that add other emails go on: each is for its own.
    """
    supersede_links(session, purpose, account_id, registration_id, new_email)
    token, expires_at = new_token(), now() + LIFETIMES[purpose]
    session.add(
        MailLink(
            token_hash=token_hash(token),
            purpose=purpose,
            account_id=account_id,
            registration_id=registration_id,
            expires_at=expires_at,
            new_email=new_email,
        )
    )
    page = localised(PAGES[purpose], language)
    return NewLink(f"{settings().address}{page}?token={token}", expires_at)


def supersede_links(
    session: Session,
    purpose: LinkPurpose,
    account_id: int | None = None,
    registration_id: int | None = None,
    new_email: str = "",
) -> None:
    """Those not yet used, of one account or one registration; to add one email, if given."""
    which = [col(MailLink.new_email) == new_email] if purpose is LinkPurpose.ADD_EMAIL else []
    session.exec(
        update(MailLink)
        .where(
            *which,
            col(MailLink.purpose) == purpose,
            col(MailLink.account_id) == account_id,
            col(MailLink.registration_id) == registration_id,
            col(MailLink.used_at).is_(None),
            col(MailLink.superseded_at).is_(None),
        )
        .values(superseded_at=now())
    )


def look_at_link(session: Session, purpose: LinkPurpose, token: str) -> MailLink:
    """The link behind a token, without using it up.

    Raises:
        LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired
    """
    link = mailed_link(session, purpose, token)
    if link is None:
        raise LinkUnknown
    _refuse_if_over(link)
    return link


def _refuse_if_over(link: MailLink) -> None:
    if link.used_at:
        raise LinkUsed
    if link.superseded_at:
        raise LinkSuperseded
    if link.expires_at <= now():
        raise LinkExpired(moment=moment(link.expires_at))


def email_behind(session: Session, purpose: LinkPurpose, token: str) -> str:
    """The address a link was mailed to; "" for a forged one."""
    link = mailed_link(session, purpose, token)
    if link is None:
        return ""
    account = session.get(Account, link.account_id) if link.account_id else None
    owner = account or session.get(Registration, link.registration_id)
    return owner.email if owner else ""


def use_link(session: Session, purpose: LinkPurpose, token: str) -> MailLink:
    """Use a link up; of several at once only one succeeds.

    Raises:
        LinkUnknown, LinkUsed, LinkSuperseded, LinkExpired
    """
    link = look_at_link(session, purpose, token)
    taken = session.exec(
        update(MailLink)
        .where(
            col(MailLink.id) == link.id,
            col(MailLink.used_at).is_(None),
            col(MailLink.superseded_at).is_(None),
        )
        .values(used_at=now())
    )
    if taken.rowcount != 1:
        session.refresh(link)
        _refuse_if_over(link)
    return link
