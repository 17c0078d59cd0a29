"""What a draw is made of: slips, a key, and how the key puts names in order.

Whoever has the key and the list gets the same order anywhere: a name's lot is the SHA-256 of «key:name», and the
smallest lot is drawn first. docs/draw.md says it with a few lines of code.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """One who is drawn; where teams themselves are, `team` is the entrant.

    `seeding`: 1 is the strongest, 0 nobody said. `turn`: which of his team he goes as, 0 whichever.
    """

    entrant: str
    team: str
    seeding: int = 0
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Draw:
    """`groups`: how many heats or pools are drawn, 1 for a list."""

    key: str
    slips: tuple[Slip, ...]
    groups: int = 1

    def by_lot(self, names: Iterable[str]) -> list[str]:
        return sorted(names, key=lambda name: lot(self.key, name))

    def teams(self) -> list[str]:
        """Every team once, drawn."""
        return self.by_lot({slip.team for slip in self.slips})

    def members(self, team: str) -> list[str]:
        """Of a team: those whose turn was named, then the others, drawn."""
        mine = [slip for slip in self.slips if slip.team == team]
        mine.sort(key=lambda slip: (slip.turn == 0, slip.turn, lot(self.key, slip.entrant)))
        return [slip.entrant for slip in mine]

    def by_strength(self) -> list[str]:
        """The strongest first; whoever has no seeding comes after them, drawn."""
        order = sorted(self.slips, key=lambda slip: (slip.seeding == 0, slip.seeding, lot(self.key, slip.entrant)))
        return [slip.entrant for slip in order]


def key_of(seed: str, called: str) -> str:
    """The seed that was sealed and what the captains called when it was."""
    return f"{seed}:{called}" if called else seed


def lot(key: str, name: str) -> str:
    return hashlib.sha256(f"{key}:{name}".encode()).hexdigest()


def seal(seed: str) -> str:
    """What is published before the draw: the seed cannot be found from it, nor another one that fits."""
    return hashlib.sha256(seed.encode()).hexdigest()
