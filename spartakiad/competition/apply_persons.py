"""apply() for persons behind numbers: a name was corrected, two turned out to be one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spartakiad.competition import person_facts as g
from spartakiad.competition.applied import Filed
from spartakiad.competition.facts import Fact
from spartakiad.competition.sheets import Revision
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded

_CHANGING = ("entries_open", "entries_closed", "under_way")


def _renamed(state: State, fact: g.AthleteRenamed, at: Recorded) -> State:
    """Once the Games are over nobody signs the application again."""
    if state.state not in _CHANGING:
        return state
    athlete = replace(state.athletes[fact.athlete], named=at.number)
    return replace(state, athletes={**state.athletes, fact.athlete: athlete})


def _merged(state: State, fact: g.PersonsMerged, _at: Recorded) -> State:
    """Every number that was his, in whatever remembers it."""

    def now(person: int) -> int:
        return fact.into if person == fact.person else person

    def filed(one: Filed | None) -> Filed | None:
        return one and replace(one, people=frozenset((number, now(person)) for number, person in one.people))

    def revision(one: Revision) -> Revision:
        return replace(one, named=frozenset(map(now, one.named)), people=frozenset(map(now, one.people)))

    return replace(
        state,
        athletes={number: replace(one, person=now(one.person)) for number, one in state.athletes.items()},
        former=tuple(replace(one, person=now(one.person)) for one in state.former),
        replacements=tuple(replace(one, was=now(one.was), now=now(one.now)) for one in state.replacements),
        teams={
            slug: replace(one, filed=filed(one.filed), original=filed(one.original))
            for slug, one in state.teams.items()
        },
        sheets={
            number: replace(one, revisions=tuple(revision(each) for each in one.revisions))
            for number, one in state.sheets.items()
        },
    )


PERSONS: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    g.AthleteRenamed: _renamed,
    g.PersonsMerged: _merged,
}
