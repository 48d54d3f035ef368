"""issue reports: what learners report, its steps, reasons of one's own, mails to answer to"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
STATUSES = ("OPEN", "IN_WORK", "ANSWERED", "CLOSED")


def upgrade() -> None:
    op.add_column("mail", sa.Column("reply_to", sa.String(254), nullable=False, server_default=""))
    op.add_column(
        "awarding_body",
        sa.Column("report_reasons", sa.String(2000), nullable=False, server_default=""),
    )
    _reports()
    op.create_table(
        "issue_report_event",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("status", _status(), nullable=False),
        sa.Column("actor_id", sa.Integer()),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["issue_report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["actor_id"], ["account.id"]),
    )
    op.create_index("ix_issue_report_event_report_id", "issue_report_event", ["report_id"])


def _reports() -> None:
    statuses = sa.Enum(*STATUSES, name="reportstatus")
    op.create_table(
        "issue_report",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("award_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer()),
        sa.Column("reason", sa.String(80), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("status", statuses, nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["award_id"], ["award.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], ondelete="SET NULL"),
    )
    for column in ("account_id", "award_id", "status"):
        op.create_index(f"ix_issue_report_{column}", "issue_report", [column])


def _status() -> sa.types.TypeEngine[str]:
    """The type that the first table has made."""
    kind = sa.Enum(*STATUSES, name="reportstatus")
    postgres = postgresql.ENUM(*STATUSES, name="reportstatus", create_type=False)
    return kind.with_variant(postgres, "postgresql")


def downgrade() -> None:
    op.drop_table("issue_report_event")
    op.drop_table("issue_report")
    sa.Enum(name="reportstatus").drop(op.get_bind(), checkfirst=True)
    with op.batch_alter_table("awarding_body") as altered:
        altered.drop_column("report_reasons")
    with op.batch_alter_table("mail") as altered:
        altered.drop_column("reply_to")
