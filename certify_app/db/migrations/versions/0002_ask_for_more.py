"""ask for more downloads and prints; grants kept after too many were given back"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KINDS = ("DOWNLOAD", "PRINT")
GRANT_KIND = sa.Enum(*KINDS, name="grantkind").with_variant(
    postgresql.ENUM(*KINDS, name="grantkind", create_type=False), "postgresql"
)
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.add_column("document_grant", sa.Column("kept_at", MOMENT(), nullable=True))
    op.create_table(
        "document_more_request",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "document_id",
            sa.Integer(),
            sa.ForeignKey("document.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("kind", GRANT_KIND, nullable=False),
        sa.Column("created_at", MOMENT(), nullable=False),
        sa.Column("answered_at", MOMENT(), nullable=True),
        sa.Column("granted", sa.Integer(), nullable=False),
    )
    for column in ("document_id", "account_id", "created_at"):
        op.create_index(f"ix_document_more_request_{column}", "document_more_request", [column])


def downgrade() -> None:
    op.drop_table("document_more_request")
    with op.batch_alter_table("document_grant") as grants:
        grants.drop_column("kept_at")
