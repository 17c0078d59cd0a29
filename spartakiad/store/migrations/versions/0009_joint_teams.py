"""The own city of an athlete whose team is of several"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("athlete", sa.Column("city", sa.String(length=60), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    raise RuntimeError("where people are from is not thrown away")
