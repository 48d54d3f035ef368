"""All that the system holds about somebody, table by table, and what is never handed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel, col, select

from certify_app.domain.accounts.models import (
    Account,
    AccountEmail,
    LoginSession,
    Registration,
)
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awards.models import Award
from certify_app.domain.badges.models import Badge
from certify_app.domain.connections.models import (
    Connection,
    ConnectionEvent,
    Extension,
    FoundInSearch,
    SharedBadge,
    SharedDocument,
)
from certify_app.domain.documents.models import Document, DocumentEvent, Grant, MoreRequest
from certify_app.domain.learners.models import EnrolmentNumber, Learner
from certify_app.domain.messages.models import Mail
from certify_app.domain.own_data.models import DataExport, ErasureRequest
from certify_app.domain.passkeys.models import Passkey
from certify_app.domain.profiles.models import Profile
from certify_app.domain.reports.models import IssueReport, ReportEvent
from certify_app.domain.second_step.models import Authenticator, RecoveryCode
from certify_app.domain.shop.models import Invoice, Order, OrderLine, OrderLog, Payment, Refund
from certify_app.domain.shop.paper_models import CreditNote
from certify_app.domain.shop.stock_models import Address, BasketLine, StoreItem
from certify_app.domain.sign_ins.models import SignIn

SECRET = frozenset(
    {
        *("password_hash", "token_hash", "pin_hash", "key", "basket_key", "page", "print_hash"),
        *("name_key", "first_name_key", "last_name_key", "created_by_key", "number_key"),
        *("sealed_secret", "last_step", "code_hash", "credential_id", "public_key"),
        *("html", "text", "message_id"),
    }
)
"""Columns that open something, or that only repeat another in a folded form."""


@dataclass(frozen=True)
class Section:
    """A key of the file, the table behind it, and which rows are somebody's own."""

    key: str
    table: type[SQLModel]
    mine: Callable[[int], Any]


def _by_account(table: Any, column: str = "account_id") -> Callable[[int], Any]:
    return lambda account: col(getattr(table, column)) == account


def _within(table: Any, column: str, whole: Callable[[int], Any]) -> Callable[[int], Any]:
    return lambda account: col(getattr(table, column)).in_(whole(account))


def _learner(account: int) -> Any:
    return select(Learner.id).where(Learner.account_id == account)


def _awards(account: int) -> Any:
    return select(Award.id).where(col(Award.learner_id).in_(_learner(account)))


def _documents(account: int) -> Any:
    return select(Document.id).where(col(Document.award_id).in_(_awards(account)))


def _connections(account: int) -> Any:
    return select(Connection.id).where(Connection.learner_account_id == account)


def _orders(account: int) -> Any:
    return select(Order.id).where(Order.account_id == account)


def _reports(account: int) -> Any:
    return select(IssueReport.id).where(IssueReport.account_id == account)


SECTIONS: tuple[Section, ...] = (
    Section("account", Account, _by_account(Account, "id")),
    Section("emails", AccountEmail, _by_account(AccountEmail)),
    Section("profile", Profile, _by_account(Profile)),
    Section("sign_ins", LoginSession, _by_account(LoginSession)),
    Section("sign_in_log", SignIn, _by_account(SignIn)),
    Section("authenticators", Authenticator, _by_account(Authenticator)),
    Section("recovery_codes", RecoveryCode, _by_account(RecoveryCode)),
    Section("passkeys", Passkey, _by_account(Passkey)),
    Section("learner", Learner, _by_account(Learner)),
    Section("enrolment_numbers", EnrolmentNumber, _within(EnrolmentNumber, "learner_id", _learner)),
    Section("registrations", Registration, _within(Registration, "learner_id", _learner)),
    Section("awards", Award, _within(Award, "learner_id", _learner)),
    Section("documents", Document, _within(Document, "award_id", _awards)),
    Section("badges", Badge, _within(Badge, "award_id", _awards)),
    Section("document_uses", DocumentEvent, _within(DocumentEvent, "document_id", _documents)),
    Section("document_handouts", Grant, _by_account(Grant)),
    Section("requests_for_more", MoreRequest, _by_account(MoreRequest)),
    Section("connections", Connection, _by_account(Connection, "learner_account_id")),
    Section(
        "shared_documents", SharedDocument, _within(SharedDocument, "connection_id", _connections)
    ),
    Section("shared_badges", SharedBadge, _within(SharedBadge, "connection_id", _connections)),
    Section(
        "connection_log", ConnectionEvent, _within(ConnectionEvent, "connection_id", _connections)
    ),
    Section("extensions", Extension, _within(Extension, "connection_id", _connections)),
    Section("found_in_searches", FoundInSearch, _by_account(FoundInSearch, "learner_account_id")),
    Section("addresses", Address, _by_account(Address)),
    Section("store", StoreItem, _by_account(StoreItem)),
    Section("basket", BasketLine, _by_account(BasketLine)),
    Section("orders", Order, _by_account(Order)),
    Section("order_lines", OrderLine, _within(OrderLine, "order_id", _orders)),
    Section("order_log", OrderLog, _within(OrderLog, "order_id", _orders)),
    Section("payments", Payment, _within(Payment, "order_id", _orders)),
    Section("refunds", Refund, _within(Refund, "order_id", _orders)),
    Section("invoices", Invoice, _within(Invoice, "order_id", _orders)),
    Section("credit_notes", CreditNote, _within(CreditNote, "order_id", _orders)),
    Section("issue_reports", IssueReport, _by_account(IssueReport)),
    Section("issue_report_log", ReportEvent, _within(ReportEvent, "report_id", _reports)),
    Section("mails", Mail, _by_account(Mail)),
    Section("acts", AuditEntry, _by_account(AuditEntry, "actor_id")),
    Section("exports", DataExport, _by_account(DataExport)),
    Section("erasure_requests", ErasureRequest, _by_account(ErasureRequest)),
)
