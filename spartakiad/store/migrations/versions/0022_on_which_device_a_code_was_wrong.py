"""On which device a wrong personal code was typed: one that guesses keeps nobody from comparing at another"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("device", sa.String(length=64), server_default=sa.text("''"), nullable=False)
    op.add_column("pin_try", column)


def downgrade() -> None:
    op.drop_column("pin_try", "device")
