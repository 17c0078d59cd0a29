"""How an actor knows what he wrote for somebody else stands in the chain; lines of his own hash as they always did."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from alembic import command
from sqlalchemy import Connection
from sqlmodel import Session

from spartakiad.competition.shell import Shell
from spartakiad.store import engines, journal, migrate
from spartakiad.store.canonical import digest
from spartakiad.store.journal import Line, Origin, Recorded
from spartakiad.store.store import Store
from tests.store.databases import Databases, refusal_of

NAME = "games:trial"
AT = datetime(2026, 2, 19, 9, 30, 15, 123456, tzinfo=UTC)
OWN = Origin("a1", "s1", "key", AT)
MIXED = ("", "paper", "", "word", "paper", "")


def wrote(shell: Shell, *bases: str) -> list[Recorded]:
    def work(session: Session, _after: object) -> list[Recorded]:
        stream = journal.locked(session, NAME)
        first = stream.head + 1
        lines = [Line("mark.entered", f"mark:{first + step}", 1, {"time": "40:33.2"}) for step in range(len(bases))]
        return [
            recorded
            for line, basis in zip(lines, bases, strict=True)
            for recorded in journal.append(session, stream, [line], replace(OWN, basis=basis))
        ]

    return shell.store.writer.run(work)


def as_before(one: Recorded, previous: str) -> str:
    """The hash of a line as it was made before there was a basis."""
    payload = '{"time":"40:33.2"}'
    moment = "2026-02-19T09:30:15.123456+00:00"
    return digest(
        [one.number, one.kind, one.subject, 1, payload, one.actor, one.device, one.command_key, moment, previous]
    )


def test_a_chain_of_mixed_lines_verifies_and_gives_each_basis_back(shell: Shell) -> None:
    wrote(shell, *MIXED)
    with shell.store.reader() as session:
        read = tuple(recorded.basis for recorded in journal.read(session, NAME))
        assert (read, journal.verify(session, NAME)) == (MIXED, None)


def test_only_a_line_with_a_basis_hashes_otherwise_than_before(shell: Shell) -> None:
    lines = wrote(shell, *MIXED)
    unchanged = [one.hash == as_before(one, before.hash) for before, one in pairwise(lines)]
    assert [lines[0].hash == as_before(lines[0], ""), *unchanged] == [not basis for basis in MIXED]


@pytest.mark.parametrize(("was", "number"), [("", 1), ("paper", 2), ("word", 4)])
def test_a_basis_that_was_changed_is_named_by_the_number_of_its_line(shell: Shell, was: str, number: int) -> None:
    wrote(shell, *MIXED)
    _take_the_trigger_away(shell)
    for other in {"", "paper", "word"} - {was}:
        with Session(shell.store.writer.engine) as session:
            session.connection().exec_driver_sql(f"UPDATE fact SET basis = '{other}' WHERE number = {number}")
            assert journal.verify(session, NAME) == number


def test_a_chain_written_before_there_was_a_basis_verifies_and_goes_on(databases: Databases) -> None:
    url = databases.blank()
    command.upgrade(migrate.configuration(url), "0001")
    engine = engines.writing(url)
    with engine.begin() as connection:
        _old_chain(connection)
    engine.dispose()
    migrate.upgrade(url)
    shell = Shell(Store(url))
    wrote(shell, "paper", "")
    with shell.store.reader() as session:
        bases = [recorded.basis for recorded in journal.read(session, NAME)]
        assert (bases, journal.verify(session, NAME)) == (["", "", "", "paper", ""], None)
    assert "append-only" in refusal_of(shell.store, "UPDATE fact SET basis = 'word'")
    shell.store.close()
    databases.drop(url)


def _old_chain(connection: Connection) -> None:
    previous = ""
    for number in (1, 2, 3):
        one = Recorded(number, "mark.entered", f"mark:{number}", 1, {}, {}, "a1", "s1", "key", AT, "")
        made = as_before(one, previous)
        if number == 1:
            connection.exec_driver_sql(f"INSERT INTO stream (name, head, head_hash) VALUES ('{NAME}', 0, '')")
        connection.exec_driver_sql(
            "INSERT INTO fact (stream_id, number, kind, subject, version, payload, actor, device, command_key, at,"
            f" previous_hash, hash) SELECT id, {number}, '{one.kind}', '{one.subject}', 1, '{{\"time\":\"40:33.2\"}}',"
            f" 'a1', 's1', 'key', '2026-02-19 09:30:15.123456', '{previous}', '{made}' FROM stream"
        )
        connection.exec_driver_sql(f"UPDATE stream SET head = {number}, head_hash = '{made}'")
        previous = made


def _take_the_trigger_away(shell: Shell) -> None:
    sqlite = shell.store.url.startswith("sqlite")
    with shell.store.writer.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER fact_no_update" if sqlite else "DROP TRIGGER fact_append_only ON fact")
