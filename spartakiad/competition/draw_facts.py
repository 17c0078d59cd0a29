"""Facts of a draw: who is in which pool of a contest in which all of a pool meet each other."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class PoolsDrawn(Fact):
    """Everybody with his pool, whole: ("vologda", "А"); nobody, where the contest is held in one."""

    kind: ClassVar[str] = "pools.drawn"
    about: ClassVar[str] = "pools:{contest}:{part}"
    contest: str
    part: str
    pools: tuple[tuple[str, str], ...]
