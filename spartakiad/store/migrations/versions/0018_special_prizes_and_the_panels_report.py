"""Special prizes, and what the chief judges write in their report"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "special_prize",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("what_for", sa.String(length=500), nullable=False),
        sa.Column("prize", sa.String(length=200), nullable=False),
        sa.Column("typed_by", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_prize")),
    )
    op.create_index(op.f("ix_special_prize_games"), "special_prize", ["games"])
    op.create_table(
        "report_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("typed_by", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_line")),
        sa.UniqueConstraint("games", "topic", name=op.f("uq_report_line_games_topic")),
    )


def downgrade() -> None:
    op.drop_table("report_line")
    op.drop_table("special_prize")
