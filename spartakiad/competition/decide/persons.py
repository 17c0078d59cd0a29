"""What stands beside the journal of an athlete changes: his name is shown or not, his rank is another, he is erased."""

from dataclasses import dataclass

from spartakiad.competition.facts import AthleteShown, Fact
from spartakiad.competition.holders import held_by
from spartakiad.competition.joint import check_city
from spartakiad.competition.person_facts import AthleteCorrected, AthleteErased, AthleteRenamed, PersonsMerged
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class ShowAthlete:
    athlete: str
    shown: bool


@dataclass(frozen=True, slots=True)
class CorrectAthlete:
    """`was`: the rank and the coach that his row has; `city`: in a joint team, "" where it stays."""

    athlete: str
    team: str
    rank: str
    coach: str = ""
    was: tuple[str, str] = ("", "")
    city: str = ""


@dataclass(frozen=True, slots=True)
class EraseAthlete:
    """`person`: who, where it is not whoever has the number now; 0 where it is."""

    athlete: str
    person: int = 0


@dataclass(frozen=True, slots=True)
class RenameAthlete:
    athlete: str


@dataclass(frozen=True, slots=True)
class MergePersons:
    person: int
    into: int


def show_athlete(state: State, command: ShowAthlete, _by: str) -> list[Fact]:
    if command.athlete not in state.athletes:
        raise Refusal("not_found")
    unchanged = state.athletes[command.athlete].shown == command.shown
    return [] if unchanged else [AthleteShown(command.athlete, command.shown)]


def correct_athlete(state: State, command: CorrectAthlete, _by: str) -> list[Fact]:
    known = state.athletes.get(command.athlete)
    if known is None or known.team != command.team:
        raise Refusal("not_found")
    city = check_city(state.teams[known.team], command.city or known.city)
    if command.was == (command.rank, command.coach) and city == known.city:
        return []
    moved = city if city != known.city else ""
    return [AthleteCorrected(command.athlete, command.rank, coached=True, coach=command.coach, city=moved)]


def erase_athlete(state: State, command: EraseAthlete, _by: str) -> list[Fact]:
    has = state.athletes.get(command.athlete)
    if has and command.person in (0, has.person):
        return [] if has.erased else [AthleteErased(command.athlete)]
    if not any((one.athlete, one.person) == (command.athlete, command.person) for one in state.former):
        raise Refusal("not_found")
    return [AthleteErased(command.athlete, command.person)]


def rename_athlete(state: State, command: RenameAthlete, _by: str) -> list[Fact]:
    if command.athlete not in state.athletes:
        raise Refusal("not_found")
    return [AthleteRenamed(command.athlete)]


def merge_persons(state: State, command: MergePersons, _by: str) -> list[Fact]:
    """Nothing where nobody of the two ever was. Raises Refusal both_compete where both are in these Games."""
    if not held_by(state, command.person) or command.person == command.into:
        return []
    both = [one for one in state.athletes.values() if one.person in (command.person, command.into)]
    if len(both) > 1:
        who = [f"№ {one.number} ({state.teams[one.team].title})" for one in both]
        raise Refusal("both_compete", who=who)
    return [PersonsMerged(command.person, command.into)]
