"""Equals that the regulation leaves to a decision, as the results stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

import scoring


@dataclass(frozen=True, slots=True)
class Undecided:
    """`contest` or `standing`: where they are equal; `among`: entrants or teams; `names`: exactly them, sorted."""

    contest: str
    standing: str
    among: str
    names: tuple[str, ...]


def undecided(result: scoring.Result) -> tuple[Undecided, ...]:
    """Of every contest, then of every standing."""
    return (*_in_contests(result), *_in_standings(result))


def _in_contests(result: scoring.Result) -> Iterator[Undecided]:
    for key, contest in result.contests.items():
        own = [names for one in contest.lists for names in one.ranking.undecided]
        yield from (Undecided(key, "", "entrants", tuple(sorted(names))) for names in own)
        yield from (Undecided(key, "", "teams", tuple(sorted(names))) for names in contest.teams.undecided)


def _in_standings(result: scoring.Result) -> Iterator[Undecided]:
    for key, table in result.standings.items():
        yield from (Undecided("", key, "teams", tuple(sorted(names))) for names in table.undecided)
