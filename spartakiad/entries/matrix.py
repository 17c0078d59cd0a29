"""The matrix athlete × contest of an application: what it shows, what may be chosen in it, how full the quotas are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from spartakiad.competition.applicants import Applicant, fitting
from spartakiad.competition.decide.delegations import ROLES, takes_entries
from spartakiad.competition.programme import MAIN, Line, lines
from spartakiad.competition.quotas import takes_role, tally
from spartakiad.competition.state import State
from spartakiad.entries.queries import RosterRow, told_by
from spartakiad.words.quotas import counter_words
from spartakiad.words.scratches import absence_words
from spartakiad.words.weights import category_words


@dataclass(frozen=True, slots=True)
class Counter:
    """How much of the quotas is taken, in words; `title`: of a part, or "" of the contest itself."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """A contest of the matrix with its quota counters. `by_teams`: the team enters it, or a part of it, as a whole.

    `team_part`: what that part is called; `open`: whether the team may still be entered there; `told` of the entry of
    the whole team, as in RosterRow. `listed`: its start list is out with the team; `away`: «снята» where it was.
    `named`: how many are in its line-up, where the regulation wants `least`.
    """

    id: str
    title: str
    by_teams: bool
    team_part: str
    counters: tuple[Counter, ...]
    team_enters: bool
    open: bool
    told: str
    listed: bool = False
    away: str = ""
    named: int = 0
    least: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What an athlete may be entered for in a contest. `parts`: of a contest in parts those that fit, with titles.

    `part`: the one he is in, or the only one that fits; `open`: whether anything may still be changed; `roles` to
    choose from; `categories` of weight too, with words, where they are no parts: he is in `category`.
    """

    role: str
    part: str
    parts: tuple[tuple[str, str], ...]
    open: bool
    roles: tuple[str, ...]
    categories: tuple[tuple[str, str], ...] = ()
    category: str = ""

    @property
    def title(self) -> str:
        """Of the part, "" where there is none or it is to be chosen."""
        return dict(self.parts).get(self.part, "")


def columns(
    state: State, team: str, rows: Sequence[RosterRow], actors: Mapping[str, str] = MappingProxyType({})
) -> list[Column]:
    """`rows`: the athletes of the team."""
    sexes = {row.number: row.sex for row in rows}
    return [_column(state, line, team, sexes, actors) for line in lines(state)]


def started_in(state: State, team: str, rows: Sequence[RosterRow]) -> list[Column]:
    """Contests with a start list that somebody of the team is in, or the team itself: what may be left by «снят»."""
    out = {one.contest for one in state.starts.values()}
    entered = {contest for row in rows for contest in row.roles}
    return [one for one in columns(state, team, rows) if one.id in out and (one.team_enters or one.id in entered)]


def _column(state: State, line: Line, team: str, sexes: Mapping[str, str], actors: Mapping[str, str]) -> Column:
    of_teams = next((part for part in line.lists if part.by_teams), None)
    counted, scratch = [line, *line.parts], state.scratches.get((line.id, team))
    entered = (line.id, team) in state.entries
    return Column(
        id=line.id,
        title=line.title,
        by_teams=of_teams is not None,
        team_part=of_teams.part_title if of_teams else "",
        counters=tuple(_counter(state, one, team, sexes) for one in counted if any(one.quotas.values())),
        team_enters=entered,
        open=of_teams is not None and takes_entries(state, line.id, of_teams.part),
        told=told_by(state.entries.get((line.id, team)), actors),
        listed=of_teams is not None and entered and state.how_far(line.id, of_teams.part).state != "planned",
        away=absence_words(scratch.absence) if scratch else "",
        named=len(state.lineups.get((line.id, of_teams.part, team), ())) if of_teams else 0,
        least=of_teams.lineup.least if of_teams else 0,
    )


def _counter(state: State, one: Line, team: str, sexes: Mapping[str, str]) -> Counter:
    mine = [entry for entry in state.entries_of(one.id) if entry.team == team != entry.entrant]
    taken = tally([entry for entry in mine if one.part in (MAIN, entry.part)], sexes)
    told = [(way, taken[way], most) for way, most in one.quotas.items() if most or taken[way]]
    return Counter(one.part_title, counter_words(told))


def matrix(state: State, team: str, rows: list[RosterRow]) -> dict[tuple[str, str], Cell]:
    """By athlete and contest, wherever he is entered or may be."""
    programme = lines(state)
    cells = {(row.number, line.id): _cell(state, line, team, row) for row in rows for line in programme}
    return {key: cell for key, cell in cells.items() if cell is not None}


def _cell(state: State, line: Line, team: str, row: RosterRow) -> Cell | None:
    """What fits and takes entries, and whatever he is entered for already."""
    role, entered = row.roles.get(line.id, ""), row.parts.get(line.id, MAIN)
    fit = fitting(line.lists, Applicant(row.number, team, row.sex, row.born_on, row.rank))
    free = {one.part for one in fit if takes_entries(state, line.id, one.part)}
    if not role and not free:
        return None
    shown = free | {entered} if role else free
    parts = tuple((one.part, one.part_title) for one in line.parts if one.part in shown)
    only = parts[0][0] if len(parts) == 1 else ""
    open_ = takes_entries(state, line.id, entered) if role else True
    entry = state.entries.get((line.id, row.number))
    by_weight = () if any(one.weights.own for one in line.lists) else line.weights.of.get(row.sex, ())
    categories = tuple((one, category_words(one)) for one in by_weight)
    told = (categories, entry.category if entry else "")
    return Cell(role, entered if role else only, parts, open_, _roles(line, shown, role), *told)


def _roles(line: Line, shown: Collection[str], role: str) -> tuple[str, ...]:
    """Those that the regulation does not shut in all these lists; the one he has is among them."""
    lists = [part.quotas for part in line.lists if part.part in shown]
    offered = [one for one in ROLES if takes_role(line.quotas, one) and any(takes_role(of, one) for of in lists)]
    return tuple(one for one in ROLES if one == role or one in offered)
