"""Results are held for the ceremony, announced from the last place, given to everybody.

`seen`: the version of the switch that whoever pressed it had before him. Two who press at once, or a key that was hit
twice, make one step.
"""

from dataclasses import dataclass

import scoring
from spartakiad.competition.document import parsed
from spartakiad.competition.facts import Fact
from spartakiad.competition.freeze_facts import PlaceRevealed, ResultsHeld, ResultsReleased, RevealBegun
from spartakiad.competition.freezing import overall_of
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.words.numbers import number

SWITCH = ResultsHeld.about
_HOLDING = ("under_way", "closed")


@dataclass(frozen=True, slots=True)
class HoldResults:
    seen: int


@dataclass(frozen=True, slots=True)
class BeginReveal:
    seen: int


@dataclass(frozen=True, slots=True)
class RevealPlace:
    seen: int


@dataclass(frozen=True, slots=True)
class ReleaseResults:
    seen: int


PRESSES = (HoldResults, BeginReveal, RevealPlace, ReleaseResults)


def hold(state: State, command: HoldResults, _by: str) -> list[Fact]:
    if state.state not in _HOLDING:
        raise Refusal("wrong_state", state=state.state)
    if state.freeze or _pressed(state, command.seen):
        return []
    return [ResultsHeld(state.number)]


def begin_reveal(state: State, command: BeginReveal, _by: str) -> list[Fact]:
    """Begun anew, the places are hidden again and the standing is taken as it is now."""
    if state.freeze is None:
        raise Refusal("not_held")
    if _pressed(state, command.seen):
        return []
    rows = standing_rows(state)
    if not any(place for place, _, _ in rows):
        raise Refusal("nothing_to_reveal")
    return [RevealBegun(rows)]


def reveal_place(state: State, command: RevealPlace, _by: str) -> list[Fact]:
    """With the first place everything is known, so everybody sees the results again."""
    if state.freeze is None or state.reveal is None or _pressed(state, command.seen):
        return []
    shown = state.reveal.shown + 1
    released: list[Fact] = [ResultsReleased()] if shown == len(state.reveal.places) else []
    return [PlaceRevealed(shown), *released]


def release(state: State, command: ReleaseResults, _by: str) -> list[Fact]:
    return [] if state.freeze is None or _pressed(state, command.seen) else [ResultsReleased()]


def standing_rows(state: State) -> tuple[tuple[str, str, str], ...]:
    """Place, team and total of the overall standing as it is now; place "" where there is none."""
    if not state.regulation:
        return ()
    table = overall_of(state.regulation, scoring.score(parsed(state, upto=state.public_from)))
    rows = table.rows if table else ()
    return tuple(("" if row.place is None else number(row.place), row.team, number(row.total)) for row in rows)


def _pressed(state: State, seen: int) -> bool:
    """Somebody, or the same hand, was quicker."""
    return state.versions.get(SWITCH, 0) != seen
