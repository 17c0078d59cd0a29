"""Who comes into a match of a bracket: whoever won or lost another of its matches, or a place of what was before."""

import re
from dataclasses import dataclass

_FROM_UNIT = re.compile(r"(winner|loser) (\S+)")
_PLACE = re.compile(r"(\D{0,20})([1-9][0-9]{0,2})")


@dataclass(frozen=True, slots=True)
class Feed:
    """`by`: "winner" or "loser" of `unit`; or "place": that `place` of the stage before, in `pool` where it had some.

    In the first stage a place is a number that was drawn.
    """

    by: str
    unit: str = ""
    pool: str = ""
    place: int = 0


def read_feed(told: str) -> Feed | None:
    """«winner s1», «loser s1», «А2», «4»; None where it says nothing like that."""
    if found := _FROM_UNIT.fullmatch(told):
        return Feed(found[1], found[2])
    found = _PLACE.fullmatch(told)
    return Feed("place", pool=found[1].strip(), place=int(found[2])) if found else None
