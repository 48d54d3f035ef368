"""open jobs"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OVER = "UPDATE job SET run_at = NULL WHERE status IN ('DONE', 'DEAD')"
OPEN_AGAIN = "UPDATE job SET run_at = created_at WHERE run_at IS NULL"


def upgrade() -> None:
    with op.batch_alter_table("job") as job:
        job.alter_column("run_at", existing_type=sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True)
        job.drop_index("ix_job_status_run_at")
        job.create_index("ix_job_run_at_id", ["run_at", "id"])
    op.execute(sa.text(OVER))


def downgrade() -> None:
    op.execute(sa.text(OPEN_AGAIN))
    with op.batch_alter_table("job") as job:
        job.drop_index("ix_job_run_at_id")
        job.create_index("ix_job_status_run_at", ["status", "run_at"])
        job.alter_column(
            "run_at", existing_type=sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False
        )
