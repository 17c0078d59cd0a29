"""Questions about what was published: which number a sheet has, what it is made of, whether it still holds."""

from spartakiad.competition.programme import lines
from spartakiad.competition.sheets import OVERALL, Sheet
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_CLOSED = ("official", "cancelled")


def sheet_of(state: State, contest: str) -> Sheet | None:
    return next((one for one in state.sheets.values() if one.contest == contest), None)


def sheet_number(state: State, contest: str) -> int:
    """Once published a sheet keeps its number; before, it is the place in the programme, the overall one's after all.

    Where somebody else has that number already (the programme was changed), the next one that nobody has. Raises
    Refusal not_found.
    """
    known = sheet_of(state, contest)
    if known:
        return known.number
    order = [line.id for line in lines(state)]
    if contest not in (*order, OVERALL):
        raise Refusal("not_found")
    wished = len(order) + 1 if contest == OVERALL else order.index(contest) + 1
    return wished if wished not in state.sheets else max(len(order) + 1, *state.sheets) + 1


def results_of(state: State, contest: str) -> tuple[tuple[str, int], ...]:
    """The official results that its sheet is made of now; 0 in the place of the revision of what was cancelled.

    Of the overall standings also, under OVERALL, how many decisions about them were signed and lifted.
    """
    asked = [line.id for line in lines(state)] if contest == OVERALL else [contest]
    found = [(one, state.contests[one]) for one in asked if one in state.contests]
    results = tuple(
        (one, standing.revision if standing.state == "official" else 0)
        for one, standing in found
        if standing.state in _CLOSED
    )
    return (*results, (OVERALL, _decided(state))) if contest == OVERALL else results


def _decided(state: State) -> int:
    return sum(2 if one.lifted else 1 for one in state.decisions.values() if not one.contest)


def publishable(state: State, contest: str) -> bool:
    """A contest once it is official, the overall standings once one of its contests is."""
    return any(revision for one, revision in results_of(state, contest) if one != OVERALL)


def holds(state: State, sheet: Sheet) -> bool:
    """Whether the last revision says what is official now."""
    last = sheet.last
    return (last.results, last.rules) == (results_of(state, sheet.contest), state.regulation_version)
