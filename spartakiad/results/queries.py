"""A contest as frozen views: its list of results, its teams, and the sheet that judges fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import scoring
from scoring import ContestResult, Number, Row
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.reading import mark_kind, written
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.games.timetable import shortened
from spartakiad.people.names import PublicName
from spartakiad.results.lineups import lineups
from spartakiad.results.matches import Tournament, tournament
from spartakiad.results.weights import weight_of
from spartakiad.words.numbers import number
from spartakiad.words.readings import made_of_title
from spartakiad.words.states import words

_OWN_CLOCKS = ("net_time", "gun_time")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`made_of`: attempts, series, penalties – where the result is made of more than itself. `weight`: his own."""

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
    made_of: str = ""
    weight: str = ""


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
    """`taken`: from which paper the places come, or "". `shown`: a line has something to show beside its place.

    `gaps`: it is run against the clock. `made_of`: what the results are made of, as a heading, or "".
    `tournament`: of a contest of matches. `flags` as in State; `shortened`: what is left of it and why, or "".
    `parts`: of a contest in parts the view of each, under the title it has there; the lists are theirs then, and the
    teams are the whole's. `part`: "" of a whole contest. `lineups`: team and names, where they were named.
    `draw`: whether its list is to be drawn by lots ("sealed") or was ("made"). `weighed`: everybody is weighed for it.
    """

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
    shown: bool
    taken: str
    protested: bool
    flags: tuple[str, ...]
    shortened: str
    gaps: bool
    made_of: str = ""
    tournament: Tournament | None = None
    part: str = ""
    parts: tuple["ContestView", ...] = ()
    lineups: tuple[tuple[str, str], ...] = ()
    draw: str = ""
    weighed: bool = False

    @property
    def lists(self) -> tuple["ContestView", ...]:
        return self.parts or (self,)


def contest_view(now: Now, contest: str, public: Mapping[str, PublicName]) -> ContestView:
    """What everybody may see of a contest, from the state alone. Raises Refusal not_found."""
    found = line(now.state, contest)
    result = now.result.contests.get(contest) if now.result else None
    parts = result.parts if result else {}
    views = tuple(_view(now, one, parts.get(one.part), public) for one in found.parts)
    teams = tuple(_team_row(now, found, row, public) for row in result.teams.rows) if result else ()
    whole = _view(now, found, result, public)
    return replace(whole, parts=views, teams=teams)


def _view(now: Now, found: Line, result: ContestResult | None, public: Mapping[str, PublicName]) -> ContestView:
    """Of a contest or of a part, without its teams."""
    state = now.state.how_far(found.id, found.part)
    shown = tuple(_result_row(now, found, row, result, public) for row in result.ranking.rows) if result else ()
    done = {row.bib or row.team for row in shown}
    waiting = tuple(
        _listed(now, found, entrant, public)
        for entrant in starters(now.state, found)
        if not found.parts and entrant not in done
    )
    name = partial(_name, now, found, public)
    return ContestView(
        id=found.id,
        title=found.part_title or found.title,
        state=state.state,
        at=state.at,
        revision=now.state.contests[found.id].revision,
        reason=state.reason,
        by_teams=found.by_teams,
        outside=found.outside,
        rows=shown,
        teams=(),
        waiting=waiting,
        shown=not found.by_matches and found.mark != "place",
        taken=now.state.taken[found.id].document if found.id in now.state.taken else "",
        protested=now.state.protested(found.id),
        flags=now.state.flags(found.id),
        shortened=shortened(now.state, found.id),
        gaps=found.mark == "time",
        made_of=made_of_title(found.mark) if any(row.made_of for row in shown) else "",
        tournament=tournament(now, found, result, name) if found.by_matches else None,
        part="" if found.part == MAIN else found.part,
        lineups=lineups(now.state, found, public) if found.by_teams else (),
        draw=_draw(now.state, found),
        weighed=found.weights.needed and not found.by_teams,
    )


def _draw(state: State, found: Line) -> str:
    key = (found.id, found.part)
    return "sealed" if key in state.seals else "made" if key in state.draws else ""


def _result_row(
    now: Now, found: Line, row: Row, result: ContestResult | None, public: Mapping[str, PublicName]
) -> ResultRow:
    mark = now.state.marks.get((found.id, found.part, MAIN, row.key))
    listed = _listed(now, found, row.key, public)
    kind = mark_kind(found)
    value = None if found.by_matches or found.mark == "place" else _shown(row)
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
        result="" if value is None else kind.write(value),
        gap=_gap(kind, value, result) if found.mark == "time" and row.place != 1 else "",
        note=note,
        made_of=written(found, mark.value).made_of if mark else "",
        weight=listed.weight,
    )


def _listed(now: Now, found: Line, entrant: str, public: Mapping[str, PublicName]) -> ResultRow:
    if found.by_teams:
        title = now.state.teams[entrant].title
        return ResultRow("", False, "", title, entrant, title, "", "", "", "", "")
    team = now.state.athletes[entrant].team
    name = public[entrant]
    title = now.state.teams[team].title
    weight = weight_of(now.state, found.id, entrant)
    return ResultRow("", False, entrant, name.text, team, title, name.birth_year, name.rank, "", "", "", weight=weight)


def _name(now: Now, found: Line, public: Mapping[str, PublicName], entrant: str) -> str:
    return _listed(now, found, entrant, public).name


def _shown(row: Row) -> Number | None:
    """The value that the mark has, penalties included; with handicaps the time that they make."""
    reason = row.because()
    args: Mapping[str, Any] = reason.args if reason else {}
    value: Number | None = args.get("value" if args.get("criterion") in _OWN_CLOCKS else "shown")
    return value


def _gap(kind: scoring.MarkKind, mine: Number | None, result: ContestResult | None) -> str:
    """Behind the leader, where he is faster."""
    first = next((row for row in result.ranking.rows if row.place == 1), None) if result else None
    best = _shown(first) if first else None
    return f"+{kind.write(mine - best)}" if mine is not None and best is not None and mine > best else ""


def _role(state: State, found: Line, entrant: str) -> str:
    entry = state.entries.get((found.id, entrant))
    return "лично" if entry is not None and entry.role == "personal" else ""


def _team_row(now: Now, found: Line, row: Row, public: Mapping[str, PublicName]) -> TeamRow:
    reason = row.because()
    args: Mapping[str, Any] = reason.args if reason else {}
    members = args.get("members", ())
    return TeamRow(
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        team=row.key,
        title=now.state.teams[row.key].title,
        members=_by_part(now.state, found, members, public) if found.parts else _names(members, public),
        result=_sum(found, args),
    )


def _sum(found: Line, args: Mapping[str, Any]) -> str:
    """What the members add up to: as their marks are written, points and places as a number."""
    if "sum" not in args:
        return ""
    own = args["value"] == found.lists[0].mark
    return (mark_kind(found).write if own else number)(args["sum"])


def _names(members: Sequence[Mapping[str, Any]], public: Mapping[str, PublicName]) -> str:
    return ", ".join(public[one["entrant"]].text for one in members if one["entrant"] in public)


def _by_part(state: State, found: Line, members: Sequence[Mapping[str, Any]], public: Mapping[str, PublicName]) -> str:
    """«3 км, женщины: Лыжина Анна; эстафета»: whoever counts, in the order of the parts; a team is not named again."""
    of = {entry.entrant: entry.part for entry in state.entries_of(found.id)}
    shown = []
    for part in found.parts:
        mine = [one for one in members if of.get(one["entrant"]) == part.part]
        names = _names(mine, public)
        shown += [f"{part.part_title}: {names}" if names else part.part_title] if mine else []
    return "; ".join(shown)
