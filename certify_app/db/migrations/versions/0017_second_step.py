"""two-step login, and who came in when"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

WAYS = ("PASSWORD", "MAIL_CODE", "AUTHENTICATOR", "RECOVERY_CODE", "PASSKEY", "DEMO")


def upgrade() -> None:
    op.add_column("account", sa.Column("second_step_at", UTCDateTime()))
    op.add_column("login_session", sa.Column("password_confirmed_at", UTCDateTime()))
    op.create_table(
        "authenticator",
        sa.Column("account_id", sa.Integer(), primary_key=True),
        sa.Column("sealed_secret", sa.String(300), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("confirmed_at", UTCDateTime()),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False, index=True),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("used_at", UTCDateTime()),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )
    op.create_table(
        "half_login",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("account_id", sa.Integer(), nullable=False, index=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False, index=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ended_at", UTCDateTime()),
        sa.Column("further", sa.String(500), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False, index=True),
        sa.Column("at", UTCDateTime(), nullable=False, index=True),
        sa.Column("way", sa.Enum(*WAYS, name="signinway"), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.Column("address", sa.String(64), nullable=False),
        sa.Column("browser", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
    )


def downgrade() -> None:
    for table in ("sign_in", "half_login", "recovery_code", "authenticator"):
        op.drop_table(table)
    sa.Enum(name="signinway").drop(op.get_bind(), checkfirst=True)
    with op.batch_alter_table("login_session") as altered:
        altered.drop_column("password_confirmed_at")
    with op.batch_alter_table("account") as altered:
        altered.drop_column("second_step_at")
