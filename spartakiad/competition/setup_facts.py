"""Facts about a Games that is prepared: what it is called, when it is held, what its teams are called."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class GamesDescribed(Fact):
    """`starts_on`, `ends_on`: its days, "2027-02-18". What it was called before stands in the fact before."""

    kind: ClassVar[str] = "games.described"
    about: ClassVar[str] = "description"
    title: str
    season: str
    starts_on: str
    ends_on: str


@dataclass(frozen=True, slots=True)
class TeamRenamed(Fact):
    """Its address and its city stay."""

    kind: ClassVar[str] = "team.renamed"
    about: ClassVar[str] = "team:{team}"
    team: str
    title: str
