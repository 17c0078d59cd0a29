"""How an actor knows what he writes for somebody else; who gave a role; when a door was closed"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # One statement that both databases take as it is: the table of facts must not be copied, its triggers would be lost.
    op.execute(
        "ALTER TABLE fact ADD COLUMN basis VARCHAR(10) DEFAULT '' NOT NULL"
        " CONSTRAINT ck_fact_basis CHECK (basis IN ('', 'paper', 'word'))"
    )
    op.add_column("role_grant", sa.Column("given_by", sa.String(length=40), server_default="", nullable=False))
    op.add_column("account", sa.Column("shut_at", Moment(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a recorded basis is not taken out of a chain again")
