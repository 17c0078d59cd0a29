"""Who of a team competes for it where teams do: how many, at least how many women and men. A regulation says it as

[eligibility.contest.<id>] lineup = { least = 4, most = 4, women = 2, men = 2, reserves = 2 }; of a part in which teams
start, so too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from spartakiad.competition.sections import number, only, refuse, table

MOST = 40  # in a line-up, where nobody says fewer
_KEYS = ("least", "most", "women", "men", "reserves")


@dataclass(frozen=True, slots=True)
class Lineup:
    """`women`, `men`: at least so many of them; `reserves`: at most so many beside the line-up."""

    least: int = 0
    most: int = MOST
    women: int = 0
    men: int = 0
    reserves: int = MOST


@dataclass(frozen=True, slots=True)
class Member:
    """An athlete who is to compete for his team."""

    athlete: str
    sex: str
    born_on: date | None
    rank: str = ""


ANY_LINEUP = Lineup()


def lineup_of(conditions: Mapping[str, Any]) -> Lineup:
    return Lineup(**conditions.get("lineup", {}))


def check_lineup_rule(conditions: Mapping[str, Any], path: str) -> None:
    """Raises Refusal regulation_broken at what nobody would understand or nobody could fulfil."""
    if "lineup" not in conditions:
        return
    path = f"{path}.lineup"
    told = table(conditions["lineup"], path)
    only(told, _KEYS, path)
    for key in _KEYS:
        number(told, key, path, 0, MOST)
    found = Lineup(**told)
    if not max(found.least, found.women + found.men, 1) <= found.most:
        refuse(f"{path}.most", "out_of_range", value=str(found.most), least=max(found.least, 1), most=MOST)
