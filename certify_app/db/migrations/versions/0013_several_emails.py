"""several emails for an account, each of them nobody else's"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

FIRST = (
    "INSERT INTO account_email (email, account_id, verified_at) "
    "SELECT email, id, created_at FROM account"
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TYPE linkpurpose ADD VALUE IF NOT EXISTS 'ADD_EMAIL'")
    op.create_table(
        "account_email",
        sa.Column("email", sa.String(254), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_account_email_account_id", "account_email", ["account_id"])
    op.execute(sa.text(FIRST))


def downgrade() -> None:
    op.execute("DELETE FROM mail_link WHERE purpose = 'ADD_EMAIL'")
    op.drop_table("account_email")
