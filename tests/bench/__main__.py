"""python -m tests.bench [small|medium|large …]: everybody who can score the programme, in one run, one after another.

Prints, for each size, the median of the rounds, its ratio to the loop written by hand, and whether all came to the same
table. A contender whose package is not installed is named as not run. Bounded: so many rounds, so many seconds a size.
"""

import gc
import importlib.util
import sys
import time
from collections.abc import Callable
from statistics import median

from tests.bench import (
    calendars,
    corrections,
    documents,
    entering,
    journals,
    pages,
    starting,
    streams,
    tables,
    visible,
)
from tests.bench.contenders import ByDiscipline, Contender, Engine, Polars, Sqlite
from tests.bench.workload import SIZES, digest, many_times, programme

ROUNDS = {"small": 61, "medium": 15, "large": 3}
SECONDS = 120  # for one size; then no further round begins
CHANGES = 30
NEEDS = {"polars": "polars"}
WATCHING = (
    ("the public standings, beside a bare application of the same bytes", pages),
    ("a change told to everybody who watches, beside a bare hub", streams),
    ("a judge's entry while five thousand watch", entering),
    ("a server begins again", starting),
)


def main(sizes: list[str]) -> None:
    for size in sizes or ["small", "medium"]:
        contenders = list(_contenders())
        rows = programme(size)
        print(f"{size}: {len(rows)} results, {rows.teams} teams, {rows.disciplines} disciplines")
        _report("from memory to the table", *_rounds(contenders, size, ROUNDS[size], lambda one: one.cold()))
        _report("one result is another one", *_changed(contenders, size))
        gc.unfreeze()
    _growth()
    print("documents")
    documents.measure()
    print("what a correction would move")
    corrections.measure()
    print("a result, until an open page shows it")
    visible.measure()
    for words, one in WATCHING:
        print(words)
        one.measure()
    print("tables of an application")
    tables.measure()
    print("twenty years of the union")
    calendars.measure()
    print("a journal is verified")
    journals.measure()


def _contenders() -> list[Contender]:
    """Whoever can run here, the one that all are compared with first."""
    found: list[Contender] = [ByDiscipline(), Engine(), Engine(reasons=True), Sqlite()]
    if importlib.util.find_spec(NEEDS["polars"]):
        return [*found, Polars()]
    print("not run: polars (its package is not installed)")
    return found


Times = tuple[dict[str, list[float]], set[str]]


def _rounds(contenders: list[Contender], size: str, rounds: int, work: Callable[[Contender], object]) -> Times:
    """Every round each of them in turn, so that a slow minute of the machine is everybody's."""
    times: dict[str, list[float]] = {one.name: [] for one in contenders}
    tables: set[str] = set()
    for one in contenders:
        one.setup(programme(size))
        tables.add(digest(one.cold()))
    _settled()
    until = time.perf_counter() + SECONDS
    for _ in range(rounds):
        for one in contenders:
            gc.collect()
            begun = time.perf_counter()
            work(one)
            times[one.name].append(time.perf_counter() - begun)
        if time.perf_counter() > until:
            break
    return times, tables


def _changed(contenders: list[Contender], size: str) -> Times:
    """The same results are changed for everybody, one after another."""
    times: dict[str, list[float]] = {one.name: [] for one in contenders}
    tables: dict[str, list[str]] = {one.name: [] for one in contenders}
    for one in contenders:
        made = programme(size)
        one.setup(made)
        one.cold()
        _settled()
        until = time.perf_counter() + SECONDS / len(contenders)
        for number in range(CHANGES):
            index = (number * 7919) % len(made)
            begun = time.perf_counter()
            rows = one.change(index, 60_000 + number)
            times[one.name].append(time.perf_counter() - begun)
            tables[one.name].append(digest(rows))
            if time.perf_counter() > until:
                break
    done = min(map(len, tables.values()))
    return times, {"".join(own[:done]) for own in tables.values()}


def _settled() -> None:
    """What everybody keeps in memory is not walked through again by each collection that one of them causes."""
    gc.collect()
    gc.freeze()


def _report(what: str, times: dict[str, list[float]], tables: set[str]) -> None:
    print(f"  {what}: {'all agree' if len(tables) == 1 else 'THEY DO NOT AGREE'}")
    least = median(next(iter(times.values())))
    for name, own in times.items():
        print(f"    {name:22} {1000 * median(own):10.2f} ms   ×{median(own) / least:.2f}")


def _growth() -> None:
    """Fifty times the teams and athletes of a real Spartakiad, in as many disciplines."""
    each: list[float] = []
    for times in (1, 50):
        engine = Engine()
        engine.setup(many_times("small", times))
        engine.cold()
        took = []
        for _ in range(5):
            gc.collect()
            begun = time.perf_counter()
            engine.cold()
            took.append(time.perf_counter() - begun)
        each.append(median(took))
    print(f"50 times the real size: {1000 * each[1]:.1f} ms, ×{each[1] / each[0]:.1f} of one")


if __name__ == "__main__":
    unknown = [one for one in sys.argv[1:] if one not in SIZES]
    if unknown:
        sys.exit(f"sizes are {', '.join(SIZES)}, not {', '.join(unknown)}")
    main(sys.argv[1:])
