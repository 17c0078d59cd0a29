"""What was recorded can be read and added to, never changed: on both databases."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from spartakiad.competition.shell import Shell
from spartakiad.models.accounts import Account
from spartakiad.models.journal import Fact
from tests.store.databases import refusal_of

SENTENCE = "the journal is append-only"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE fact SET payload = payload",
        "DELETE FROM fact",
        "UPDATE command SET answer = answer",
        "DELETE FROM command",
        "UPDATE event_step SET state = 'held'",
        "DELETE FROM event_step",
    ],
)
def test_a_recorded_line_is_neither_changed_nor_removed(demo_shell: Shell, sql: str) -> None:
    assert SENTENCE in refusal_of(demo_shell.store, sql)


@pytest.mark.parametrize("table", ["fact", "command", "event_step"])
def test_a_whole_table_of_records_is_not_emptied(demo_shell: Shell, table: str) -> None:
    """SQLite empties a table by DELETE, and replaces a line only by removing it first."""
    sqlite = demo_shell.store.url.startswith("sqlite")
    sql = f"REPLACE INTO {table} SELECT * FROM {table}" if sqlite else f"TRUNCATE {table} CASCADE"
    assert SENTENCE in refusal_of(demo_shell.store, sql)


def test_a_reader_cannot_write(demo_shell: Shell) -> None:
    with demo_shell.store.reader() as session, pytest.raises(DBAPIError, match=r"read-?only"):
        session.exec(text("UPDATE account SET name = ''"))  # type: ignore[call-overload]


def test_a_reader_sees_one_moment_and_not_what_is_not_committed(demo_shell: Shell) -> None:
    with Session(demo_shell.store.writer.engine) as writer, demo_shell.store.reader() as reader:
        writer.exec(text("UPDATE account SET name = 'other'"))  # type: ignore[call-overload]
        assert "other" not in set(reader.exec(select(Account.name)))


def test_the_guards_are_not_in_the_way_of_erasing_a_free_text(demo_shell: Shell) -> None:
    assert refusal_of(demo_shell.store, "DELETE FROM fact_text") == ""


def test_the_demo_has_lines_to_guard(demo_shell: Shell) -> None:
    with demo_shell.store.reader() as session:
        assert session.exec(select(Fact)).first() is not None
