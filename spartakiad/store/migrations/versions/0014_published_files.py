"""Published sheets as files, byte for byte"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0014"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheet_file",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sheet_file")),
    )
    op.create_index(op.f("ix_sheet_file_games"), "sheet_file", ["games"])


def downgrade() -> None:
    raise RuntimeError("what was published is not thrown away")
