"""The journal: numbers without a gap, versions as the lock, a chain in which every tampering is named by its number."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from spartakiad.competition.shell import Shell
from spartakiad.store import journal
from spartakiad.store.canonical import commitment
from spartakiad.store.journal import Line, Origin, Recorded

NAME = "games:trial"
ORIGIN = Origin("a1", "s1", "key", datetime(2026, 2, 19, 9, 30, 15, 123456, tzinfo=UTC))
TAMPERED = {
    "number": "number + 100",
    "kind": "'mark.other'",
    "subject": "'mark:other'",
    "version": "version + 1",
    "payload": '\'{"time":"0:01"}\'',
    "actor": "'a2'",
    "device": "'s2'",
    "command_key": "'other'",
    "at": "'2026-02-19 10:30:15.123456'",
    "previous_hash": "'0'",
    "hash": "'0'",
    "basis": "'word'",
}


def wrote(shell: Shell, *lines: Line) -> list[Recorded]:
    def work(session: Session, _after: object) -> list[Recorded]:
        return journal.append(session, journal.locked(session, NAME), lines, ORIGIN)

    return shell.store.writer.run(work)


def line(subject: str, version: int = 1, **texts: str) -> Line:
    return Line("mark.entered", subject, version, {"time": "40:33.2"}, texts)


@pytest.fixture
def five(shell: Shell) -> Shell:
    """A stream of five lines; the third carries a free text."""
    wrote(shell, line("a"), line("b"))
    wrote(shell, line("c", reason="по заявлению Ёлкина"))
    wrote(shell, line("d"), line("e"))
    return shell


@pytest.fixture
def unguarded(five: Shell) -> Shell:
    """Somebody who may do anything in the database has taken the triggers away."""
    sqlite = ("DROP TRIGGER fact_no_update", "DROP TRIGGER fact_no_delete")
    own = sqlite if five.store.url.startswith("sqlite") else ("DROP TRIGGER fact_append_only ON fact",)
    with five.store.writer.engine.begin() as connection:
        for sql in own:
            connection.exec_driver_sql(sql)
    return five


def named(shell: Shell, *changes: str) -> int | None:
    """What verify says after these changes; they are taken back."""
    with Session(shell.store.writer.engine) as session:
        for sql in changes:
            session.connection().exec_driver_sql(sql)
        return journal.verify(session, NAME)


def test_lines_are_numbered_without_a_gap(five: Shell) -> None:
    with five.store.reader() as session:
        assert [recorded.number for recorded in journal.read(session, NAME)] == [1, 2, 3, 4, 5]


def test_numbers_that_were_rolled_back_are_given_again(five: Shell) -> None:
    with Session(five.store.writer.engine) as session:
        journal.append(session, journal.locked(session, NAME), [line("f")], ORIGIN)
    assert [recorded.number for recorded in wrote(five, line("g"))] == [6]


def test_each_stream_has_numbers_of_its_own(five: Shell) -> None:
    def work(session: Session, _after: object) -> int:
        return journal.append(session, journal.locked(session, "union"), [line("a")], ORIGIN)[0].number

    assert five.store.writer.run(work) == 1


def test_a_version_of_a_subject_is_taken_once(five: Shell) -> None:
    with pytest.raises(IntegrityError):
        wrote(five, line("c"))


def test_a_refused_line_leaves_the_head_where_it_was(five: Shell) -> None:
    with pytest.raises(IntegrityError):
        wrote(five, line("f"), line("c"))
    with five.store.reader() as session:
        assert (journal.head(session, NAME), journal.verify(session, NAME)) == (5, None)


def test_what_was_written_is_read_back_with_its_text_and_its_moment(five: Shell) -> None:
    with five.store.reader() as session:
        third = next(recorded for recorded in journal.read(session, NAME, after=2))
    assert (third.payload, third.texts, third.at) == (
        {"time": "40:33.2"},
        {"reason": "по заявлению Ёлкина"},
        ORIGIN.at,
    )


def test_an_untouched_chain_verifies(five: Shell) -> None:
    with five.store.reader() as session:
        assert journal.verify(session, NAME) is None


def test_a_changed_column_of_any_line_is_named_by_the_number_of_that_line(unguarded: Shell) -> None:
    found = {
        (column, number): named(unguarded, f"UPDATE fact SET {column} = {other} WHERE number = {number}")
        for column, other in TAMPERED.items()
        for number in range(1, 6)
    }
    assert found == {(column, number): number for column in TAMPERED for number in range(1, 6)}


def test_a_removed_line_is_named_by_its_number(unguarded: Shell) -> None:
    removed = {number: named(unguarded, *_without(number)) for number in range(1, 6)}
    assert removed == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def test_two_swapped_lines_are_named_by_the_first_of_them(unguarded: Shell) -> None:
    swap = ("SET number = 100 WHERE number = 2", "SET number = 2 WHERE number = 4", "SET number = 4 WHERE number = 100")
    assert named(unguarded, *(f"UPDATE fact {step}" for step in swap)) == 2


def test_a_cut_tail_is_named_by_the_first_line_that_is_missing(unguarded: Shell) -> None:
    assert named(unguarded, *_without(4), *_without(5)) == 4


def test_a_line_put_in_behind_the_head_is_named_by_its_number(five: Shell) -> None:
    head = "UPDATE stream SET head = 5, head_hash = (SELECT hash FROM fact WHERE number = 5)"
    wrote(five, line("forged"))
    assert named(five, head) == 6


def test_a_last_line_that_is_not_the_one_at_the_head_is_named_by_its_number(five: Shell) -> None:
    assert named(five, "UPDATE stream SET head_hash = 'of the line that stood there'") == 5


def test_an_erased_text_breaks_no_proof(five: Shell) -> None:
    assert named(five, "DELETE FROM fact_text") is None


def test_an_erased_text_comes_back_as_missing(five: Shell) -> None:
    with Session(five.store.writer.engine) as session:
        session.connection().exec_driver_sql("DELETE FROM fact_text")
        assert next(journal.read(session, NAME, after=2)).texts == {}


def test_a_changed_text_is_named_by_the_number_of_its_line(five: Shell) -> None:
    assert named(five, "UPDATE fact_text SET text = 'по решению жюри'") == 3


def test_a_text_put_beside_a_line_that_had_none_is_named(five: Shell) -> None:
    added = "INSERT INTO fact_text (fact_id, field, salt, text) SELECT id, 'reason', '', '' FROM fact WHERE number = 2"
    assert named(five, added) == 2


def test_equal_texts_leave_different_traces_in_the_chain() -> None:
    assert commitment("снят", "salt one") != commitment("снят", "salt two")


def _without(number: int) -> tuple[str, str]:
    return (
        f"DELETE FROM fact_text WHERE fact_id = (SELECT id FROM fact WHERE number = {number})",
        f"DELETE FROM fact WHERE number = {number}",
    )
