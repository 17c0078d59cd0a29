"""Triggers that forbid to change or remove what was recorded, in each dialect."""

from collections.abc import Sequence

GUARDED = ("fact", "command")
_SENTENCE = "the journal is append-only"


def statements(dialect: str) -> list[str]:
    """Of the journal; on PostgreSQL with the function that the triggers of every guarded table call."""
    function = (
        "CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_SENTENCE}'; END $$"
    )
    return [*([] if dialect == "sqlite" else [function]), *guards(dialect, GUARDED)]


def guards(dialect: str, tables: Sequence[str]) -> list[str]:
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END"
            for table in tables
            for verb in ("UPDATE", "DELETE")
        ]
    return [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()"
        for table in tables
    ]
