"""the photo of a profile"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("profile", sa.Column("photo", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("profile") as altered:
        altered.drop_column("photo")
