"""Facts of a draw: its seed was sealed, it was made; the strength and the turns it heeds; who is in which pool."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class DrawSealed(Fact):
    """The seed of the draw to come is settled: everybody sees its `seal`, nobody the seed, which lies beside the fact.

    `way`: how it will be drawn; `groups`: into how many pools, `size`: how many are in a heat at most.
    """

    kind: ClassVar[str] = "draw.sealed"
    about: ClassVar[str] = "draw:{contest}:{part}"
    free: ClassVar[tuple[str, ...]] = ("seed",)
    contest: str
    part: str
    way: str
    groups: int
    seal: str
    size: int = 0
    seed: str = ""


@dataclass(frozen=True, slots=True)
class DrawMade(Fact):
    """Lots were drawn: `drawn` came of `slips` (entrant, team, seeding, turn) by the seed, open now.

    `called`: the figures that captains added to it; `groups`: how many there are. A draw by hand has no seed and no
    seal: `drawn` is what the slips of the meeting said, "" an empty lane. `reason`: of a draw made anew, why.
    """

    kind: ClassVar[str] = "draw.made"
    about: ClassVar[str] = "draw:{contest}:{part}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    part: str
    way: str
    groups: int
    seal: str
    seed: str
    called: str
    slips: tuple[tuple[str, str, int, int], ...]
    drawn: tuple[tuple[str, ...], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SeedingsGiven(Fact):
    """How strong who is, for a draw that heeds it: pairs (entrant, seeding), 1 the strongest; the others have none."""

    kind: ClassVar[str] = "seedings.given"
    about: ClassVar[str] = "seedings:{contest}:{part}"
    contest: str
    part: str
    seedings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TurnsNamed(Fact):
    """A captain's order of those of his team, first to last; whoever is not named goes after them."""

    kind: ClassVar[str] = "turns.named"
    about: ClassVar[str] = "turns:{contest}:{part}:{team}"
    contest: str
    part: str
    team: str
    athletes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PoolsDrawn(Fact):
    """Everybody with his pool, whole: ("vologda", "А"); nobody, where the contest is held in one."""

    kind: ClassVar[str] = "pools.drawn"
    about: ClassVar[str] = "pools:{contest}:{part}"
    contest: str
    part: str
    pools: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BracketDrawn(Fact):
    """The bracket of a stage that the regulation leaves open, whole: nodes as the engine's document has them."""

    kind: ClassVar[str] = "bracket.drawn"
    about: ClassVar[str] = "bracket:{contest}:{stage}"
    contest: str
    stage: str
    nodes: tuple[Mapping[str, Any], ...]
