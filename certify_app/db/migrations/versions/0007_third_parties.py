"""third parties: links of requests, PINs given, codes by mail, the search"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column(
        "learner",
        sa.Column("search_opt_in", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _invitations()
    op.create_table(
        "pin_pass",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("connection_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["connection_id"], ["connection.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session_id"], ["login_session.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("connection_id", "session_id"),
    )
    op.create_index("ix_pin_pass_session_id", "pin_pass", ["session_id"])
    op.create_table(
        "third_party",
        sa.Column("account_id", sa.Integer(), primary_key=True),
        sa.Column("organisation", sa.String(200), nullable=False),
        sa.Column("search_approved_at", MOMENT),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )
    _codes()


def _invitations() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("connection_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("superseded_at", MOMENT),
        sa.ForeignKeyConstraint(["connection_id"], ["connection.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_invitation_connection_id", "invitation", ["connection_id"])


def _codes() -> None:
    op.create_table(
        "sign_in_code",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("superseded_at", MOMENT),
    )
    op.create_index("ix_sign_in_code_email", "sign_in_code", ["email"])
    op.create_index("ix_sign_in_code_expires_at", "sign_in_code", ["expires_at"])


def downgrade() -> None:
    op.drop_table("sign_in_code")
    op.drop_table("third_party")
    op.drop_table("pin_pass")
    op.drop_table("invitation")
    with op.batch_alter_table("learner") as altered:
        altered.drop_column("search_opt_in")
