"""credit notes; last names in the index of the orders' time; room for long payment pages"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEX = "ix_shop_order_created_at_id"


def upgrade() -> None:
    _counter()
    _notes()
    _lines()
    op.drop_index(INDEX, "shop_order")
    op.create_index(INDEX, "shop_order", ["created_at", "id", "last_name_key"])
    # SQLite keeps to no length.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("payment", "page", type_=sa.String(4000))


def downgrade() -> None:
    op.drop_index(INDEX, "shop_order")
    op.create_index(INDEX, "shop_order", ["created_at", "id"])
    op.drop_table("credit_note_line")
    op.drop_table("credit_note")
    op.drop_table("credit_note_counter")


def _counter() -> None:
    op.create_table(
        "credit_note_counter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _notes() -> None:
    op.create_table(
        "credit_note",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("refund_id", sa.Integer(), nullable=False),
        sa.Column("issued_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("gross", sa.Integer(), nullable=False),
        sa.Column("vat", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(300), nullable=False),
        sa.Column("seller", sa.String(600), nullable=False),
        sa.Column("vat_number", sa.String(30), nullable=False),
        sa.CheckConstraint("gross > 0 AND vat BETWEEN 0 AND gross", name="credit_is_something"),
        sa.ForeignKeyConstraint(["order_id"], ["shop_order.id"]),
        sa.ForeignKeyConstraint(["refund_id"], ["refund.id"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("refund_id"),
    )
    op.create_index("ix_credit_note_order_id", "credit_note", ["order_id"])


def _lines() -> None:
    op.create_table(
        "credit_note_line",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("vat_rate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gross", sa.Integer(), nullable=False),
        sa.Column("vat", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "gross > 0 AND vat BETWEEN 0 AND gross", name="credit_line_is_something"
        ),
        sa.ForeignKeyConstraint(["number"], ["credit_note.number"]),
        sa.PrimaryKeyConstraint("number", "vat_rate"),
    )
