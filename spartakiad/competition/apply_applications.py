"""apply() for an application: it was submitted, its paper was taken, somebody came in for somebody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from spartakiad.competition import application_facts as a
from spartakiad.competition.applications import as_filed, unfiled
from spartakiad.competition.applied import (
    Athlete,
    CameIn,
    Foreseen,
    Former,
    Late,
    OfficialPerson,
    PaperEnd,
    Replacement,
    Scratch,
    Team,
)
from spartakiad.competition.facts import AthleteJoined, DelegationStated, Fact
from spartakiad.competition.state import State
from spartakiad.competition.technical import technical
from spartakiad.store.journal import Recorded


def _stated(state: State, fact: DelegationStated, at: Recorded) -> State:
    """Submitted with something else in it than before, an application is a new revision."""
    team = state.teams[fact.team]
    filed = team.filed
    if fact.state == "submitted" and (filed is None or unfiled(state, fact.team)):
        filed = as_filed(state, fact.team, (filed.revision if filed else 0) + 1)
    moved = replace(
        team, delegation=fact.state, remark=fact.remark, changed_at=at.at, by=at.actor, basis=at.basis, filed=filed
    )
    return _with(state, moved)


def _foreseen(state: State, fact: a.PeopleForeseen, _at: Recorded) -> State:
    told = Foreseen(fact.women, fact.men, fact.officials)
    said = told if told != Foreseen(0, 0, 0) else None
    return _with(state, replace(state.teams[fact.team], foreseen=said))


def _original(state: State, fact: a.OriginalTaken, _at: Recorded) -> State:
    team = state.teams[fact.team]
    return _with(state, replace(team, original=team.filed))


def _late(state: State, fact: a.LateAllowed, _at: Recorded) -> State:
    return _with(state, replace(state.teams[fact.team], late=Late(fact.until, fact.reason, fact.allowed)))


def _revoked(state: State, fact: a.LateRevoked, _at: Recorded) -> State:
    team = state.teams[fact.team]
    late = team.late or Late("", "", "")
    return _with(state, replace(team, late=replace(late, revoked=True, why=fact.reason)))


def _replaced(state: State, fact: a.AthleteReplaced, at: Recorded) -> State:
    """His admission is for the commission to decide anew, and he has to be weighed."""
    was = state.athletes[fact.athlete]
    joined = AthleteJoined(was.number, was.team, fact.person, fact.shown, fact.rank, fact.coach, fact.city)
    now = athlete_of(joined, at)
    told = Replacement(fact.athlete, was.team, was.person, fact.person, fact.reason, fact.allowed, at.at)
    admissions = {number: one for number, one in state.admissions.items() if number != fact.athlete}
    return replace(
        state,
        athletes={**state.athletes, fact.athlete: now},
        admissions=admissions,
        weighings={key: one for key, one in state.weighings.items() if key[1] != fact.athlete},
        scratches={key: one for key, one in state.scratches.items() if key[1] != fact.athlete},
        replacements=(*state.replacements, told),
        former=(*state.former, gone(was, at)),
    )


def athlete_of(fact: AthleteJoined, at: Recorded) -> Athlete:
    own = Athlete(fact.athlete, fact.team, fact.person, fact.shown, rank=fact.rank, coach=fact.coach, city=fact.city)
    return replace(own, by=at.actor, basis=at.basis, since=at.number)


def gone(athlete: Athlete, at: Recorded) -> Former:
    return Former(athlete.number, athlete.team, athlete.person, athlete.since, at.number)


def _lineup(state: State, fact: a.LineupNamed, _at: Recorded) -> State:
    key = (fact.contest, fact.part, fact.team)
    benches = {**state.benches, key: tuple(fact.reserves)}
    return replace(state, lineups={**state.lineups, key: tuple(fact.athletes)}, benches=benches)


def _reserve(state: State, fact: a.ReserveNamed, at: Recorded) -> State:
    """What he and the other are entered for is said by facts of their own."""
    told = CameIn(fact.contest, fact.athlete, fact.reserve, fact.reason, fact.allowed, at.at)
    return replace(state, came_in=(*state.came_in, told))


def _dated(state: State, fact: a.PaperDated, _at: Recorded) -> State:
    """One whose day was erased says nothing."""
    was = state.athletes[fact.athlete]
    others = tuple(one for one in was.papers if one.paper != fact.paper)
    said = (PaperEnd(fact.paper, date.fromisoformat(fact.ends), fact.seen),) if fact.ends else ()
    return replace(state, athletes={**state.athletes, fact.athlete: replace(was, papers=(*others, *said))})


def _scratched(state: State, fact: a.EntryScratched, at: Recorded) -> State:
    told = Scratch(fact.reason, fact.who, at.at, at.actor, at.basis, fact.absence)
    return replace(state, scratches={**state.scratches, (fact.contest, fact.athlete): told})


def _back(state: State, fact: a.ScratchTakenBack, _at: Recorded) -> State:
    kept = {key: one for key, one in state.scratches.items() if key != (fact.contest, fact.athlete)}
    return replace(state, scratches=kept)


def _technical(state: State, fact: a.TechnicalTaken, _at: Recorded) -> State:
    paper = technical(state, fact.contest, fact.team)
    return replace(state, technicals={**state.technicals, (fact.contest, fact.team): paper})


def _official(state: State, fact: a.OfficialJoined, at: Recorded) -> State:
    one = OfficialPerson(fact.official, fact.team, fact.post, at.number)
    return replace(state, officials={**state.officials, fact.official: one})


def _official_left(state: State, fact: a.OfficialLeft, _at: Recorded) -> State:
    kept = {number: one for number, one in state.officials.items() if number != fact.official}
    return replace(state, officials=kept)


def _with(state: State, team: Team) -> State:
    return replace(state, teams={**state.teams, team.slug: team})


APPLICATIONS: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    DelegationStated: _stated,
    a.PeopleForeseen: _foreseen,
    a.OriginalTaken: _original,
    a.LateAllowed: _late,
    a.LateRevoked: _revoked,
    a.AthleteReplaced: _replaced,
    a.LineupNamed: _lineup,
    a.ReserveNamed: _reserve,
    a.PaperDated: _dated,
    a.EntryScratched: _scratched,
    a.ScratchTakenBack: _back,
    a.TechnicalTaken: _technical,
    a.OfficialJoined: _official,
    a.OfficialLeft: _official_left,
}
