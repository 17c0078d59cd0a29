"""Loading the facts: what is missing is inserted, what is there is never overwritten, a difference is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import String
from sqlmodel import Session, SQLModel, col, select

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.memory import UNION
from spartakiad.competition.shell import Shell
from spartakiad.models.games import Games, GamesRecord
from spartakiad.models.union import City, EventCity, UnionEvent
from spartakiad.store import migrate
from spartakiad.store.store import Store
from spartakiad.store.writer import AfterCommit
from spartakiad.union.actions import LoadFacts, facts_difference, load_facts
from spartakiad.union.rows import rows_of
from spartakiad.union.sources import Sources


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shell]:
    url = f"sqlite:///{tmp_path / 'facts.sqlite'}"
    migrate.upgrade(url)
    shell = Shell(Store(url))
    yield shell
    shell.store.close()


@pytest.fixture
def loaded(empty: Shell, folder: Path) -> Shell:
    empty.write_now(load_facts, LoadFacts(str(folder)), SYSTEM)
    return empty


def edit(shell: Shell, table: type[SQLModel], slug: str, **columns: str) -> None:
    def work(session: Session, _after: AfterCommit) -> None:
        row = session.exec(select(table).where(col(getattr(table, "slug")) == slug)).one()  # noqa: B009
        for name, value in columns.items():
            setattr(row, name, value)

    shell.store.writer.submit(work).result()


def drop(shell: Shell, games: str, kind: str) -> None:
    def work(session: Session, _after: AfterCommit) -> None:
        number = session.exec(select(col(Games.id)).where(col(Games.slug) == games)).one()
        query = select(GamesRecord).where(col(GamesRecord.games_id) == number, col(GamesRecord.kind) == kind)
        session.delete(session.exec(query).one())

    shell.store.writer.submit(work).result()


def differences(shell: Shell, facts: Sources) -> list[str]:
    with shell.store.reader() as session:
        return facts_difference(session, facts)


def counts(facts: Sources) -> dict[str, int]:
    return {kind: len(kept) for kind, kept in rows_of(facts).items()}


def test_the_first_loading_inserts_every_fact(empty: Shell, folder: Path, facts: Sources) -> None:
    assert empty.write_now(load_facts, LoadFacts(str(folder)), SYSTEM) == counts(facts)


def test_what_was_loaded_is_what_the_files_say(loaded: Shell, facts: Sources) -> None:
    assert differences(loaded, facts) == []


def test_the_second_loading_inserts_nothing(loaded: Shell, folder: Path, facts: Sources) -> None:
    again = loaded.write_now(load_facts, LoadFacts(str(folder)), SYSTEM)
    assert again == dict.fromkeys(counts(facts), 0)


def test_loading_moves_the_unions_stream_once(loaded: Shell) -> None:
    assert loaded.memory.numbers[UNION] == 1


def test_a_loading_that_inserts_nothing_leaves_the_stream_alone(loaded: Shell, folder: Path) -> None:
    loaded.write_now(load_facts, LoadFacts(str(folder)), SYSTEM)
    assert loaded.memory.numbers[UNION] == 1


def test_a_changed_row_is_not_overwritten(loaded: Shell, folder: Path) -> None:
    edit(loaded, City, "vologda", title="Вологда-на-Вологде")
    loaded.write_now(load_facts, LoadFacts(str(folder)), SYSTEM)
    with loaded.store.reader() as session:
        title = session.exec(select(City.title).where(col(City.slug) == "vologda")).one()
    assert title == "Вологда-на-Вологде"


def test_a_changed_row_is_told_with_both_values(loaded: Shell, facts: Sources) -> None:
    edit(loaded, City, "vologda", title="Вологда-на-Вологде")
    assert differences(loaded, facts) == ["Город vologda, title: в базе «Вологда-на-Вологде», в файле «Вологда»"]


def test_a_missing_fact_is_told(empty: Shell, facts: Sources) -> None:
    assert "Событие assembly-2024: в базе нет" in differences(empty, facts)


def test_a_lost_line_of_a_fact_is_told(loaded: Shell, facts: Sources) -> None:
    drop(loaded, "winter-2026", "note")
    assert differences(loaded, facts) == ["Спартакиада winter-2026: строки games_record отличаются"]


def test_the_cities_of_an_event_keep_the_order_of_the_source(loaded: Shell, facts: Sources) -> None:
    query = select(EventCity.city).join(UnionEvent, col(UnionEvent.id) == col(EventCity.event_id))
    query = query.where(col(UnionEvent.slug) == "youth-section-2024").order_by(col(EventCity.position))
    with loaded.store.reader() as session:
        stored = tuple(session.exec(query))
    assert stored == facts.events["youth-section-2024"].cities


def test_every_text_fits_its_column(facts: Sources) -> None:
    """SQLite takes any length, PostgreSQL does not."""
    rows = [row for kept in rows_of(facts).values() for one in kept for row in (one.row, *one.lines)]
    too_long = [
        (row.__tablename__, column.name, value)
        for row in rows
        for column in row.__table__.columns
        if isinstance(column.type, String) and column.type.length
        if len(value := getattr(row, column.name)) > column.type.length
    ]
    assert too_long == []
