"""Frozen views of a contest: rows of its lists, ready to be shown."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from spartakiad.results.matches import Tournament
from spartakiad.results.teams import TeamRow
from spartakiad.words.marks import SHARED, meanings
from spartakiad.words.scratches import TAKEN_OFF


class ResultRow(NamedTuple):
    """`bib`: "" where nobody wears one; `start`: the hour, "" where all start together; `heat`, `lane`: or "".
    `weight`: his own, where all are weighed. `city`: its slug.

    `made_of`: attempts, series, penalties – where the result is made of more than itself.
    """

    entrant: str
    place: str
    tied: bool
    bib: str
    name: str
    team: str
    team_title: str
    city: str
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

    @property
    def about(self) -> tuple[str, ...]:
        """What a telephone says below his name; who is called by his city, or is the team, has it said once."""
        bib, weight = f"№\u00a0{self.bib}" if self.bib else "", f"вес\u00a0{self.weight}" if self.weight else ""
        team = "" if self.team_title in self.name else self.team_title
        return tuple(filter(None, (bib, team, weight, self.note.replace(" ", "\u00a0"))))


@dataclass(frozen=True, slots=True)
class ContestView:
    """`taken`: from which paper the places come, or "". `shown`: a line has something to show beside its place.

    `mark`: what its results are, as a criterion: time, height, distance and so on. `made_of`: what they are made of, as
    a heading, or "".
    `final`: who of its list has no result in it yet. `tournament`: of a contest of matches. `flags` as in State;
    `shortened`: what is left of it and why, or "".
    `parts`: of a contest in parts the view of each, under the title it has there; the lists are theirs then, and the
    teams are the whole's. `part`: "" of a whole contest. `lineups`: team and names, where they were named.
    `draw`: whether its list is to be drawn by lots ("sealed") or was ("made"). `begins`: the hour of its first start,
    where it is not that of the contest. `numbered`: somebody wears a number; `noted`: a result
    has a note; `timed`, `heated`, `laned`: he who waits starts at an hour, in a heat, on a lane. `weighed`: everybody
    is weighed for it.
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
    mark: str
    made_of: str = ""
    tournament: Tournament | None = None
    final: tuple[ResultRow, ...] = ()
    part: str = ""
    parts: tuple["ContestView", ...] = ()
    lineups: tuple[tuple[str, str], ...] = ()
    draw: str = ""
    begins: str = ""
    weighed: bool = False
    scratched: tuple[ResultRow, ...] = ()
    protests_until: datetime | None = None
    ahead: str = ""

    @property
    def gaps(self) -> bool:
        """Whether it is run against the clock."""
        return self.mark == "time"

    @property
    def away(self) -> tuple[ResultRow, ...]:
        """Whoever was taken off the start, with a line in the table or without one."""
        return tuple(row for row in (*self.rows, *self.scratched) if row.note in TAKEN_OFF)

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """The marks that occur in its lists and tables, each with what it means."""
        heads = self.tournament.heads if self.tournament else ()
        return meanings((*heads, *(text for one in (self, *self.parts) for text in one.texts)))

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in its lists in which a mark may stand."""
        rows = (*self.rows, *self.waiting, *self.scratched)
        found = [text for row in rows for text in (row.result, row.note, row.made_of)]
        tied = any(row.tied for row in self.rows) or any(row.tied for row in self.teams)
        return (*found, *(self.tournament.texts if self.tournament else ()), SHARED if tied else "")

    @property
    def numbered(self) -> bool:
        return any(row.bib for row in (*self.rows, *self.waiting, *self.scratched))

    @property
    def noted(self) -> bool:
        return any(row.note for row in self.rows)

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


def part_of(whole: ContestView, part: ContestView) -> ContestView:
    """A part under its whole title: «Лыжные гонки, 3 км, женщины»."""
    return replace(part, title=f"{whole.title}, {part.title}")
