"""The programme that every contender scores: deterministic, integers only.

1. In each discipline athletes without a status are ranked by their value, 1-2-2-4.
2. A place is worth 60, 54, 50, 47, 45, 43, 42, 41 … 1, and 1 for every later one.
3. A team has the sum of its best three there, and a place by that sum.
4. Overall: the sum of these sums; equals by their first, second and third places; those still equal share.
"""

import hashlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

BEST = 3
HEAD = (60, 54, 50, 47, 45, 43)
SIZES = {
    # teams, athletes, disciplines, starts of each athlete
    "small": (20, 400, 12, 2),  # a real Spartakiad, at its upper end
    "medium": (100, 10_000, 60, 3),
    "large": (1_000, 100_000, 200, 10),
}
Line = tuple[int, int, int, int, int]  # team, total, first, second and third places


@dataclass(frozen=True, slots=True)
class Programme:
    """Results by column. `ok` is 0 for whoever did not finish; `least[d]`: the least value wins discipline d."""

    teams: int
    athletes: int
    least: list[bool]
    athlete: "array[int]" = field(default_factory=lambda: array("i"))
    team: "array[int]" = field(default_factory=lambda: array("i"))
    discipline: "array[int]" = field(default_factory=lambda: array("i"))
    value: "array[int]" = field(default_factory=lambda: array("i"))
    ok: "array[int]" = field(default_factory=lambda: array("b"))

    @property
    def disciplines(self) -> int:
        return len(self.least)

    def __len__(self) -> int:
        return len(self.athlete)


def programme(size: str, seed: int = 2024) -> Programme:
    """The same programme for the same size and seed, from a linear congruential generator of our own."""
    return _made(*SIZES[size], seed)


def many_times(size: str, times: int, seed: int = 2024) -> Programme:
    """So many times the teams and the athletes in the same disciplines, and so that many more results."""
    teams, athletes, disciplines, starts = SIZES[size]
    return _made(teams * times, athletes * times, disciplines, starts, seed)


def _made(teams: int, athletes: int, disciplines: int, starts: int, seed: int) -> Programme:
    made = Programme(teams, athletes, [number % 3 != 2 for number in range(disciplines)])
    state = seed
    for athlete in range(athletes):
        first = (athlete * 7919) % disciplines
        for start in range(starts):
            state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
            made.athlete.append(athlete)
            made.team.append(athlete % teams)
            made.discipline.append((first + start * 5) % disciplines if starts < disciplines else start)
            made.value.append(60_000 + (state >> 8) % 40_000)
            made.ok.append(0 if (state >> 4) % 29 == 0 else 1)
    return made


def points_table(places: int) -> list[int]:
    """The value of each place, the first place first."""
    return [*HEAD, *(max(43 - number, 1) for number in range(1, places + 1))][:places]


def placed(lines: Iterable[Line]) -> list[tuple[int, ...]]:
    """The last step, which all contenders share: places over (team, total, firsts, seconds, thirds)."""
    ordered = sorted(lines, key=lambda line: ([-one for one in line[1:]], line[0]))
    rows: list[tuple[int, ...]] = []
    for _, equals in groupby(ordered, key=lambda line: line[1:]):
        place = len(rows) + 1
        rows += [(place, *line) for line in equals]
    return rows


def digest(rows: Iterable[Iterable[int]]) -> str:
    """Equal for contenders that agree on every place, total and count of places."""
    return hashlib.sha256(repr(sorted(tuple(map(int, row)) for row in rows)).encode()).hexdigest()[:16]
