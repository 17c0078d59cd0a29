"""What whoever takes a plan should look at before it is written: nothing here is wrong by itself."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session, col, select

from spartakiad.models.union import UnionEvent
from spartakiad.union.noted import STANDS
from spartakiad.union.typed_events import NewEvent
from spartakiad.words.searching import fold

Known = frozenset[tuple[str, int]]


def known_events(session: Session, years: Iterable[int]) -> Known:
    """Titles, folded, with their year."""
    wanted = sorted(set(years))
    if not wanted:
        return frozenset()
    span = col(UnionEvent.starts_on).between(date(wanted[0], 1, 1), date(wanted[-1], 12, 31))
    rows = session.exec(select(col(UnionEvent.title), col(UnionEvent.starts_on)).where(span, STANDS))
    return frozenset((fold(title), first.year) for title, first in rows)


def notes(events: Sequence[NewEvent | None], known: Known, year: str, today: date) -> list[tuple[str, ...]]:
    """Of each row; nothing of one that is not understood yet."""
    above: dict[tuple[str, date], int] = {}
    found: list[tuple[str, ...]] = []
    for at, one in enumerate(events):
        if one is None:
            found.append(())
            continue
        told = []
        if (fold(one.title), one.when.first.year) in known:
            told.append("такое событие в календаре этого года уже есть")
        if (first := above.setdefault((fold(one.title), one.when.first), at)) != at:
            told.append(f"повторяет строку {first + 1}")
        if year.isdecimal() and one.when.first.year != int(year):
            told.append(f"год {one.when.first.year}, а план на {year}")
        if one.when.last < today:
            told.append("срок прошёл: запишется как состоявшееся")
        if one.place:
            told.append(f"место записано словами: {one.place}")
        found.append(tuple(told))
    return found


def repeated(told: Sequence[str]) -> bool:
    """Whether the row is better left out until somebody ticks it."""
    return any(one.startswith(("такое", "повторяет")) for one in told)
