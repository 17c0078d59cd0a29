"""Matches as frozen views: the cross table of a tournament, its games, and the judges' sheet of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from scoring import ContestResult, Number, Ranking, Row
from spartakiad.competition.bracket_hours import bracket_hours
from spartakiad.competition.decide.matches import bracket_of
from spartakiad.competition.joint import city_of
from spartakiad.competition.matches import Match, matches_of, stage_id
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.reading import written_match
from spartakiad.competition.state import State
from spartakiad.results.brackets import BracketView, brackets
from spartakiad.results.walkovers import Off
from spartakiad.starts.hours import played_at
from spartakiad.words.marks import SHARED, heads_of
from spartakiad.words.numbers import number, signed
from spartakiad.words.stages import pool_words, stage_words, unit_words

NameOf = Callable[[str], str]
Met = Mapping[tuple[str, str], tuple[str, ...]]
_MOST_COLUMNS = 12  # of a cross table; beyond them the list of games says the same


@dataclass(frozen=True, slots=True)
class Game:
    """`about`: its number, or what is played for. `result` from the side of the first; "" before it is known.

    `check`: whether another person confirmed it. `turn`: of which round; `when`: «10:40, поле 2»; "" where nobody said.
    `off`: why it is not played or does not count, where one side was scratched.
    """

    key: str
    about: str
    first: str
    second: str
    result: str
    check: str
    turn: str = ""
    when: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True)
class CrossRow:
    """`cells`: against each in the order of the rows, None against himself. `sets`: won and lost, "" where none are
    played; `goals`: scored and let in, with sets the balls of them; `margin`: the difference of these."""

    place: str
    tied: bool
    entrant: str
    city: str
    title: str
    cells: tuple[tuple[str, ...] | None, ...]
    played: str
    won: str
    drawn: str
    lost: str
    goals: str
    points: str
    sets: str
    margin: str


@dataclass(frozen=True, slots=True)
class CrossTable:
    """`title`: which pool of which stage, "" where there is only one; `cross`: it has a column for each opponent."""

    title: str
    rows: tuple[CrossRow, ...]
    cross: bool

    @property
    def sets(self) -> bool:
        return any(row.sets for row in self.rows)


@dataclass(frozen=True, slots=True)
class Tournament:
    """`tables` of the pools, none of a bracket; `whole`: the only one says the places of the contest too."""

    games: tuple[Game, ...]
    tables: tuple[CrossTable, ...]
    whole: bool
    brackets: tuple[BracketView, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """Short headings of its tables."""
        return heads_of(any(one.sets for one in self.tables)) if self.tables else ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Scores and places in which a mark may stand."""
        tied = any(row.tied for table in self.tables for row in table.rows)
        return (*(game.result for game in self.games), SHARED if tied else "")

    @property
    def turned(self) -> bool:
        return any(game.turn for game in self.games)

    @property
    def timed(self) -> bool:
        return any(game.when for game in self.games)


class Choice(NamedTuple):
    """What a match may be set for: a stage and, in a bracket, one of its units; `value` is what the form sends."""

    value: str
    title: str


def tournament(now: Now, line: Line, result: ContestResult | None, name: NameOf) -> Tournament:
    ranked = result.tables if result else ()
    placed = {(stage or MAIN, row.key) for stage, _, ranking in ranked for row in ranking.rows if _args(row)}
    off = Off(now.state, line, placed)
    games = tuple(_game(off, one, name) for one in matches_of(now.state, line.id))
    many = len({stage for stage, _, _ in ranked}) > 1
    tables = tuple(
        _table(now.state, ranking, _title(stage if many else None, pool), _met(off, stage or MAIN), name)
        for stage, pool, ranking in ranked
    )
    whole = len(tables) == len(line.stages) == 1
    return Tournament(games, tables, whole, brackets(now.state, line, name))


def when_played(state: State, line: Line, match: Match) -> str:
    """«19 февраля, 10:40, поле 2»; without an hour in the timetable the court alone."""
    if match.court or match.unit.isdecimal():
        return played_at(state, line.id, match.delay, match.court)
    return played_at(state, line.id, *bracket_hours(state, line).get((match.stage, match.unit), (0, "")))


def pools(state: State, contest: str) -> Mapping[str, list[str]]:
    """Who is in which pool, in the order of the draw."""
    found: dict[str, list[str]] = {}
    for entrant, pool in state.pools.get((contest, MAIN), {}).items():
        found.setdefault(pool, []).append(entrant)
    return dict(sorted(found.items()))


def match_words(state: State, line: Line, match: Match) -> str:
    """What is played for, or in which pool; "" of a match like all others."""
    pool = state.pools.get((line.id, MAIN), {}).get(match.sides[0], "")
    inside = match.stage == stage_id(line)
    return pool_words(pool) if pool and inside else "" if match.unit.isdecimal() else unit_words(match.unit)


def _title(stage: str | None, pool: str) -> str:
    return ", ".join(part for part in (stage_words(stage or MAIN), pool_words(pool)) if part)


def _table(state: State, ranking: Ranking, title: str, met: Met, name: NameOf) -> CrossTable:
    rows = [row for row in ranking.rows if _args(row)]
    keys = [row.key for row in rows]
    cross = len(keys) <= _MOST_COLUMNS
    return CrossTable(title, tuple(_cross_row(state, row, keys if cross else [], met, name) for row in rows), cross)


def choices(line: Line) -> tuple[Choice, ...]:
    """Every stage that takes one more match, and every unit of a bracket."""
    found: list[Choice] = []
    for index, stage in enumerate(line.stages):
        name = stage_id(line, index)
        where = f"{stage_words(name)}: " if len(line.stages) > 1 else ""
        if stage.get("format") == "round_robin":
            found.append(Choice(f"{name}|", f"{where}ещё одна игра"))
        found += [Choice(f"{name}|{unit}", f"{where}{unit_words(unit)}") for unit in bracket_of(line, index)]
    return tuple(found)


def _game(off: Off, match: Match, name: NameOf) -> Game:
    state, line = off.state, off.line
    mark = state.marks.get((line.id, MAIN, match.stage, match.key))
    first, second = match.sides
    value = off.value(match)
    return Game(
        key=match.key,
        about=_about(match_words(state, line, match), match.unit),
        first=name(first),
        second=name(second),
        result=written_match(value) if value else "",
        check=mark.check if mark and mark.check != "rejected" else "",
        turn=str(match.turn or ""),
        when=when_played(state, line, match),
        off=off.words(match),
    )


def _about(words: str, unit: str) -> str:
    """A number alone, or in which pool it is."""
    return f"{words}, игра {unit}" if words and unit.isdecimal() else words or unit


def _met(off: Off, stage: str) -> Met:
    """What each had against each other in a stage, from his own side, in the order of the matches.

    A stage may carry on what was played before it.
    """
    line, names = off.line, [stage_id(off.line, number) for number in range(len(off.line.stages))]
    at = names.index(stage)
    counted = names[: at + 1] if line.stages[at].get("carry") else [stage]
    met: dict[tuple[str, str], tuple[str, ...]] = {}
    for match in (one for one in matches_of(off.state, line.id) if one.stage in counted):
        value = off.value(match)
        if value:
            first, second = match.sides
            met[first, second] = (*met.get((first, second), ()), _short(value, turned=False))
            met[second, first] = (*met.get((second, first), ()), _short(value, turned=True))
    return met


def _short(value: Mapping[str, Any], *, turned: bool) -> str:
    """Without the sets one by one."""
    return written_match(value, turned=turned).partition(" (")[0]


def _cross_row(state: State, row: Row, keys: list[str], met: Met, name: NameOf) -> CrossRow:
    args = _args(row)
    goals = args.get("balls" if "sets" in args else "score") or (0, 0)
    return CrossRow(
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        entrant=row.key,
        city=city_of(state, row.key),
        title=name(row.key),
        cells=tuple(None if other == row.key else met.get((row.key, other), ()) for other in keys),
        played=str(args["played"]),
        won=str(args["won"]),
        drawn=str(args["drawn"]),
        lost=str(args["lost"]),
        goals=_pair(goals),
        points=number(args["points"]),
        sets=_pair(args["sets"]) if "sets" in args else "",
        margin=signed(goals[0] - goals[1]),
    )


def _pair(both: Sequence[Number]) -> str:
    return f"{number(both[0])}–{number(both[1])}"


def _args(row: Row) -> Mapping[str, Any]:
    """What the table of matches says of a line; nothing of a place in a bracket."""
    reason = row.because()
    return reason.args if reason and reason.kind == "matches" else {}
