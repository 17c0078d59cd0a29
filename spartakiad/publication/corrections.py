"""The verb of corrections, and the wish as the command that its preview tries."""

from dataclasses import dataclass, field

from spartakiad.competition.decide.corrections import CorrectMark
from spartakiad.competition.desk import Desk
from spartakiad.publication.official import carried_out
from spartakiad.store.commands import SINCE, Answer


@dataclass(frozen=True, slots=True)
class Correction:
    """As in CorrectMark."""

    games: str
    contest: str
    entrant: str
    raw: str
    version: int
    standing: str
    reason: str = ""
    sure: bool = False
    over: str = field(default="", metadata=SINCE)

    @property
    def command(self) -> CorrectMark:
        return CorrectMark(
            self.contest, self.entrant, self.raw, self.version, self.standing, self.reason, self.sure, self.over
        )


def correct_mark(desk: Desk, wish: Correction) -> Answer:
    facts = carried_out(desk, wish.games, wish.command)
    return {"facts": len(facts), "revision": desk.state(wish.games).contests[wish.contest].revision}
