"""Which numbers the starters of a list wear: their own, or ranges for the list, for each sex or for each team."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from spartakiad.competition.plans import Plan
from spartakiad.competition.programme import Line
from spartakiad.competition.state import State

NUMBERS, TYPED = "number", "typed"


@dataclass(frozen=True, slots=True)
class Wearers:
    """A list in starting order; `teams`, `sexes`: whose each of them is and which."""

    order: Sequence[str]
    teams: Mapping[str, str]
    sexes: Mapping[str, str]
    by_teams: bool = False
    nobody: Mapping[str, str] = field(default_factory=dict)


def _own(_plan: Plan, those: Wearers) -> dict[str, str]:
    """An athlete's number within the Games; a team has none."""
    return {who: "" if those.by_teams else who for who in those.order}


def _typed(plan: Plan, those: Wearers) -> dict[str, str]:
    typed = dict(plan.typed)
    return {who: typed.get(who, "") for who in those.order}


def _in_order(plan: Plan, those: Wearers) -> dict[str, str]:
    return _numbered(plan, those.order, those.nobody)


def _by_sex(plan: Plan, those: Wearers) -> dict[str, str]:
    return _numbered(plan, those.order, those.sexes)


def _by_team(plan: Plan, those: Wearers) -> dict[str, str]:
    return _numbered(plan, those.order, those.teams)


BIBS: Mapping[str, Callable[[Plan, Wearers], dict[str, str]]] = {
    NUMBERS: _own,
    "order": _in_order,
    "sex": _by_sex,
    "team": _by_team,
    TYPED: _typed,
}


def bibs(state: State, part: Line, plan: Plan, order: Sequence[str], sexes: Mapping[str, str]) -> dict[str, str]:
    """By entrant; "" where he has none."""
    teams = {who: state.entries[part.id, who].team for who in order}
    return BIBS[plan.bibs](plan, Wearers(order, teams, sexes, part.by_teams))


def worn(state: State, contest: str, entrant: str) -> str:
    """His number in the released lists of a contest; before there is one, and of a team without one, his own name."""
    for listed in state.starts.values():
        if listed.contest == contest and listed.bibs.get(entrant):
            return listed.bibs[entrant]
    return entrant


def wearer(state: State, contest: str, bib: str) -> str:
    """Who wears this number in a contest; "" where nobody does."""
    entered = (entry.entrant for entry in state.entries_of(contest))
    return next((who for who in entered if worn(state, contest, who) == bib), "")


def _numbered(plan: Plan, order: Sequence[str], group: Mapping[str, str]) -> dict[str, str]:
    """One after another from the first number of his range; "" where no range was named for him."""
    next_one = dict(plan.first)
    found: dict[str, str] = {}
    for who in order:
        of = group.get(who, "")
        found[who] = str(next_one[of]) if of in next_one else ""
        next_one[of] = next_one.get(of, 0) + 1
    return found
