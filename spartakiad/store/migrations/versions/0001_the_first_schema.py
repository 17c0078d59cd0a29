"""The first schema"""

import sqlalchemy as sa
from alembic import op

from spartakiad.models.base import Moment
from spartakiad.store import triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("public_id", name=op.f("uq_account_public_id")),
    )
    op.create_table(
        "photo",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_photo")),
    )
    op.create_table(
        "city",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("of_form", sa.String(length=100), nullable=False),
        sa.Column("in_form", sa.String(length=100), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("latitude", sa.String(length=10), nullable=False),
        sa.Column("longitude", sa.String(length=10), nullable=False),
        sa.Column("membership", sa.String(length=10), nullable=False),
        sa.Column("sort_key", sa.String(length=100), nullable=False),
        sa.CheckConstraint("membership IN ('member', 'unknown')", name=op.f("ck_city_membership")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city")),
        sa.UniqueConstraint("slug", name=op.f("uq_city_slug")),
    )
    op.create_table(
        "command",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("verb", sa.String(length=80), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.CheckConstraint("status IN ('done', 'refused')", name=op.f("ck_command_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command")),
        sa.UniqueConstraint("key", name=op.f("uq_command_key")),
    )
    op.create_table(
        "cup_holding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("chair", sa.String(length=200), nullable=False),
        sa.Column("document", sa.String(length=300), nullable=False),
        sa.Column("at", Moment(), nullable=True),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("sources", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "state IN ('confirmed', 'handed_over', 'unknown', 'revised')", name=op.f("ck_cup_holding_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cup_holding")),
        sa.UniqueConstraint("games", "revision", name=op.f("uq_cup_holding_games_revision")),
    )
    op.create_table(
        "games",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("season", sa.String(length=20), nullable=False),
        sa.Column("numeral", sa.String(length=10), nullable=False),
        sa.Column("numeral_inferred", sa.Boolean(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("year_inferred", sa.Boolean(), nullable=False),
        sa.Column("host", sa.String(length=60), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("dates_note", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("state_reason", sa.String(length=1000), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("sort_key", sa.String(length=40), nullable=False),
        sa.CheckConstraint("season IN ('winter', 'summer', 'winter_sports')", name=op.f("ck_games_season")),
        sa.CheckConstraint(
            "state IN ('draft', 'entries_open', 'entries_closed', 'under_way', 'closed', 'moved', 'cancelled', 'host_withdrew')",
            name=op.f("ck_games_state"),
        ),
        sa.CheckConstraint("ends_on IS NULL OR starts_on <= ends_on", name=op.f("ck_games_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_games")),
        sa.UniqueConstraint("slug", name=op.f("uq_games_slug")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("surname", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("patronymic", sa.String(length=200), nullable=False),
        sa.Column("sex", sa.String(length=1), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("sort_key", sa.String(length=620), nullable=False),
        sa.Column("search_key", sa.String(length=620), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("sex IN ('f', 'm')", name=op.f("ck_person_sex")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("public_id", name=op.f("uq_person_public_id")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_search_key"), ["search_key"], unique=False)

    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("slug", name=op.f("uq_source_slug")),
    )
    op.create_table(
        "stream",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stream")),
        sa.UniqueConstraint("name", name=op.f("uq_stream_name")),
    )
    op.create_table(
        "union_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(length=10), nullable=False),
        sa.Column("host", sa.String(length=60), nullable=False),
        sa.Column("host_inferred", sa.Boolean(), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("section", sa.String(length=60), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("occasion", sa.String(length=300), nullable=False),
        sa.Column("theme", sa.String(length=1000), nullable=False),
        sa.Column("audience", sa.String(length=300), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("people_precision", sa.String(length=10), nullable=False),
        sa.Column("people_who", sa.String(length=200), nullable=False),
        sa.Column("cities", sa.Integer(), nullable=True),
        sa.Column("cities_precision", sa.String(length=10), nullable=False),
        sa.Column("cities_who", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("sources", sa.String(length=500), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "cities_precision IN ('exact', 'about', 'more')", name=op.f("ck_union_event_cities_precision")
        ),
        sa.CheckConstraint(
            "people_precision IN ('exact', 'about', 'more')", name=op.f("ck_union_event_people_precision")
        ),
        sa.CheckConstraint(
            "precision IN ('days', 'first_day', 'within', 'month', 'year')", name=op.f("ck_union_event_precision")
        ),
        sa.CheckConstraint("state IN ('planned', 'held', 'moved', 'cancelled')", name=op.f("ck_union_event_state")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_union_event_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_union_event")),
        sa.UniqueConstraint("slug", name=op.f("uq_union_event_slug")),
    )
    op.create_table(
        "union_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("sources", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_union_fact")),
        sa.UniqueConstraint("slug", name=op.f("uq_union_fact_slug")),
    )
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("items", sa.String(length=200), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.CheckConstraint("kind IN ('publication')", name=op.f("ck_consent_kind")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint("person_id", "kind", "version", name=op.f("uq_consent_person_id_kind_version")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_person_id"), ["person_id"], unique=False)

    op.create_table(
        "contest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["games_id"], ["games.id"], name=op.f("fk_contest_games_id_games")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest")),
        sa.UniqueConstraint("games_id", "slug", name=op.f("uq_contest_games_id_slug")),
    )
    op.create_table(
        "event_city",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("speaking", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["union_event.id"], name=op.f("fk_event_city_event_id_union_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_city")),
        sa.UniqueConstraint("event_id", "city", name=op.f("uq_event_city_event_id_city")),
    )
    with op.batch_alter_table("event_city", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_city_event_id"), ["event_id"], unique=False)

    op.create_table(
        "event_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["union_event.id"], name=op.f("fk_event_line_event_id_union_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_line")),
    )
    with op.batch_alter_table("event_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_line_event_id"), ["event_id"], unique=False)

    op.create_table(
        "event_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("post", sa.String(length=300), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["union_event.id"], name=op.f("fk_event_person_event_id_union_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_person")),
    )
    with op.batch_alter_table("event_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_person_event_id"), ["event_id"], unique=False)

    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("command_key", sa.String(length=80), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_fact_number")),
        sa.CheckConstraint("version > 0", name=op.f("ck_fact_version")),
        sa.ForeignKeyConstraint(["stream_id"], ["stream.id"], name=op.f("fk_fact_stream_id_stream")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("stream_id", "number", name=op.f("uq_fact_stream_id_number")),
        sa.UniqueConstraint("stream_id", "subject", "version", name=op.f("uq_fact_stream_id_subject_version")),
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_command_key"), ["command_key"], unique=False)

    op.create_table(
        "games_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("value", sa.String(length=1000), nullable=False),
        sa.Column("sources", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["games_id"], ["games.id"], name=op.f("fk_games_record_games_id_games")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_games_record")),
    )
    with op.batch_alter_table("games_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_games_record_games_id"), ["games_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=40), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_invitation_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_account_id"), ["account_id"], unique=False)

    op.create_table(
        "official",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.Column("contest", sa.String(length=60), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rows", sa.String(), nullable=False),
        sa.Column("standings_hash", sa.String(length=64), nullable=False),
        sa.Column("engine_version", sa.String(length=20), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["stream_id"], ["stream.id"], name=op.f("fk_official_stream_id_stream")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official")),
        sa.UniqueConstraint("stream_id", "contest", "revision", name=op.f("uq_official_stream_id_contest_revision")),
    )
    with op.batch_alter_table("official", schema=None) as batch_op:
        batch_op.create_index("ix_official_stream", ["stream_id"], unique=False)

    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("games", sa.String(length=60), nullable=False),
        sa.Column("team", sa.String(length=60), nullable=False),
        sa.Column("contest", sa.String(length=60), nullable=False),
        sa.Column("given_at", Moment(), nullable=False),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.CheckConstraint("contest = '' OR games <> ''", name=op.f("ck_role_grant_contest_of_games")),
        sa.CheckConstraint("team = '' OR games <> ''", name=op.f("ck_role_grant_team_of_games")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_role_grant_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
    )
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_grant_account_id"), ["account_id"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("last_contact", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_account_id"), ["account_id"], unique=False)

    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.Column("sort_key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["games_id"], ["games.id"], name=op.f("fk_team_games_id_games")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("games_id", "slug", name=op.f("uq_team_games_id_slug")),
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["games_id"], ["games.id"], name=op.f("fk_venue_games_id_games")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
        sa.UniqueConstraint("games_id", "slug", name=op.f("uq_venue_games_id_slug")),
    )
    op.create_table(
        "athlete",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("games_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rank", sa.String(length=20), nullable=False),
        sa.Column("admission", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "admission IN ('pending', 'admitted', 'until', 'refused', 'withdrawn')", name=op.f("ck_athlete_admission")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_athlete_number")),
        sa.ForeignKeyConstraint(["games_id"], ["games.id"], name=op.f("fk_athlete_games_id_games")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_athlete_person_id_person")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_athlete_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_athlete")),
        sa.UniqueConstraint("games_id", "number", name=op.f("uq_athlete_games_id_number")),
        sa.UniqueConstraint("games_id", "person_id", name=op.f("uq_athlete_games_id_person_id")),
    )
    with op.batch_alter_table("athlete", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_athlete_team_id"), ["team_id"], unique=False)

    op.create_table(
        "delegation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("changed_at", Moment(), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'submitted', 'remarks', 'accepted')", name=op.f("ck_delegation_state")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_delegation_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("team_id", name=op.f("uq_delegation_team_id")),
    )
    op.create_table(
        "fact_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_fact_text_fact_id_fact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_text")),
        sa.UniqueConstraint("fact_id", "field", name=op.f("uq_fact_text_fact_id_field")),
    )
    op.create_table(
        "part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_part_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part")),
        sa.UniqueConstraint("contest_id", "slug", name=op.f("uq_part_contest_id_slug")),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.CheckConstraint("role IN ('team', 'personal', 'guest')", name=op.f("ck_entry_role")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_entry_athlete_id_athlete")),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_entry_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("athlete_id", "contest_id", name=op.f("uq_entry_athlete_id_contest_id")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_contest_id"), ["contest_id"], unique=False)

    op.create_table(
        "stage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("format", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name=op.f("fk_stage_part_id_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage")),
        sa.UniqueConstraint("part_id", "slug", name=op.f("uq_stage_part_id_slug")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("starts_at", Moment(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stage_id"], ["stage.id"], name=op.f("fk_unit_stage_id_stage")),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name=op.f("fk_unit_venue_id_venue")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("stage_id", "slug", name=op.f("uq_unit_stage_id_slug")),
    )
    op.create_table(
        "start",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("entrant", sa.String(length=60), nullable=False),
        sa.Column("bib", sa.String(length=10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_start_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_start")),
        sa.UniqueConstraint("unit_id", "entrant", name=op.f("uq_start_unit_id_entrant")),
        sa.UniqueConstraint("unit_id", "position", name=op.f("uq_start_unit_id_position")),
    )
    for statement in triggers.statements(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("the first schema has nothing before it")
