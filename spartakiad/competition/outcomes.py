"""In what ways a Games may still end: contests that are open, protests that wait, each with what it asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import product
from typing import Any

from scoring import Table
from scoring.matching import by_own_place
from scoring.outcomes import Outcomes as Laid
from scoring.stakes import Stakes, Witness, stakes, ways
from spartakiad.competition.decide.effects import effect
from spartakiad.competition.document import document, parsed
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.signed import Grounds, Protest
from spartakiad.competition.state import State
from spartakiad.competition.supposed import supposed
from spartakiad.errors import Refusal

HELD = ("posted", "official")
_TRIED = 3  # protests whose two outcomes are tried; with more of them their contests count as open
_SOMEBODY, _SOMETIME = "nobody", datetime(2000, 1, 1, tzinfo=UTC)  # a supposed fact is nobody's


@dataclass(frozen=True)
class Outcomes:
    """`open`: contest → teams taking part; `tried`: protests tried both ways; `cases`: a document for each way.

    `wide`: protests that say what they ask for were too many to be tried, so more is open than they can turn round.
    """

    open: dict[str, tuple[str, ...]]
    tried: tuple[int, ...]
    cases: tuple[dict[str, Any], ...]
    wide: bool = False

    def stakes(self, standing: str) -> Stakes | None:
        """None where there are too many outcomes to look through."""
        if standing not in self._stakes:
            found = stakes(self.cases, standing, self.open)
            self._stakes[standing] = found.as_bounds if found and self.wide else found
        return self._stakes[standing]

    def table(self, standing: str, witness: Witness) -> Table:
        """The standing as an outcome makes it."""
        key = (standing, witness.case, tuple(witness.orders.items()))
        if key not in self._tables:
            self._tables[key] = Laid(self._ways[witness.case], standing, witness.orders).table(witness.orders)
        return self._tables[key]

    def by_own_place(self, standing: str, team: str) -> tuple[tuple[int, int], ...]:
        """As the engine finds it; nothing where more than one contest is open, or a protest or a tie waits too."""
        if (standing, team) not in self._own:
            exact = len(self.open) == 1 and not self.wide and len(self._ways) == 1
            spans = by_own_place(self._ways[0], standing, self.open, team) if exact else ()
            self._own[standing, team] = spans
        return self._own[standing, team]

    @cached_property
    def _stakes(self) -> dict[str, Stakes | None]:
        """Found once: it takes hundreds of standings."""
        return {}

    @cached_property
    def _own(self) -> dict[tuple[str, str], tuple[tuple[int, int], ...]]:
        return {}

    @cached_property
    def _ways(self) -> list[Mapping[str, Any]]:
        return ways(self.cases, self.open)

    @cached_property
    def _tables(self) -> dict[tuple[Any, ...], Table]:
        return {}

    def upheld(self, way: int) -> tuple[int, ...]:
        """Which of the protests that were tried are upheld in a way that a witness names."""
        for verdicts, case in zip(product((False, True), repeat=len(self.tried)), self.cases, strict=True):
            many = len(ways([case], self.open))
            if way < many:
                return tuple(number for number, upheld in zip(self.tried, verdicts, strict=True) if upheld)
            way -= many
        return ()


def outcomes(state: State, counted: tuple[str, ...]) -> Outcomes:
    """`counted`: the contests of the standing in question. What is posted counts as it is posted."""
    waiting = [one for one in state.protests.values() if not one.verdict and one.contest in counted]
    told = [one for one in waiting if state.contests[one.contest].state in HELD and _upheld(state, one)]
    tried = told if len(told) <= _TRIED else []
    vague = {one.contest for one in waiting if one not in tried}
    still = {row.id: _teams(state, row) for row in lines(state) if _is_open(state, row, counted, vague)}
    cases = [document(one, upto="posted") for one in _ways(state, tried)]
    return Outcomes(still, tuple(one.number for one in tried), tuple(cases), wide=len(told) > len(tried))


def _is_open(state: State, row: Line, counted: tuple[str, ...], vague: set[str]) -> bool:
    if row.id not in counted or row.id in state.cancelled:
        return False
    return state.contests[row.id].state not in HELD or row.id in vague


def _teams(state: State, row: Line) -> tuple[str, ...]:
    """Whoever has entered; before anybody has, everybody may."""
    entered = {entry.team for entry in state.entries_of(row.id) if entry.role == "team"}
    return tuple(sorted(entered or state.teams))


def _ways(state: State, protests: list[Protest]) -> Iterator[State]:
    """Each protest rejected, or upheld with what it asks for; one that another made void changes nothing more."""
    for verdicts in product((False, True), repeat=len(protests)):
        found = state
        for protest, upheld in zip(protests, verdicts, strict=True):
            found = (_upheld(found, protest) if upheld else None) or found
        yield found


def _upheld(state: State, protest: Protest) -> State | None:
    """None where it does not say what it asks for, or that cannot be done: nobody takes a place from who has none."""
    if not protest.claim.kind:
        return None
    grounds = Grounds("жюри", f"протест № {protest.number}")
    try:
        found = supposed(state, effect(state, protest.contest, protest.claim, grounds, _SOMEBODY), _SOMEBODY, _SOMETIME)
        parsed(found, upto="posted")
    except Refusal:
        return None
    return found
