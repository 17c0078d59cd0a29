"""Twenty years of two hundred events beside one year of them: lists, files and the report of a year."""

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from sqlmodel import Session

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.store import migrate
from spartakiad.store.store import Store
from spartakiad.union.actions import LoadFacts, load_facts
from spartakiad.union.listing import Wanted, all_found, found
from spartakiad.union.queries import cities, events
from spartakiad.union.report import compose
from spartakiad.union.year import year_told
from tests.calendars import fill

YEAR, YEARS, EVENTS, ROUNDS = 2030, 20, 200, 21
FACTS = Path(__file__).parents[2] / "fixtures" / "union"
Work = Callable[[Session], object]


def measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        times = [_times(f"sqlite:///{folder}/{years}.sqlite", years) for years in (1, YEARS)]
    for name in times[0]:
        one, many = (1000 * own[name] for own in times)
        print(f"  {name:28} one year {one:7.2f} ms, {YEARS} years {many:7.2f} ms, ×{many / one:.2f}")


def _times(url: str, years: int) -> dict[str, float]:
    migrate.upgrade(url)
    shell = Shell(Store(url))
    shell.write_now(load_facts, LoadFacts(str(FACTS)), SYSTEM)
    fill(shell, range(YEAR, YEAR + years), EVENTS)
    work: dict[str, Work] = {
        "the page of a year": lambda session: events(session, YEAR),
        "a page of the whole list": lambda session: found(session, Wanted(), cities(session)),
        "a city, a kind and a word": lambda session: found(
            session, Wanted(q="событие в Пскове", kind="conference", year=YEAR), cities(session)
        ),
        "the file of a year": lambda session: all_found(session, Wanted(year=YEAR), cities(session)),
        "the report of a year": lambda session: compose(year_told(session, YEAR, {})),
    }
    took = {}
    for name, one in work.items():
        with shell.store.reader() as session:
            took[name] = median(_once(one, session) for _ in range(ROUNDS))
    shell.store.close()
    return took


def _once(work: Work, session: Session) -> float:
    gc.collect()
    begun = time.process_time()
    work(session)
    session.expunge_all()
    return time.process_time() - begun
