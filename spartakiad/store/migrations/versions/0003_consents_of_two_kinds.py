"""Consents of two kinds, who signed and who took the paper; who took personal data out"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "personal_export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("team", sa.String(length=60), nullable=False),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_export")),
    )
    op.create_index(op.f("ix_personal_export_games"), "personal_export", ["games"])
    with op.batch_alter_table("consent") as consent:
        consent.add_column(sa.Column("by_parent", sa.Boolean(), server_default=sa.false(), nullable=False))
        consent.add_column(sa.Column("recorded_by", sa.String(length=40), server_default=sa.text("''"), nullable=False))
        consent.drop_constraint(op.f("ck_consent_kind"), type_="check")
        consent.create_check_constraint(op.f("ck_consent_kind"), "kind IN ('processing', 'publication')")


def downgrade() -> None:
    raise RuntimeError("papers that were taken are not thrown away")
