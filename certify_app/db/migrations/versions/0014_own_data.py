"""copies of one's data, and requests for erasure"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "data_export",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "status", sa.Enum("RUNNING", "READY", "FAILED", name="exportstatus"), nullable=False
        ),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_data_export_account_id", "data_export", ["account_id"])
    op.create_index("ix_data_export_expires_at", "data_export", ["expires_at"])
    _one_each("ix_data_export_running", "data_export", "RUNNING")
    _requests()


def _requests() -> None:
    statuses = ("WAITING", "WITHDRAWN", "APPROVED", "REFUSED")
    op.create_table(
        "erasure_request",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.Enum(*statuses, name="erasurestatus"), nullable=False),
        sa.Column("reason", sa.String(1000), nullable=False),
        sa.Column("answer", sa.String(1000), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("answered_by_id", sa.Integer()),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["answered_by_id"], ["account.id"]),
    )
    op.create_index("ix_erasure_request_account_id", "erasure_request", ["account_id"])
    _one_each("ix_erasure_request_waiting", "erasure_request", "WAITING")


def _one_each(name: str, table: str, status: str) -> None:
    only = sa.text(f"status = '{status}'")
    op.create_index(
        name, table, ["account_id"], unique=True, sqlite_where=only, postgresql_where=only
    )


def downgrade() -> None:
    op.drop_table("erasure_request")
    op.drop_table("data_export")
