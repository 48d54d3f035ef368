"""Tables of those who can log in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, event, insert, inspect, select
from sqlmodel import Field, SQLModel, col

from certify_app.domain.clock import now


class Role(StrEnum):
    LEARNER = "learner"
    THIRD_PARTY = "third_party"
    STAFF = "staff"


class StaffRole(StrEnum):
    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    FINANCE = "finance"
    READ_ONLY = "read_only"


class Account(SQLModel, table=True):
    """Somebody who can log in. Created once its email is verified.

    `second_step_at` is when two-step login was turned on.
    """

    __tablename__ = "account"

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True, max_length=254)
    user_name: str | None = Field(default=None, unique=True, max_length=100)
    password_hash: str = Field(max_length=100)
    role: Role
    staff_role: StaffRole | None = Field(default=None, index=True)
    first_name: str = Field(max_length=100)
    middle_name: str = Field(default="", max_length=100)
    last_name: str = Field(max_length=100)
    language: str = Field(default="en", max_length=5)
    locked_at: datetime | None = None
    lock_reason: str = Field(default="", max_length=500)
    second_step_at: datetime | None = None
    terms_version: int = 0
    created_at: datetime = Field(default_factory=now)


class AccountEmail(SQLModel, table=True):
    """A verified email of an account; whichever it has, its `Account.email` is among them.

    Every email is a row of this one table, so no two accounts ever share one.
    """

    __tablename__ = "account_email"

    email: str = Field(primary_key=True, max_length=254)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    verified_at: datetime = Field(default_factory=now)


def _claim_email(_mapper: Any, connection: Connection, account: Account) -> None:
    """Whatever use case writes an account, its email becomes its own or the write fails.

    Raises:
        IntegrityError: another account has this email.
    """
    if not inspect(account, raiseerr=True).attrs.email.history.has_changes():
        return
    holder = select(col(AccountEmail.account_id)).where(col(AccountEmail.email) == account.email)
    if connection.scalar(holder) != account.id:
        mine = {"email": account.email, "account_id": account.id, "verified_at": now()}
        connection.execute(insert(AccountEmail).values(mine))


event.listen(Account, "after_insert", _claim_email)
event.listen(Account, "after_update", _claim_email)


class LoginSession(SQLModel, table=True):
    """One browser in which an account is logged in; the cookie holds the token.

    `password_confirmed_at`: when its user last proved to be the account's owner.
    """

    __tablename__ = "login_session"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    started_at: datetime = Field(default_factory=now)
    seen_at: datetime = Field(default_factory=now)
    expires_at: datetime
    ended_at: datetime | None = None
    address: str = Field(default="", max_length=64)
    browser: str = Field(default="", max_length=200)
    password_confirmed_at: datetime | None = None


class RegistrationStatus(StrEnum):
    WAITING_FOR_EMAIL = "waiting_for_email"
    WAITING_FOR_STAFF = "waiting_for_staff"
    COMPLETE = "complete"
    SUPERSEDED = "superseded"
    REFUSED = "refused"


class Registration(SQLModel, table=True):
    """A registration under way: no account exists until its email is verified.

    Each carries its own password, so a link completes the registration it was
    mailed for and no other.
    """

    __tablename__ = "registration"

    id: int | None = Field(default=None, primary_key=True)
    learner_id: int = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    email: str = Field(index=True, max_length=254)
    password_hash: str = Field(max_length=100)
    first_name: str = Field(max_length=100)
    last_name: str = Field(max_length=100)
    language: str = Field(default="en", max_length=5)
    terms_version: int = 0
    status: RegistrationStatus = Field(index=True)
    created_at: datetime = Field(default_factory=now)


class LinkPurpose(StrEnum):
    VERIFY_EMAIL = "verify_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105
    CHANGE_EMAIL = "change_email"
    ADD_EMAIL = "add_email"


class MailLink(SQLModel, table=True):
    """A link in a mail: single use, expiring, superseded by a newer one.

    `new_email` is the address that one to change or to add an email verifies.
    """

    __tablename__ = "mail_link"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    purpose: LinkPurpose
    account_id: int | None = Field(
        default=None, foreign_key="account.id", index=True, ondelete="CASCADE"
    )
    registration_id: int | None = Field(
        default=None, foreign_key="registration.id", index=True, ondelete="CASCADE"
    )
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime
    used_at: datetime | None = None
    superseded_at: datetime | None = None
    new_email: str = Field(default="", max_length=254)


class WrongPasswords(SQLModel, table=True):
    """Wrong passwords given for one address, known to us or not."""

    __tablename__ = "wrong_passwords"

    address_hash: str = Field(primary_key=True, max_length=64)
    count: int = 0
    locked_at: datetime | None = None
    last_at: datetime = Field(default_factory=now)


class RateCount(SQLModel, table=True):
    """How often something limited was done in one window of time."""

    __tablename__ = "rate_count"

    key: str = Field(primary_key=True, max_length=120)
    window_ends_at: datetime = Field(index=True)
    count: int = 0
