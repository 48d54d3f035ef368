"""profiles, and links that verify a new email"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TYPE linkpurpose ADD VALUE IF NOT EXISTS 'CHANGE_EMAIL'")
    op.add_column(
        "mail_link", sa.Column("new_email", sa.String(254), nullable=False, server_default="")
    )
    op.create_table(
        "profile",
        sa.Column("account_id", sa.Integer(), primary_key=True),
        sa.Column("date_of_birth", sa.Date()),
        sa.Column("phone", sa.String(40), nullable=False),
        sa.Column("alternative_email", sa.String(254), nullable=False),
        sa.Column("mobile_phone", sa.String(40), nullable=False),
        sa.Column("emergency_name", sa.String(100), nullable=False),
        sa.Column("emergency_phone", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.execute("DELETE FROM mail_link WHERE purpose = 'CHANGE_EMAIL'")
    op.drop_table("profile")
    with op.batch_alter_table("mail_link") as altered:
        altered.drop_column("new_email")
