"""A contest as frozen views: its list of results, its teams, and the sheet that judges fill in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import scoring
from scoring import ContestResult, Number, Row
from spartakiad.competition.joint import team_words
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.reading import mark_kind, shown_value, written
from spartakiad.competition.starters import list_of, scratched, starters
from spartakiad.competition.state import State
from spartakiad.games.timetable import shortened
from spartakiad.people.names import PublicName
from spartakiad.results.lineups import lineups
from spartakiad.results.matches import Tournament, tournament
from spartakiad.results.teams import TeamRow, team_row
from spartakiad.results.weights import weight_of
from spartakiad.starts.hours import begins, heat_of, start_of
from spartakiad.words.numbers import number
from spartakiad.words.readings import made_of_title
from spartakiad.words.states import words


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`bib`: "" where nobody wears one; `start`: the hour, "" where all start together; `heat`, `lane`: or "".
    `weight`: his own, where all are weighed.

    `made_of`: attempts, series, penalties – where the result is made of more than itself.
    """

    entrant: str
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
    start: str = ""
    heat: str = ""
    lane: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True)
class ContestView:
    """`taken`: from which paper the places come, or "". `shown`: a line has something to show beside its place.

    `gaps`: it is run against the clock. `made_of`: what the results are made of, as a heading, or "".
    `tournament`: of a contest of matches. `flags` as in State; `shortened`: what is left of it and why, or "".
    `parts`: of a contest in parts the view of each, under the title it has there; the lists are theirs then, and the
    teams are the whole's. `part`: "" of a whole contest. `lineups`: team and names, where they were named.
    `draw`: whether its list is to be drawn by lots ("sealed") or was ("made"). `begins`: the hour of its first start,
    where it is not that of the contest. `numbered`: somebody wears a number; `timed`, `heated`, `laned`: he
    who waits starts at an hour, in a heat, on a lane. `weighed`: everybody is weighed for it.
    `scratched`: whoever is in the start list and does not start after all.
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
    begins: str = ""
    weighed: bool = False
    scratched: tuple[ResultRow, ...] = ()

    @property
    def numbered(self) -> bool:
        return any(row.bib for row in (*self.rows, *self.waiting, *self.scratched))

    @property
    def heated(self) -> bool:
        return any(row.heat for row in self.waiting)

    @property
    def laned(self) -> bool:
        return any(row.lane for row in self.waiting)

    @property
    def timed(self) -> bool:
        return any(row.start for row in self.waiting)

    @property
    def lists(self) -> tuple["ContestView", ...]:
        return self.parts or (self,)


def contest_view(now: Now, contest: str, public: Mapping[str, PublicName]) -> ContestView:
    """What everybody may see of a contest, from the state alone. Raises Refusal not_found."""
    found = line(now.state, contest)
    result = now.result.contests.get(contest) if now.result else None
    parts = result.parts if result else {}
    views = tuple(_view(now, one, parts.get(one.part), public) for one in found.parts)
    teams = tuple(team_row(now, found, row, public) for row in result.teams.rows) if result else ()
    whole = _view(now, found, result, public)
    return replace(whole, parts=views, teams=teams)


def _view(now: Now, found: Line, result: ContestResult | None, public: Mapping[str, PublicName]) -> ContestView:
    """Of a contest or of a part, without its teams."""
    state = now.state.how_far(found.id, found.part)
    shown = tuple(_result_row(now, found, row, result, public) for row in result.ranking.rows) if result else ()
    done = {row.entrant for row in shown}
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
        begins=begins(now.state, found),
        weighed=found.weights.needed and not found.by_teams,
        scratched=tuple(replace(_listed(now, found, one, public), note="снят") for one in scratched(now.state, found)),
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
    value = None if found.by_matches or found.mark == "place" else shown_value(row)
    note = "в/к" if row.guest else words(row.status.value, "status") if row.status else _role(now.state, found, row.key)
    return replace(
        listed,
        place="" if row.place is None else number(row.place),
        tied=row.tied,
        result="" if value is None else kind.write(value),
        gap=_gap(kind, value, result) if found.mark == "time" and row.place != 1 else "",
        note=note,
        made_of=written(found, mark.value).made_of if mark else "",
        weight=listed.weight,
    )


def _listed(now: Now, found: Line, entrant: str, public: Mapping[str, PublicName]) -> ResultRow:
    """A starter without a result."""
    state, name = now.state, public.get(entrant)
    team = state.athletes[entrant].team if name else entrant
    title = state.teams[team].title
    listed = list_of(state, found)
    heat, lane = heat_of(listed, entrant)
    bib = listed.bibs.get(entrant, "") if listed else ""
    return ResultRow(
        entrant=entrant,
        place="",
        tied=False,
        bib=bib or (entrant if name else ""),
        name=name.text if name else title,
        team=team,
        team_title=team_words(state, entrant),
        year=name.birth_year if name else "",
        rank=name.rank if name else "",
        result="",
        gap="",
        note="",
        start=start_of(state, listed, entrant),
        heat=heat,
        lane=lane,
        weight=weight_of(state, found.id, entrant),
    )


def _name(now: Now, found: Line, public: Mapping[str, PublicName], entrant: str) -> str:
    return _listed(now, found, entrant, public).name


def _gap(kind: scoring.MarkKind, mine: Number | None, result: ContestResult | None) -> str:
    """Behind the leader, where he is faster."""
    first = next((row for row in result.ranking.rows if row.place == 1), None) if result else None
    best = shown_value(first) if first else None
    return f"+{kind.write(mine - best)}" if mine is not None and best is not None and mine > best else ""


def _role(state: State, found: Line, entrant: str) -> str:
    entry = state.entries.get((found.id, entrant))
    return "лично" if entry is not None and entry.role == "personal" else ""
