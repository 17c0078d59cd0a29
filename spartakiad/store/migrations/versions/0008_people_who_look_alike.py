"""People who look alike: pairs that are not one, birth dates to find them by"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "apart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_apart_order")),
        sa.ForeignKeyConstraint(["one_id"], ["person.id"], name=op.f("fk_apart_one_id_person")),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_apart_other_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apart")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_apart_one_id_other_id")),
    )
    op.create_index(op.f("ix_apart_other_id"), "apart", ["other_id"])
    op.create_index(op.f("ix_person_born_on"), "person", ["born_on"])


def downgrade() -> None:
    raise RuntimeError("what was decided about people is not thrown away")
