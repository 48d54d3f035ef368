"""the audit log: sealed in batches, and closed to changes"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

CLOSED = ("audit_entry", "audit_seal")
SQLITE = """CREATE TRIGGER {table}_keeps_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"""
REFUSE = """CREATE OR REPLACE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$"""
POSTGRESQL = """CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log()"""


def upgrade() -> None:
    op.create_table(
        "audit_seal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_entry_id", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index(
        "ix_audit_entry_object_kind_object_id", "audit_entry", ["object_kind", "object_id"]
    )
    op.create_index("ix_account_staff_role", "account", ["staff_role"])
    if _is_postgresql():
        op.execute(REFUSE)
    for table in CLOSED:
        if _is_postgresql():
            op.execute(POSTGRESQL.format(table=table))
        else:
            for act in ("UPDATE", "DELETE"):
                op.execute(SQLITE.format(table=table, act=act))


def downgrade() -> None:
    for table in CLOSED:
        if _is_postgresql():
            op.execute(f"DROP TRIGGER {table}_keeps ON {table}")
        else:
            for act in ("UPDATE", "DELETE"):
                op.execute(f"DROP TRIGGER {table}_keeps_{act}")
    if _is_postgresql():
        op.execute("DROP FUNCTION refuse_change_of_log()")
    op.drop_index("ix_account_staff_role", "account")
    op.drop_index("ix_audit_entry_object_kind_object_id", "audit_entry")
    op.drop_table("audit_seal")


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
