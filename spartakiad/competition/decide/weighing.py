"""The weigh-in: everybody who may start is weighed until the contest is posted; a mistake is taken back."""

from dataclasses import dataclass
from decimal import Decimal

from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.state import State
from spartakiad.competition.weigh_facts import AthleteWeighed, WeighingUndone
from spartakiad.competition.weights import standing
from spartakiad.errors import Refusal

LIKELY = (Decimal(25), Decimal(220))  # kilograms; others are asked about
_OPEN = ("planned", "start_list", "under_way")


@dataclass(frozen=True, slots=True)
class Weigh:
    """`weight`: kilograms, "84.6"; `sure`: an unlikely one is meant."""

    contest: str
    athlete: str
    weight: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class UndoWeighing:
    """`weight`: the one that was seen to hold."""

    contest: str
    athlete: str
    weight: str


def weigh(state: State, command: Weigh, _by: str) -> list[Fact]:
    """The weight that holds already changes nothing."""
    _check(state, command.contest, command.athlete)
    least, most = LIKELY
    if not least <= Decimal(command.weight) <= most and not command.sure:
        raise Refusal("weight_unlikely", "weight", weight=command.weight)
    if standing(state.weighings.get((command.contest, command.athlete), ())) == command.weight:
        return []
    return [AthleteWeighed(command.contest, command.athlete, command.weight)]


def undo(state: State, command: UndoWeighing, _by: str) -> list[Fact]:
    _check(state, command.contest, command.athlete)
    holds = standing(state.weighings.get((command.contest, command.athlete), ()))
    if not holds or holds != command.weight:
        raise Refusal("weighing_moved")
    return [WeighingUndone(command.contest, command.athlete)]


def weighed_here(state: State, contest: Line) -> list[str]:
    """Whoever is to be weighed, by number: everybody entered, and of teams whoever is in a line-up or waits for it."""
    entered = [one.entrant for one in state.entries_of(contest.id) if one.entrant in state.athletes]
    named = [
        number
        for lineups in (state.lineups, state.benches)
        for key, numbers in lineups.items()
        if key[0] == contest.id
        for number in numbers
    ]
    return sorted({*entered, *named}, key=int)


def _check(state: State, contest: str, athlete: str) -> None:
    found = line(state, contest)
    if not found.weights.needed:
        raise Refusal("not_found")
    if athlete not in weighed_here(state, found):
        raise Refusal("not_entered", "who", entrant=athlete, contest=found.title)
    entry = state.entries.get((contest, athlete))
    standing_of = state.how_far(contest, entry.part if entry else MAIN).state
    if standing_of not in _OPEN:
        raise Refusal("weighing_closed", contest=found.title, state=standing_of)
