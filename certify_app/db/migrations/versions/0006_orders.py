"""orders: lists, invoices and what mails attach"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.String(402).with_variant(sa.String(402, collation="C"), "postgresql")
NEW = {
    "awarding_body": (("bank_details", sa.String(600)), ("vat_number", sa.String(30))),
    "invoice": (("seller", sa.String(600)), ("vat_number", sa.String(30))),
    "mail": (("attaches", sa.String(60)),),
    "shop_order": (
        ("created_by", sa.String(201)),
        ("name_key", KEY),
        ("last_name_key", KEY),
        ("created_by_key", KEY),
        ("print_hash", sa.String(64)),
    ),
}
INDEXED = (
    "name_key",
    "last_name_key",
    "status",
    "delivery_name",
    "total",
    "created_by_key",
    "created_at",
    "organisation_id",
)


def upgrade() -> None:
    for table, columns in NEW.items():
        for name, kind in columns:
            op.add_column(table, sa.Column(name, kind, nullable=False, server_default=""))
    op.add_column(
        "shop_order",
        sa.Column("delivery_vat_rate", sa.Integer(), nullable=False, server_default="0"),
    )
    op.drop_index("ix_shop_order_status", "shop_order")
    op.drop_index("ix_shop_order_created_at", "shop_order")
    for name in INDEXED:
        op.create_index(f"ix_shop_order_{name}_id", "shop_order", [name, "id"])
    op.create_index(
        "ix_order_line_product_code_order_id", "order_line", ["product_code", "order_id"]
    )
    if op.get_bind().dialect.name == "postgresql":  # SQLite minds no length.
        op.alter_column("payment", "page", type_=sa.String(4000))
    op.create_index("ix_payment_charge", "payment", ["charge"])
    op.create_table(
        "order_word",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("word", KEY, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["shop_order.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order_id", "word"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_order_word_word_order_id", "order_word", ["word", "order_id"])


def downgrade() -> None:
    op.drop_table("order_word")
    op.drop_index("ix_payment_charge", "payment")
    op.drop_index("ix_order_line_product_code_order_id", "order_line")
    for name in INDEXED:
        op.drop_index(f"ix_shop_order_{name}_id", "shop_order")
    op.create_index("ix_shop_order_created_at", "shop_order", ["created_at"])
    op.create_index("ix_shop_order_status", "shop_order", ["status"])
    with op.batch_alter_table("shop_order") as altered:
        altered.drop_column("delivery_vat_rate")
    for table, columns in NEW.items():
        with op.batch_alter_table(table) as altered:
            for name, _kind in columns:
                altered.drop_column(name)
