"""Venue cards, wrong words typed at them, what a judge's device has not sent yet"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "venue_card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("venue", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seed", sa.String(length=22), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("word_hash", sa.String(length=64), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(length=40), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("tries_from", Moment(), nullable=False),
        sa.Column("full_at", Moment(), nullable=True),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.CheckConstraint("places > 0", name=op.f("ck_venue_card_places")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue_card")),
        sa.UniqueConstraint("games", "venue", "day", name=op.f("uq_venue_card_games_venue_day")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_venue_card_token_hash")),
    )
    op.create_table(
        "card_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("device_hash", sa.String(length=64), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["venue_card.id"], name=op.f("fk_card_try_card_id_venue_card")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_try")),
    )
    op.create_index(op.f("ix_card_try_card_id"), "card_try", ["card_id"])
    with op.batch_alter_table("sign_in") as sign_in:
        sign_in.add_column(sa.Column("card_id", sa.Integer(), nullable=True))
        sign_in.add_column(sa.Column("device_hash", sa.String(length=64), server_default=sa.text("''"), nullable=False))
        sign_in.add_column(sa.Column("unsent", sa.Integer(), server_default=sa.text("0"), nullable=False))
        sign_in.add_column(sa.Column("told_at", Moment(), nullable=True))
        sign_in.create_foreign_key(op.f("fk_sign_in_card_id_venue_card"), "venue_card", ["card_id"], ["id"])
        sign_in.create_check_constraint(op.f("ck_sign_in_unsent"), "unsent >= 0")
        sign_in.create_index(op.f("ix_sign_in_card_id"), ["card_id"])


def downgrade() -> None:
    raise RuntimeError("cards that were handed out are not forgotten")
