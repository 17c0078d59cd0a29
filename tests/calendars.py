"""A calendar of as many years and events as one wants, every one of them invented."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlmodel import Session

from spartakiad.competition.shell import Shell
from spartakiad.models.union import EventCity, EventLine, UnionEvent
from spartakiad.store.writer import AfterCommit
from spartakiad.words.searching import fold

TOWNS = ("pskov", "tver", "vologda", "kotlas", "ivanovo", "tikhvin")
KINDS = ("conference", "festival", "contest", "round_table", "forum")


def fill(shell: Shell, years: Iterable[int], many: int) -> None:
    """`many` events in each of the years, with three cities and a topic each."""

    def work(session: Session, _after: AfterCommit) -> None:
        for year in years:
            rows = [_event(year, at) for at in range(many)]
            session.add_all(rows)
            session.flush()
            session.add_all(line for at, row in enumerate(rows) for line in _lines(row, at))

    shell.store.writer.submit(work).result()


def _event(year: int, at: int) -> UnionEvent:
    on = date(year, 1, 1) + timedelta(days=at * 360 // 200 % 360)
    title = f"Событие № {at}"
    own = {"host": TOWNS[at % len(TOWNS)], "kind": KINDS[at % len(KINDS)], "found_by": fold(title)}
    return UnionEvent(slug=f"made-{year}-{at}", title=title, starts_on=on, ends_on=on, precision="days", **own)  # type: ignore[arg-type]


def _lines(row: UnionEvent, at: int) -> list[EventCity | EventLine]:
    three = [TOWNS[(at + more) % len(TOWNS)] for more in range(3)]
    named = [EventCity(event_id=row.id or 0, position=n, city=city) for n, city in enumerate(three, start=1)]
    return [*named, EventLine(event_id=row.id or 0, position=1, kind="topic", text=f"Вопрос {at}")]
