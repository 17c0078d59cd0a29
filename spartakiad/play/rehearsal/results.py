"""Who showed what: a line for each starter and each match, as a judge types it and as the engine's document has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

from spartakiad.play.rehearsal.programme import Contest

BETWEEN = "|"  # the two sides of a match in the name of its line


@dataclass(frozen=True, slots=True)
class Shown:
    """`raw`: typed, of a match from the side of the first; `value`: the same in the keys of the document."""

    raw: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """`who`: a team's slug, an athlete as «primersk/2» (team and seat), a match as «primersk|probnogorsk»."""

    contest: str
    who: str
    shown: Shown


def lines(contest: Contest, teams: tuple[str, ...], chance: Random) -> list[Line]:
    """The truth of a contest. One of a list does not finish."""
    found = [Line(contest.id, who, shown(contest, chance)) for who in _starters(contest, teams)]
    if contest.kind == "place":
        places = chance.sample(range(1, len(teams) + 1), len(teams))
        return [Line(one.contest, one.who, _place(place)) for one, place in zip(found, places, strict=True)]
    if contest.kind == "time":
        found[-1] = Line(contest.id, found[-1].who, Shown("н/фин", {"status": "DNF"}))
    return found


def shown(contest: Contest, chance: Random, other_than: str = "") -> Shown:
    """Something that may be shown there, other than what is typed so."""
    while True:
        made = _MADE[contest.kind](chance)
        if made.raw != other_than:
            return made


def turned(raw: str) -> str:
    """The score of a match from the side of the other: «4:3 ОТ» is «3:4 ОТ»."""
    score, _, how = raw.partition(" ")
    first, _, second = score.partition(":")
    return f"{second}:{first} {how}".strip()


def _starters(contest: Contest, teams: tuple[str, ...]) -> list[str]:
    if contest.kind == "match":
        return [BETWEEN.join(pair) for pair in combinations(teams, 2)]
    return [f"{team}/{seat}" for team in teams for seat in contest.seats] or list(teams)


def _time(chance: Random) -> Shown:
    tenths = chance.randrange(7200, 12000)
    minutes, seconds = f"{tenths // 600}", f"{tenths % 600 // 10:02}"
    return Shown(f"{minutes}:{seconds},{tenths % 10}", {"time": f"{minutes}:{seconds}.{tenths % 10}"})


def _score(chance: Random) -> Shown:
    points = chance.randrange(60, 181)
    return Shown(str(points), {"score": points})


def _place(place: int) -> Shown:
    return Shown(str(place), {"place": place})


def _match(chance: Random) -> Shown:
    goals = chance.sample(range(9), 2)
    close = abs(goals[0] - goals[1]) == 1 and chance.random() < 0.5
    value: dict[str, Any] = {"score": goals, **({"decided": "overtime"} if close else {})}
    return Shown(f"{goals[0]}:{goals[1]}{' ОТ' if close else ''}", value)


_MADE = {
    "time": _time,
    "score": _score,
    "place": lambda chance: _place(chance.randrange(1, 9)),
    "match": _match,
}
