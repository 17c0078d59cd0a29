"""A draw as a file that anybody may keep, and drawing it again from that file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.drawing.slips import Draw, Groups, Slip, key_of, seal
from spartakiad.competition.drawing.ways import WAYS

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """A draw with all that it was made of. `seal`: what was published before; `called`: the figures of the captains."""

    way: str
    groups: int
    seal: str
    seed: str
    called: str
    slips: tuple[Slip, ...]
    drawn: Groups

    @property
    def draw(self) -> Draw:
        return Draw(key_of(self.seed, self.called), self.slips, self.groups)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`again`: what comes out when it is drawn again."""

    seal_holds: bool
    again: Groups
    same: bool

    @property
    def holds(self) -> bool:
        return self.seal_holds and self.same


def verified(record: Record) -> Verdict:
    """Whether the seed is the one that was sealed, and whether it gives these groups."""
    again = WAYS[record.way].run(record.draw)
    return Verdict(seal(record.seed) == record.seal, again, again == record.drawn)


def written(record: Record) -> dict[str, Any]:
    """For a file: numbers and teams as facts know them, no names."""
    return {
        "format": FORMAT,
        "way": record.way,
        "groups": record.groups,
        "seal": record.seal,
        "seed": record.seed,
        "called": record.called,
        "slips": [
            {"entrant": one.entrant, "team": one.team, "seeding": one.seeding, "turn": one.turn} for one in record.slips
        ],
        "drawn": [list(group) for group in record.drawn],
    }


def read(told: Mapping[str, Any]) -> Record:
    """Raises ValueError where it is not such a file."""
    try:
        if told["format"] != FORMAT or told["way"] not in WAYS:
            raise ValueError(told["way"])
        slips = tuple(Slip(row["entrant"], row["team"], int(row["seeding"]), int(row["turn"])) for row in told["slips"])
        drawn = tuple(tuple(str(one) for one in group) for group in told["drawn"])
        return Record(told["way"], int(told["groups"]), told["seal"], told["seed"], told["called"], slips, drawn)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
