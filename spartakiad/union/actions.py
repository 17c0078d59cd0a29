"""Verbs of the union's facts: load those that are missing, say how the database and the files differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from spartakiad.competition.desk import Desk
from spartakiad.store.commands import Answer
from spartakiad.union.rows import NOUNS, Kept, Noun, rows_of
from spartakiad.union.sources import Sources, read_sources

_OWN = frozenset({"id", "event_id", "games_id", "version", "changed_at"})


@dataclass(frozen=True, slots=True)
class LoadFacts:
    """`folder`: where the files of `fixtures/union` lie."""

    folder: str


def load_facts(desk: Desk, wish: LoadFacts) -> Answer:
    """Insert what is missing by its slug; what is there stays as it is, whatever the files say.

    Answers how many rows of each kind were inserted (their lines not counted). Raises SourcesError for broken files.
    """
    inserted = {
        kind: _insert(desk.session, NOUNS[kind], kept)
        for kind, kept in rows_of(read_sources(Path(wish.folder))).items()
    }
    if any(inserted.values()):
        desk.note_union("facts")
    return dict(inserted)


def facts_difference(session: Session, facts: Sources) -> list[str]:
    """Where the database says something else than the files, a Russian line each; what only it has is not named."""
    return [
        line
        for kind, kept in rows_of(facts).items()
        for one in kept
        for line in _differences(session, NOUNS[kind], one)
    ]


def _insert(session: Session, noun: Noun, kept: tuple[Kept, ...]) -> int:
    known = set(session.exec(select(col(getattr(noun.table, noun.key)))))
    missing = [one for one in kept if getattr(one.row, noun.key) not in known]
    session.add_all(one.row for one in missing)
    session.flush()
    for one in missing:
        for line in one.lines:
            setattr(line, noun.parent, one.row.id)
        session.add_all(one.lines)
    session.flush()
    return len(missing)


def _differences(session: Session, noun: Noun, kept: Kept) -> Iterator[str]:
    key = getattr(kept.row, noun.key)
    name = f"{noun.title} {key}"
    row: Any = session.exec(select(noun.table).where(col(getattr(noun.table, noun.key)) == key)).first()
    if row is None:
        yield f"{name}: в базе нет"
        return
    ours, theirs = kept.row.model_dump(exclude=set(_OWN)), row.model_dump(exclude=set(_OWN))
    for column, value in ours.items():
        if theirs[column] != value:
            yield f"{name}, {column}: в базе «{theirs[column]}», в файле «{value}»"
    for table in noun.lines:
        stored = select(table).where(col(getattr(table, noun.parent)) == row.id)
        told = [line for line in kept.lines if isinstance(line, table)]
        if _told(told) != _told(session.exec(stored)):
            yield f"{name}: строки {table.__tablename__} отличаются"


def _told(lines: Iterable[SQLModel]) -> list[dict[str, Any]]:
    return sorted((line.model_dump(exclude=set(_OWN)) for line in lines), key=lambda line: line["position"])
