"""A bracket as a frozen view: its matches in the order of play, and where each stands in the drawing of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.feeds import read_feed
from spartakiad.competition.bracket_hours import Hours, bracket_hours
from spartakiad.competition.feeding import Feeding
from spartakiad.competition.matches import match_of, stage_id
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import winner_of, written_match
from spartakiad.competition.state import State
from spartakiad.starts.hours import played_at
from spartakiad.words.stages import feed_words, stage_words, unit_words

NameOf = Callable[[str], str]
WIDTH, HEIGHT = 232, 52  # of a match in the drawing
_STEP, _ROW, _TOP = 280, 104, 40  # from column to column, from line to line, above the first
_LONGEST, _SMALL = 24, 30  # letters of a name in the drawing, and of where somebody comes from


@dataclass(frozen=True, slots=True)
class BracketSide:
    """`entrant`: "" while nobody knows him; `title` says then where he comes from. `score`: his own of the match."""

    entrant: str
    title: str
    score: str
    won: bool

    @property
    def short(self) -> str:
        most = _LONGEST if self.entrant else _SMALL
        return self.title if len(self.title) <= most else f"{self.title[: most - 1]}…"


@dataclass(frozen=True, slots=True)
class BracketGame:
    """`result` from the side of the first, "" before it is known; `when`: «19 февраля, 10:40, поле 2», "" where nobody
    said; `x`, `y`: its corner in the drawing."""

    unit: str
    about: str
    sides: tuple[BracketSide, BracketSide]
    result: str
    when: str
    x: int
    y: int

    @property
    def waits(self) -> bool:
        """Nobody can play it yet."""
        return not all(side.entrant for side in self.sides)

    @property
    def told(self) -> str:
        return " – ".join(side.title for side in self.sides)


@dataclass(frozen=True, slots=True)
class BracketView:
    """`title`: of its stage, "" where there is only one. `paths`: what leads from a match to the next."""

    title: str
    games: tuple[BracketGame, ...]
    paths: tuple[str, ...]
    width: int
    height: int


def brackets(state: State, line: Line, name: NameOf) -> tuple[BracketView, ...]:
    """Of every stage whose matches say who comes into them."""
    feeding = Feeding(state, line)
    hours = bracket_hours(state, line)
    stages: dict[int, list[Mapping[str, Any]]] = {}
    for number, node in feeding.nodes():
        stages.setdefault(number, []).append(node)
    return tuple(_view(feeding, number, nodes, hours, name) for number, nodes in stages.items())


def _view(feeding: Feeding, stage: int, nodes: Sequence[Mapping[str, Any]], hours: Hours, name: NameOf) -> BracketView:
    line, at = feeding.contest, _corners(nodes)
    when = {one["unit"]: hours.get((stage_id(line, stage), str(one["unit"])), (0, "")) for one in nodes}
    told = {unit: played_at(feeding.state, line.id, *those) for unit, those in when.items()}
    games = tuple(_game(feeding, stage, node, told[node["unit"]], at[node["unit"]], name) for node in nodes)
    paths = [_path(at[unit], at[node["unit"]]) for node in nodes for unit in _before(node, at)]
    title = stage_words(stage_id(line, stage)) if len(line.stages) > 1 else ""
    width, height = max(x for x, _ in at.values()) + WIDTH, max(y for _, y in at.values()) + HEIGHT
    return BracketView(title, games, tuple(paths), width + 2, height + 2)


def _game(
    feeding: Feeding, stage: int, node: Mapping[str, Any], when: str, corner: tuple[int, int], name: NameOf
) -> BracketGame:
    unit = str(node["unit"])
    match = match_of(feeding.state, feeding.contest.id, f"match_{unit}")
    shown = feeding.result(match) if match else None
    who = match.sides if match else feeding.sides(stage, node)
    scores = _scores(shown) if shown else ("", "")
    won = winner_of(shown) if shown else None
    told = [feed_words(side, first=stage == 0) for side in node["sides"]]
    sides = [BracketSide(one, name(one) if one else told[at], scores[at], won == at) for at, one in enumerate(who)]
    result = written_match(shown) if shown else ""
    return BracketGame(unit, unit_words(unit), (sides[0], sides[1]), result, when, *corner)


def _scores(value: Mapping[str, Any]) -> tuple[str, str]:
    """«3» and «2 Б»: how it was decided stands with the second."""
    first, _, second = written_match(value).partition(" (")[0].partition(":")
    return first, second


def _before(node: Mapping[str, Any], known: Mapping[str, object]) -> list[str]:
    """The matches whose winners come into this one."""
    feeds = [feed for feed in map(read_feed, node["sides"]) if feed]
    return [feed.unit for feed in feeds if feed.by == "winner" and feed.unit in known]


def _corners(nodes: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, int]]:
    """The final on the right, what leads to it on the left; matches for lower places below it, the highest first."""
    units = {str(node["unit"]): node for node in nodes}
    fed = {unit for node in nodes for unit in _before(node, units)}
    roots = sorted((unit for unit in units if unit not in fed), key=lambda one: units[one].get("winner") or len(units))
    deepest = max(_depth(units, unit) for unit in roots)
    at: dict[str, tuple[int, int]] = {}
    line = 0
    for root in roots:
        line = _place(units, root, deepest - 1, line, at)
    return {unit: (column * _STEP + 1, _TOP + row * _ROW // 2) for unit, (column, row) in at.items()}


def _depth(units: Mapping[str, Mapping[str, Any]], unit: str) -> int:
    return 1 + max((_depth(units, one) for one in _before(units[unit], units)), default=0)


def _place(
    units: Mapping[str, Mapping[str, Any]], unit: str, column: int, line: int, at: dict[str, tuple[int, int]]
) -> int:
    """Between those that lead to it, else on the next free line; rows are halves of lines. Returns the next line."""
    before = _before(units[unit], units)
    for one in before:
        line = _place(units, one, column - 1, line, at)
    rows = [at[one][1] for one in before]
    at[unit] = (column, (min(rows) + max(rows)) // 2 if rows else 2 * line)
    return line if rows else line + 1


def _path(start: tuple[int, int], end: tuple[int, int]) -> str:
    middle = end[0] - (_STEP - WIDTH) // 2
    return f"M{start[0] + WIDTH} {start[1] + HEIGHT // 2}H{middle}V{end[1] + HEIGHT // 2}H{end[0]}"
