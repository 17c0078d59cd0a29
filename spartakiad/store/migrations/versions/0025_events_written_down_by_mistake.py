"""An event that was written down by mistake stands in no list, and its history stays"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("union_event", sa.Column("mistaken", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    raise RuntimeError("what became of an event is not thrown away")
