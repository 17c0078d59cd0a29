"""Personal codes, and wrong ones that were typed"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0021"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("account", sa.Column("pin", sa.String(length=64), server_default=sa.text("''"), nullable=False))
    op.add_column("account", sa.Column("pin_at", Moment(), nullable=True))
    op.create_table(
        "pin_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_pin_try_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin_try")),
    )
    op.create_index(op.f("ix_pin_try_account_id"), "pin_try", ["account_id"])


def downgrade() -> None:
    op.drop_table("pin_try")
    op.drop_column("account", "pin_at")
    op.drop_column("account", "pin")
