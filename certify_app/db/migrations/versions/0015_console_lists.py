"""the console's lists: what sorts and what is searched by beginnings"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

NEW = (
    ("ix_learner_last_name_key_id", "learner", ["last_name_key", "id"]),
    ("ix_learner_created_at_id", "learner", ["created_at", "id"]),
    ("ix_award_award_date_id", "award", ["award_date", "id"]),
    ("ix_award_awarded_name_id", "award", ["awarded_name", "id"]),
    ("ix_award_status_expiry_date", "award", ["status", "expiry_date"]),
    ("ix_award_organisation_id", "award", ["organisation_id"]),
)
SOUGHT = (
    ("learner", "first_name_key", 200),
    ("learner", "last_name_key", 200),
    ("learner", "email", 254),
    ("enrolment_number", "number_key", 60),
    ("account", "email", 254),
    ("award", "reference", 60),
    ("document", "reference", 60),
    ("qualification", "code", 60),
)
"""Beginnings are found by an index in the order of bytes, which is SQLite's own."""


def upgrade() -> None:
    op.drop_index("ix_learner_last_name_key", "learner")
    op.drop_index("ix_award_award_date", "award")
    for name, table, columns in NEW:
        op.create_index(name, table, columns)
    _collate("C")


def downgrade() -> None:
    _collate("default")
    for name, table, _columns in NEW:
        op.drop_index(name, table)
    op.create_index("ix_award_award_date", "award", ["award_date"])
    op.create_index("ix_learner_last_name_key", "learner", ["last_name_key"])


def _collate(collation: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, column, length in SOUGHT:
            op.alter_column(table, column, type_=sa.String(length, collation=collation))
