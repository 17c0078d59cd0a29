"""Officials of a delegation: its representative, coaches, doctor, judges"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "official_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(length=20), nullable=False),
        sa.Column("surname", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("patronymic", sa.String(length=200), nullable=False),
        sa.Column("search_key", sa.String(length=620), nullable=False),
        sa.CheckConstraint(
            "post IN ('representative', 'coach', 'doctor', 'judge')", name=op.f("ck_official_person_post")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_official_person_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_person")),
        sa.UniqueConstraint("team_id", "post", "search_key", name=op.f("uq_official_person_team_id_post_search_key")),
    )
    op.create_index(op.f("ix_official_person_team_id"), "official_person", ["team_id"])


def downgrade() -> None:
    raise RuntimeError("people of a delegation are not thrown away")
