"""A contest as frozen views: its list of results, its teams, and the sheet that judges fill in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import scoring
from scoring import ContestResult, Row
from spartakiad.competition.decide.contests import starters
from spartakiad.competition.document import counts
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.reading import mark_kind, written
from spartakiad.competition.state import Mark, State
from spartakiad.people.names import PersonName, PublicName
from spartakiad.words.numbers import number
from spartakiad.words.states import words


@dataclass(frozen=True, slots=True)
class ResultRow:
    place: str
    tied: bool
    bib: str
    name: str
    team: str
    team_title: str
    year: str
    rank: str
    result: str
    gap: str
    note: str


@dataclass(frozen=True, slots=True)
class TeamRow:
    place: str
    tied: bool
    team: str
    title: str
    members: str
    result: str


@dataclass(frozen=True, slots=True)
class ContestView:
    id: str
    title: str
    state: str
    at: datetime | None
    revision: int
    reason: str
    by_teams: bool
    outside: bool
    rows: tuple[ResultRow, ...]
    teams: tuple[TeamRow, ...]
    waiting: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the judges' sheet. `held_out`: why a mark that is there stays out of the ranking."""

    entrant: str
    name: str
    team_title: str
    role: str
    raw: str
    read: str
    status: str
    version: int
    check: str
    entered_by: str
    entered_at: datetime | None
    checked_by: str
    reason: str
    held_out: str


def contest_view(now: Now, contest: str, public: Mapping[str, PublicName]) -> ContestView:
    """What everybody may see of a contest, from the state alone. Raises Refusal not_found."""
    found, state = line(now.state, contest), now.state.contests[contest]
    result = now.result.contests.get(contest) if now.result else None
    shown = tuple(_result_row(now, found, row, result, public) for row in result.ranking.rows) if result else ()
    done = {row.bib or row.team for row in shown}
    waiting = tuple(
        _listed(now, found, entrant, public) for entrant in starters(now.state, found) if entrant not in done
    )
    return ContestView(
        id=contest,
        title=found.title,
        state=state.state,
        at=state.at,
        revision=state.revision,
        reason=state.reason,
        by_teams=found.by_teams,
        outside=found.outside,
        rows=shown,
        teams=tuple(_team_row(now, found, row, public) for row in result.teams.rows) if result else (),
        waiting=waiting,
    )


def sheet(
    state: State, contest: str, people: Mapping[str, PersonName], actors: Mapping[str, str]
) -> tuple[SheetRow, ...]:
    """Everybody entered, admitted or not, with what is written and who wrote it: for the judges only."""
    found = line(state, contest)
    admitted = starters(state, found)
    others = [entry.entrant for entry in state.entries_of(contest) if entry.entrant not in admitted]
    return tuple(_sheet_row(state, found, entrant, people, actors) for entrant in [*admitted, *others])


def _result_row(
    now: Now, found: Line, row: Row, result: ContestResult | None, public: Mapping[str, PublicName]
) -> ResultRow:
    mark = now.state.marks.get((found.id, MAIN, MAIN, row.key))
    listed = _listed(now, found, row.key, public)
    best = _best(found, now.state, result)
    note = "в/к" if row.guest else words(row.status.value, "status") if row.status else _role(now.state, found, row.key)
    return ResultRow(
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        bib=listed.bib,
        name=listed.name,
        team=listed.team,
        team_title=listed.team_title,
        year=listed.year,
        rank=listed.rank,
        result=written(found, mark.value) if mark and found.mark != "place" else "",
        gap=_gap(found, mark, best) if row.place != 1 else "",
        note=note,
    )


def _listed(now: Now, found: Line, entrant: str, public: Mapping[str, PublicName]) -> ResultRow:
    if found.by_teams:
        title = now.state.teams[entrant].title
        return ResultRow("", False, "", title, entrant, title, "", "", "", "", "")
    team = now.state.athletes[entrant].team
    name = public[entrant]
    title = now.state.teams[team].title
    return ResultRow("", False, entrant, name.text, team, title, name.birth_year, name.rank, "", "", "")


def _best(found: Line, state: State, result: ContestResult | None) -> int | None:
    """The leader's time in milliseconds, when the contest is against the clock."""
    if found.mark != "time" or result is None:
        return None
    first = next((row.key for row in result.ranking.rows if row.place == 1), None)
    mark = state.marks.get((found.id, MAIN, MAIN, first or ""))
    return _milliseconds(found, mark)


def _gap(found: Line, mark: Mark | None, best: int | None) -> str:
    mine = _milliseconds(found, mark)
    if best is None or mine is None or mine <= best:
        return ""
    return f"+{mark_kind(found).write(mine - best)}"


def _milliseconds(found: Line, mark: Mark | None) -> int | None:
    if mark is None or "time" not in mark.value:
        return None
    reading = mark_kind(found).read(str(mark.value["time"]))
    return reading.value if isinstance(reading, scoring.Reading) and isinstance(reading.value, int) else None


def _role(state: State, found: Line, entrant: str) -> str:
    entry = state.entries.get((found.id, entrant))
    return "лично" if entry is not None and entry.role == "personal" else ""


def _team_row(now: Now, found: Line, row: Row, public: Mapping[str, PublicName]) -> TeamRow:
    reason = row.because()
    args: Mapping[str, Any] = reason.args if reason else {}
    kind = mark_kind(found)
    members = args.get("members", ())
    return TeamRow(
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        team=row.key,
        title=now.state.teams[row.key].title,
        members=", ".join(public[m["entrant"]].text for m in members if m["entrant"] in public),
        result=kind.write(args["sum"]) if isinstance(args.get("sum"), int) and found.mark == "time" else "",
    )


def _sheet_row(
    state: State, found: Line, entrant: str, people: Mapping[str, PersonName], actors: Mapping[str, str]
) -> SheetRow:
    key = (found.id, MAIN, MAIN, entrant)
    mark = state.marks.get(key)
    team = entrant if found.by_teams else state.athletes[entrant].team
    person = people.get(entrant)
    entry = state.entries.get((found.id, entrant))
    return SheetRow(
        entrant=entrant,
        name=state.teams[team].title if found.by_teams else (person.full if person else f"№ {entrant}"),
        team_title=state.teams[team].title,
        role=entry.role if entry else "team",
        raw=mark.raw if mark else "",
        read=" ".join(part for part in (written(found, mark.value), _status(mark)) if part) if mark else "",
        status=mark.status if mark else "",
        version=mark.version if mark else 0,
        check=mark.check if mark else "",
        entered_by=actors.get(mark.entered_by, "") if mark else "",
        entered_at=mark.entered_at if mark else None,
        checked_by=actors.get(mark.checked_by, "") if mark else "",
        reason=mark.reason if mark else "",
        held_out=_held_out(state, found, entrant, mark),
    )


def _status(mark: Mark) -> str:
    return words(mark.status, "status") if mark.status else ""


def _held_out(state: State, found: Line, entrant: str, mark: Mark | None) -> str:
    if found.by_teams or state.is_admitted(entrant):
        return ""
    decided = words(state.admission(entrant).state, "admission")
    if mark is not None and not counts(state, (found.id, MAIN, MAIN, entrant), mark):
        return f"{decided}: результат записан, но в протокол не идёт, пока комиссия не допустит"
    return f"{decided}: результат запишется, но в протокол не пойдёт"
