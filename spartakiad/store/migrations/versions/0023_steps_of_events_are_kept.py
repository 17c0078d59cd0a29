"""What became of an event is added to and never changed: triggers refuse it, as they do for the journal"""

from alembic import op

from spartakiad.store import triggers

revision = "0023"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in triggers.guards(op.get_bind().dialect.name, ("event_step",)):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("what became of an event is not thrown away")
