"""Two shells on one database, as two processes would have them: each takes in what the other wrote."""

import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.shell import Shell
from spartakiad.errors import Refusal
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.starts.actions import OneContest, release
from spartakiad.store import journal, migrate
from spartakiad.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
STREAM = "games:race"
RACERS = 4


@pytest.fixture
def two(demo_shell: Shell, demo_url: str) -> Iterator[tuple[Shell, Shell]]:
    """Both opened when the contest could be marked; neither has heard anything of the other since."""
    demo_shell.write_now(release, OneContest("demo", "visit"), SYSTEM)
    other = Shell(Store(demo_url))
    other.load()
    yield demo_shell, other
    other.store.close()


def typed(team: str, place: str, version: int = 0) -> TypedMark:
    return TypedMark("demo", "visit", team, place, version)


def test_the_second_takes_in_what_the_first_wrote_before_it_decides(two: tuple[Shell, Shell]) -> None:
    first, second = two
    first.write_now(enter_mark, typed("pskov", "1"), Actor("a1"))
    second.write_now(enter_mark, typed("vologda", "2"), Actor("a2"))
    marks = second.now("demo").state.marks_of("visit")
    assert {key[3]: mark.raw for key, mark in marks.items()} == {"pskov": "1", "vologda": "2"}


def test_the_second_is_told_what_the_first_wrote_over_the_mark_he_saw(two: tuple[Shell, Shell]) -> None:
    first, second = two
    first.write_now(enter_mark, typed("pskov", "1"), Actor("a1"))
    with pytest.raises(Refusal) as caught:
        second.write_now(enter_mark, typed("pskov", "2"), Actor("a2"))
    told = caught.value.args_for_words
    assert (caught.value.kind, told["mine"], told["theirs"], told["who"]) == ("mark_changed", "2", "1", "a1")


def test_both_number_one_stream_without_a_gap(two: tuple[Shell, Shell]) -> None:
    for turn, team in enumerate(("pskov", "vologda", "ivanovo", "syktyvkar")):
        two[turn % 2].write_now(enter_mark, typed(team, "1"), Actor("a1"))
    with two[0].store.reader() as session:
        numbers = [fact.number for fact in journal.read(session, "games:demo")]
        assert (numbers, journal.verify(session, "games:demo")) == (list(range(1, len(numbers) + 1)), None)


def test_of_twenty_judges_over_one_mark_one_wins_and_the_others_are_told(two: tuple[Shell, Shell]) -> None:
    def enter(judge: int) -> str:
        try:
            two[judge % 2].write_now(enter_mark, typed("pskov", str(judge % 8 + 1)), Actor(f"a{judge}"))
        except Refusal as refusal:
            return refusal.kind
        return "taken"

    with two[0].store.reader() as session:
        before = journal.head(session, "games:demo")
    with ThreadPoolExecutor(20) as judges:
        answers = Counter(judges.map(enter, range(20)))
    with two[0].store.reader() as session:
        marks = [fact for fact in journal.read(session, "games:demo", before) if fact.kind == "mark.entered"]
    agreeing = sum(judge % 8 + 1 == marks[0].payload["value"]["place"] for judge in range(20))  # type: ignore[index]
    assert (len(marks), answers) == (1, {"taken": agreeing, "mark_changed": 20 - agreeing})


@pytest.mark.faults
def test_four_processes_that_read_and_write_lose_nothing_and_fail_nowhere(url: str) -> None:
    """Each reads the last count and appends the next: a lost update would be a count that stands there twice."""
    assert (race(url, laps=50), counts(url)) == (0, list(range(1, RACERS * 50 + 1)))


@pytest.mark.faults
def test_processes_that_do_not_begin_immediate_would_fail(tmp_path: Path) -> None:
    """The same race on SQLite with a plain BEGIN: the race above is able to find what it looks for."""
    url = f"sqlite:///{tmp_path / 'race.sqlite'}"
    migrate.upgrade(url)
    assert race(url, 20, "BEGIN") > 0


def race(url: str, laps: int, *begin: str) -> int:
    """How many laps of the four processes failed, started together on a stream that is already there."""
    store = Store(url)
    store.writer.run(lambda session, _: journal.locked(session, STREAM).head)
    store.close()
    command = [sys.executable, "-m", "tests.store.racer", url, str(laps), *begin]
    with ExitStack() as running:
        racers = [running.enter_context(Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE)) for _ in range(RACERS)]
        said = [racer.stdout for racer in racers if racer.stdout]
        for output in said:
            output.readline()
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.close()
        return sum(int(output.read()) for output in said)


def counts(url: str) -> list[object]:
    store = Store(url)
    with store.reader() as session:
        found = [fact.payload["count"] for fact in journal.read(session, STREAM)]
    store.close()
    return found
