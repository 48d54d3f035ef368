"""A third party's account, made once its mailbox is proven by a link or a code."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, update

from certify_app.domain.accounts.errors import FirstNameMissing, LastNameMissing
from certify_app.domain.accounts.models import Account, Role
from certify_app.domain.accounts.queries import account_with_email, verified_emails
from certify_app.domain.accounts.wrong_passwords import address_key, forget_wrong_passwords
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.models import Connection
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.names import BadName, clean_name
from certify_app.domain.third_parties.errors import NotAThirdParty
from certify_app.domain.third_parties.models import ThirdParty
from certify_app.locales import language

LONGEST_ORGANISATION = 200


@dataclass(frozen=True)
class Newcomer:
    """Who somebody says they are."""

    first_name: str
    last_name: str
    organisation: str = ""


def check_newcomer(first_name: str, last_name: str, organisation: str) -> Newcomer:
    """
    Raises:
        Problems: one for each name to put right.
    """
    problems: list[DomainError] = []
    first = _name(problems, first_name, FirstNameMissing)
    last = _name(problems, last_name, LastNameMissing)
    if problems:
        raise Problems(problems)
    works_for = " ".join(c for c in organisation.split() if c.isprintable())
    return Newcomer(first, last, works_for[:LONGEST_ORGANISATION])


def _name(problems: list[DomainError], text: str, missing: type[DomainError]) -> str:
    try:
        return clean_name(text)
    except BadName:
        problems.append(missing())
        return ""


def open_account(session: Session, email: str, newcomer: Newcomer, password_hash: str) -> Account:
    """With all the requests that were sent to this email; the account there is stays.

    Raises:
        NotAThirdParty: the email is a learner's or of staff.
    """
    account = account_with_email(session, email) or _add(session, email, newcomer, password_hash)
    if account.role is not Role.THIRD_PARTY:
        raise NotAThirdParty
    forget_wrong_passwords(session, address_key(email))
    take_requests(session, account)
    return account


def take_requests(session: Session, account: Account) -> None:
    """Connections that were made with the email before it had an account."""
    assert account.id
    session.exec(
        update(Connection)
        .where(
            col(Connection.third_party_email).in_(verified_emails(session, account.id)),
            col(Connection.third_party_account_id).is_(None),
        )
        .values(third_party_account_id=account.id)
        .execution_options(synchronize_session=False)
    )


def _add(session: Session, email: str, newcomer: Newcomer, password_hash: str) -> Account:
    account = Account(
        email=email,
        password_hash=password_hash,
        role=Role.THIRD_PARTY,
        first_name=newcomer.first_name,
        last_name=newcomer.last_name,
        language=language(),
        terms_version=awarding_body(session).terms_version,
    )
    try:
        with session.begin_nested():
            session.add(account)
    except IntegrityError:
        there = account_with_email(session, email)
        assert there
        return there
    assert account.id
    session.add(ThirdParty(account_id=account.id, organisation=newcomer.organisation))
    session.flush()
    return account
