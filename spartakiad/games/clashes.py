"""What cannot be at once: two contests at one venue, one athlete in two places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from spartakiad.competition.decide.timetable import movable
from spartakiad.competition.state import Slot, State
from spartakiad.people.names import PersonName


@dataclass(frozen=True, slots=True)
class Clash:
    """With another contest: it wants the same venue, or these athletes by number, or both."""

    contest: str
    same_venue: bool
    athletes: tuple[str, ...]


def clashes(state: State) -> Mapping[str, list[Clash]]:
    """Of each contest that something else is held at once with; what is over or cancelled is in nobody's way."""
    slots = {contest: slot for contest, slot in state.slots.items() if movable(state, contest)}
    athletes = {contest: _athletes(state, contest) for contest in slots}
    found: dict[str, list[Clash]] = {}
    for first, second in combinations(slots, 2):
        one, other = slots[first], slots[second]
        shared = tuple(sorted(athletes[first] & athletes[second], key=int))
        if _at_once(one, other) and (one.venue == other.venue or shared):
            found.setdefault(first, []).append(Clash(second, one.venue == other.venue, shared))
            found.setdefault(second, []).append(Clash(first, one.venue == other.venue, shared))
    return found


def clash_sentences(found: list[Clash], titles: Mapping[str, str], names: Mapping[str, PersonName]) -> list[str]:
    """For the staff, with the names of athletes: «В это же время на той же площадке: Хоккей.»"""
    said = []
    for one in found:
        title = titles.get(one.contest, one.contest)
        if one.same_venue:
            said.append(f"В это же время на той же площадке: {title}.")
        if one.athletes:
            who = ", ".join(_who(number, names) for number in one.athletes)
            said.append(f"В это же время заявлены в «{title}»: {who}.")
    return said


def _who(number: str, names: Mapping[str, PersonName]) -> str:
    return f"{names[number].full} (№ {number})" if number in names else f"№ {number}"


def _athletes(state: State, contest: str) -> set[str]:
    return {entry.entrant for entry in state.entries_of(contest) if entry.entrant in state.athletes}


def _at_once(one: Slot, other: Slot) -> bool:
    if one.starts_at is None or other.starts_at is None:
        return False
    ends = (one.starts_at + timedelta(minutes=one.minutes), other.starts_at + timedelta(minutes=other.minutes))
    return one.starts_at < ends[1] and other.starts_at < ends[0]
