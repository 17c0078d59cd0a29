"""Papers that end: until when each has to hold, and of whom one does not.

`to_the_end`: until the last day of the Games; `to_the_start`: on the day of every contest in which he starts.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from spartakiad.competition.papers_required import RequiredPaper, documents_of
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.words.dates import MOSCOW


@dataclass(frozen=True, slots=True)
class Lapse:
    """A paper that `ends` before the day on which it has to hold. `contest`: "" where that is the last of the Games."""

    paper: RequiredPaper
    ends: date
    needed: date
    contest: str = ""


def ending(state: State) -> list[RequiredPaper]:
    """Documents of which somebody asks until when they hold."""
    return [one for one in documents_of(state.regulation) if one.holds]


def paper_ends(state: State, athlete: str, paper: str) -> date | None:
    """None where nobody said."""
    return next((one.ends for one in state.athletes[athlete].papers if one.paper == paper), None)


def last_day(state: State) -> date | None:
    """Of the Games: as it was described, else the last day of its timetable."""
    if state.described:
        return state.described.ends_on
    days = [one.starts_at.astimezone(MOSCOW).date() for one in state.slots.values() if one.starts_at]
    return max(days, default=None)


def lapses(state: State, athlete: str, barred: Collection[str] = ()) -> list[Lapse]:
    """Of one athlete, who does not start in the contests he is `barred` from."""
    found: list[Lapse] = []
    for paper in ending(state):
        ends = paper_ends(state, athlete, paper.id)
        if ends is None:
            continue
        days = _starting(state, athlete, barred) if paper.to_the_start else [("", last_day(state))]
        found += [Lapse(paper, ends, day, contest) for contest, day in days if day and ends < day]
    return found


def lapse_refusal(state: State, one: Lapse) -> Refusal:
    """What is said of it at a cell."""
    titles = {row["id"]: str(row.get("title", row["id"])) for row in state.regulation.get("contest", ())}
    where = f" («{titles[one.contest]}»)" if one.contest in titles else ""
    ends, needed = one.ends.isoformat(), one.needed.isoformat()
    return Refusal(
        "paper_ends", paper=one.paper.title, clause=one.paper.clause, ends_on=ends, holds_to=needed, where=where
    )


def check_papers_hold(state: State, athlete: str, barred: Collection[str]) -> None:
    """Raises Refusal paper_ends."""
    for one in lapses(state, athlete, barred):
        raise lapse_refusal(state, one)


def _starting(state: State, athlete: str, barred: Collection[str]) -> list[tuple[str, date | None]]:
    """Contests he is entered for, each with its day where it is known."""
    entered = [one.contest for one in state.entries.values() if one.entrant == athlete and one.contest not in barred]
    slots = [(one, state.slots.get(one)) for one in entered]
    return [(one, slot.starts_at.astimezone(MOSCOW).date() if slot and slot.starts_at else None) for one, slot in slots]
