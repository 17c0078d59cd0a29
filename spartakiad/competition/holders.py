"""Whose a number of a team is, and whose it was: «27» has it now, «27.1» is whoever had № 27 first."""

from collections import Counter

from spartakiad.competition.applied import Former
from spartakiad.competition.state import State


def former_holders(state: State, team: str) -> dict[str, Former]:
    """Whoever was in the application of this team and is in these Games no longer."""
    present = {one.person for one in state.athletes.values()}
    before: Counter[str] = Counter()
    found = {}
    for one in state.former:
        before[one.athlete] += 1
        if one.team == team and one.person not in present:
            found[f"{one.athlete}.{before[one.athlete]}"] = one
    return found


def holder(state: State, team: str, key: str) -> int | None:
    """The person of this number of the team, or the former one."""
    has, had = state.athletes.get(key), former_holders(state, team).get(key)
    if has is not None and has.team == team:
        return has.person
    return had.person if had is not None else None


def held_by(state: State, person: int) -> list[Former]:
    """Every number that was or is this person's; `last` of one that is: the newest fact there is."""
    now = [one for one in state.athletes.values() if one.person == person]
    still = [Former(one.number, one.team, person, one.since, state.number) for one in now]
    return [*(one for one in state.former if one.person == person), *still]
