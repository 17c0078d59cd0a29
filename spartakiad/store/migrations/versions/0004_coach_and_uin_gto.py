"""The coach of an athlete at these Games, the number that a person has in the registry of ГТО"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("athlete", sa.Column("coach", sa.String(length=200), server_default=sa.text("''"), nullable=False))
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("uin_gto", sa.String(length=13), nullable=True))
        person.create_unique_constraint(op.f("uq_person_uin_gto"), ["uin_gto"])


def downgrade() -> None:
    raise RuntimeError("what was taken down about people is not thrown away")
