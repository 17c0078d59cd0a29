"""Series of events, what became of each event, terms of information exchanges, the words a search looks through"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0019"
down_revision = "0021"
branch_labels = None
depends_on = None

_EMPTY = sa.text("''")
_LINES = ("event_city", "event_person", "event_line")


def upgrade() -> None:
    op.create_table(
        "event_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
        sa.UniqueConstraint("slug", name=op.f("uq_event_series_slug")),
    )
    lines = _lines_taken_off()
    with op.batch_alter_table("union_event") as event:
        event.add_column(sa.Column("series", sa.String(length=80), server_default=_EMPTY, nullable=False))
        event.add_column(sa.Column("edition", sa.Integer(), nullable=True))
        event.add_column(sa.Column("place", sa.String(length=200), server_default=_EMPTY, nullable=False))
        event.add_column(sa.Column("answers_by", sa.Date(), nullable=True))
        event.add_column(sa.Column("summary_by", sa.Date(), nullable=True))
        event.add_column(sa.Column("found_by", sa.String(), server_default=_EMPTY, nullable=False))
        event.add_column(sa.Column("changed_at", Moment(), nullable=True))
        event.drop_constraint(op.f("ck_union_event_precision"), type_="check")
        event.create_check_constraint(
            op.f("ck_union_event_precision"),
            "precision IN ('days', 'first_day', 'within', 'month', 'year', 'unknown')",
        )
        event.drop_constraint(op.f("ck_union_event_state"), type_="check")
        event.create_check_constraint(
            op.f("ck_union_event_state"), "state IN ('planned', 'held', 'moved', 'withdrawn', 'cancelled')"
        )
    _lines_put_back(lines)
    op.add_column("event_city", sa.Column("outside", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("event_line", sa.Column("city", sa.String(length=60), server_default=_EMPTY, nullable=False))
    op.create_table(
        "event_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("host", sa.String(length=60), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("at", Moment(), nullable=True),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("sources", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["union_event.id"], name=op.f("fk_event_step_event_id_union_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_step")),
        sa.UniqueConstraint("event_id", "position", name=op.f("uq_event_step_event_id_position")),
    )
    op.create_index(op.f("ix_event_step_event_id"), "event_step", ["event_id"])
    op.create_index(op.f("ix_union_event_starts_on"), "union_event", ["starts_on"])
    _fill_found_by()


def _lines_taken_off() -> dict[str, list[dict[str, Any]]]:
    """SQLite makes the table anew, which nothing may point to meanwhile."""
    link = op.get_bind()
    kept: dict[str, list[dict[str, Any]]] = {}
    for name in _LINES:
        rows = link.execute(sa.text(f"SELECT * FROM {name} ORDER BY id")).mappings()
        kept[name] = [dict(row) for row in rows]
        link.execute(sa.text(f"DELETE FROM {name}"))
    return kept


def _lines_put_back(kept: dict[str, list[dict[str, Any]]]) -> None:
    for name, rows in kept.items():
        if rows:
            table = sa.table(name, *(sa.column(column) for column in rows[0]))
            op.bulk_insert(table, rows)


def _fill_found_by() -> None:
    """Of events that were there before: their own words; what else is said of them follows with the next change."""
    columns = ("id", "title", "theme", "occasion", "note", "found_by")
    event = sa.table("union_event", *(sa.column(name) for name in columns))
    link = op.get_bind()
    for row in link.execute(sa.select(event)).all():
        words = " ".join(part for part in (row.title, row.theme, row.occasion, row.note) if part)
        folded = " ".join(words.casefold().replace("ё", "е").split())
        link.execute(sa.update(event).where(event.c.id == row.id).values(found_by=folded))


def downgrade() -> None:
    raise RuntimeError("what became of an event is not thrown away")
