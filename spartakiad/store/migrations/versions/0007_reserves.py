"""An athlete may be entered into a contest as a reserve"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entry") as entry:
        entry.drop_constraint(op.f("ck_entry_role"), type_="check")
        entry.create_check_constraint(op.f("ck_entry_role"), "role IN ('team', 'reserve', 'personal', 'guest')")


def downgrade() -> None:
    raise RuntimeError("entries of reserves are not thrown away")
