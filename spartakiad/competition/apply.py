"""apply(state, happened) -> state: one small function per kind of fact."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from spartakiad.competition import facts as f
from spartakiad.competition import person_facts as g
from spartakiad.competition.applied import Admission, Entry, Team
from spartakiad.competition.apply_applications import APPLICATIONS, athlete_of, gone
from spartakiad.competition.apply_draws import DRAWS
from spartakiad.competition.apply_files import FILES
from spartakiad.competition.apply_freeze import FREEZE, about_persons
from spartakiad.competition.apply_papers import PAPERS
from spartakiad.competition.apply_persons import PERSONS
from spartakiad.competition.apply_records import RECORDS
from spartakiad.competition.apply_sheets import SHEETS
from spartakiad.competition.apply_weighing import WEIGHING
from spartakiad.competition.correction_facts import MarkCorrected
from spartakiad.competition.fact_kinds import fact_of
from spartakiad.competition.signed import Resumed
from spartakiad.competition.state import Contest, Mark, Slot, State, Venue
from spartakiad.store.journal import Recorded
from spartakiad.words.dates import MOSCOW


def apply(state: State, happened: Recorded) -> State:
    """The state after one more fact of its journal."""
    fact = fact_of(happened)
    moved = about_persons(APPLY[type(fact)](state, fact, happened), happened)
    versions = {**state.versions, happened.subject: happened.version}
    return replace(moved, number=happened.number, versions=versions)


def fold(journal: Iterable[Recorded], state: State | None = None) -> State:
    state = state or State()
    for happened in journal:
        state = apply(state, happened)
    return state


def _games(state: State, fact: f.GamesStated, at: Recorded) -> State:
    again = (Resumed(fact.reason, fact.who, fact.document, at.at),) if state.state == "closed" != fact.state else ()
    resumed = (*state.resumed, *again)
    return replace(state, state=fact.state, reason=fact.reason, public_from=fact.public_from, resumed=resumed)


def _regulation(state: State, fact: f.RegulationAdopted, at: Recorded) -> State:
    contests = {row["id"]: state.contests.get(row["id"], Contest()) for row in fact.document.get("contest", ())}
    return replace(
        state,
        regulation=fact.document,
        regulation_version=at.version,
        regulation_reason=fact.reason,
        contests=contests,
    )


def _team(state: State, fact: f.TeamJoined, _at: Recorded) -> State:
    cities = tuple((slug, title) for slug, title in fact.cities)
    return replace(state, teams=_put(state.teams, fact.team, Team(fact.team, fact.title, fact.city, cities=cities)))


def _venue(state: State, fact: f.VenueNamed, _at: Recorded) -> State:
    """What is held there is changed with it: calendars of phones have the address."""
    venue = Venue(fact.venue, fact.title, fact.town, fact.address, fact.person, fact.phone)
    slots = {
        contest: replace(slot, changes=slot.changes + 1) if slot.venue == fact.venue else slot
        for contest, slot in state.slots.items()
    }
    return replace(state, venues=_put(state.venues, fact.venue, venue), slots=slots)


def _slot(state: State, fact: f.ContestScheduled, _at: Recorded) -> State:
    """What was announced is kept beside what holds now, the latest last."""
    old = state.slots.get(fact.contest)
    starts_at = datetime.fromisoformat(fact.starts_at).replace(tzinfo=MOSCOW) if fact.starts_at else None
    was, left, changes = (old.was, old.left, old.changes + 1) if old else ((), (), 0)
    if old and state.state != "draft":
        was = (*was, old.starts_at) if old.starts_at and old.starts_at != starts_at else was
        left = (*left, old.venue) if old.venue != fact.venue else left
    slot = Slot(starts_at, fact.minutes, fact.venue, fact.reason, was, changes, left)
    return replace(state, slots=_put(state.slots, fact.contest, slot))


def _athlete(state: State, fact: f.AthleteJoined, at: Recorded) -> State:
    late = None if state.in_time(at.at) else state.teams[fact.team].late
    athlete = replace(athlete_of(fact, at), late=late)
    return replace(state, athletes=_put(state.athletes, fact.athlete, athlete))


def _left(state: State, fact: f.AthleteLeft, at: Recorded) -> State:
    kept = {number: athlete for number, athlete in state.athletes.items() if number != fact.athlete}
    return replace(state, athletes=kept, former=(*state.former, gone(state.athletes[fact.athlete], at)))


def _erased(state: State, fact: g.AthleteErased, _at: Recorded) -> State:
    """What was written about him is gone, also why he came in for somebody or somebody for him."""
    has = state.athletes.get(fact.athlete)
    person = fact.person or (has.person if has else 0)
    told = tuple(
        replace(one, reason="", allowed="") if one.athlete == fact.athlete and person in (one.was, one.now) else one
        for one in state.replacements
    )
    state = replace(state, replacements=told)
    if has and has.person != person:
        return state
    athletes = _put(state.athletes, fact.athlete, replace(has, erased=True, papers=())) if has else state.athletes
    silent = replace(state.admission(fact.athlete), reason="", lacks=())
    return replace(state, athletes=athletes, admissions=_put(state.admissions, fact.athlete, silent))


def _corrected(state: State, fact: g.AthleteCorrected, _at: Recorded) -> State:
    was = state.athletes[fact.athlete]
    coach = fact.coach if fact.coached else was.coach
    athlete = replace(was, rank=fact.rank, coach=coach, city=fact.city or was.city)
    return replace(state, athletes=_put(state.athletes, fact.athlete, athlete))


def _shown(state: State, fact: f.AthleteShown, _at: Recorded) -> State:
    athlete = replace(state.athletes[fact.athlete], shown=fact.shown)
    return replace(state, athletes=_put(state.athletes, fact.athlete, athlete))


def _entry(state: State, fact: f.EntryMade, at: Recorded) -> State:
    entry = Entry(fact.contest, fact.entrant, fact.team, fact.role, fact.part, at.actor, at.basis, fact.category)
    return replace(state, entries=_put(state.entries, (fact.contest, fact.entrant), entry))


def _withdrawn(state: State, fact: f.EntryWithdrawn, _at: Recorded) -> State:
    left = {key: entry for key, entry in state.entries.items() if key != (fact.contest, fact.entrant)}
    return replace(state, entries=left)


def _admission(state: State, fact: f.AdmissionDecided, _at: Recorded) -> State:
    lacks, barred = tuple(fact.lacks.split()), tuple(fact.barred)
    admission = Admission(fact.state, fact.until, fact.clause, fact.reason, lacks, barred)
    return replace(state, admissions=_put(state.admissions, fact.athlete, admission))


def _contest(state: State, fact: f.ContestStated, at: Recorded) -> State:
    """Back in work, a contest has its own results again."""
    contest = Contest(fact.state, fact.revision, fact.reason, at.at, at.actor)
    kept = {key: one for key, one in state.taken.items() if key != fact.contest or fact.state != "under_way"}
    return replace(state, contests=_put(state.contests, fact.contest, contest), taken=kept)


def _part(state: State, fact: f.PartStated, at: Recorded) -> State:
    part = Contest(fact.state, reason=fact.reason, at=at.at, by=at.actor)
    return replace(state, parts=_put(state.parts, (fact.contest, fact.part), part))


def _mark(state: State, fact: f.MarkEntered, at: Recorded) -> State:
    mark = Mark(
        fact.raw,
        fact.value,
        fact.status,
        at.version,
        at.number,
        at.actor,
        at.at,
        basis=at.basis,
        key=at.command_key,
        typed_by=fact.typed_by,
        device=at.device,
    )
    return replace(state, marks=_put(state.marks, (fact.contest, fact.part, fact.stage, fact.entrant), mark))


def _mark_corrected(state: State, fact: MarkCorrected, at: Recorded) -> State:
    mark = Mark(fact.raw, fact.value, fact.status, at.version, at.number, at.actor, at.at, basis=at.basis)
    mark = replace(mark, reason=fact.reason, key=at.command_key, device=at.device, corrected=True)
    return replace(state, marks=_put(state.marks, (fact.contest, fact.part, fact.stage, fact.entrant), mark))


def _checked(state: State, fact: f.MarkChecked, at: Recorded) -> State:
    key = (fact.contest, fact.part, fact.stage, fact.entrant)
    mark = replace(
        state.marks[key],
        check=fact.verdict,
        checked_by=at.actor,
        checked_basis=at.basis,
        reason=fact.reason,
        version=at.version,
        number=at.number,
    )
    return replace(state, marks=_put(state.marks, key, mark))


def _put(mapping: Any, key: Any, value: Any) -> Any:
    return {**mapping, key: value}


APPLY: dict[type[f.Fact], Callable[[State, Any, Recorded], State]] = {
    f.GamesStated: _games,
    f.RegulationAdopted: _regulation,
    f.TeamJoined: _team,
    f.VenueNamed: _venue,
    f.ContestScheduled: _slot,
    f.AthleteJoined: _athlete,
    f.AthleteLeft: _left,
    g.AthleteErased: _erased,
    g.AthleteCorrected: _corrected,
    **PERSONS,
    f.AthleteShown: _shown,
    f.EntryMade: _entry,
    f.EntryWithdrawn: _withdrawn,
    f.AdmissionDecided: _admission,
    f.ContestStated: _contest,
    f.PartStated: _part,
    f.MarkEntered: _mark,
    f.MarkChecked: _checked,
    MarkCorrected: _mark_corrected,
    **FILES,
    **PAPERS,
    **APPLICATIONS,
    **WEIGHING,
    **DRAWS,
    **RECORDS,
    **FREEZE,
    **SHEETS,
}
