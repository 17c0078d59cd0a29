"""A team of a Games on one page: its place, its medals, what each contest brought, who starts for it and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.document import takes_part
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines, team_of
from spartakiad.people.names import PublicName
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView, ResultRow
from spartakiad.standings.medals import MedalRow, medals_of
from spartakiad.standings.queries import CellView, RowView, overall


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody showed in a list, or that he is only entered; `heat`: where he waits."""

    contest: str
    url: str
    place: str
    tied: bool
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class Member:
    """An athlete who starts in something, as everybody may know him."""

    number: str
    name: str
    about: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ContestOfTeam:
    """`cell`: what it brought to the overall standing, None of a contest outside it; `own`: of the team itself."""

    title: str
    url: str
    why: str
    state: str
    starts_at: datetime | None
    outside: bool
    cell: CellView | None
    place: str
    tied: bool
    own: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """`row`: of the overall standing, None where the team is not in it."""

    slug: str
    title: str
    city: str
    cities: tuple[tuple[str, str], ...]
    row: RowView | None
    medals: MedalRow
    contests: tuple[ContestOfTeam, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team in the list of all; `members`: how many start for it."""

    slug: str
    title: str
    city: str
    row: RowView | None
    medals: MedalRow
    members: int


def all_teams(now: Now, public: Mapping[str, PublicName]) -> tuple[TeamLine, ...]:
    """In the order of the standing."""
    rows = {row.slug: row for row in overall(now).rows}
    medals = {row.slug: row for row in medals_of(now, _views(now, public))}
    order = [*rows, *(team for team in now.state.teams if team not in rows)]
    teams = now.state.teams
    return tuple(
        TeamLine(one, teams[one].title, teams[one].city, rows.get(one), medals[one], len(_starting(now, one)))
        for one in order
        if one in teams
    )


def team_page(now: Now, team: str, public: Mapping[str, PublicName]) -> TeamPage:
    """Raises Refusal not_found."""
    found = team_of(now.state, team)
    row = next((one for one in overall(now).rows if one.slug == team), None)
    views = _views(now, public)
    medals = next(one for one in medals_of(now, views) if one.slug == team)
    return TeamPage(
        slug=team,
        title=found.title,
        city=found.city,
        cities=found.cities,
        row=row,
        medals=medals,
        contests=tuple(_contest(now, view, team, row) for view in views),
        members=tuple(_member(now, number, views, public) for number in _starting(now, team)),
    )


def _views(now: Now, public: Mapping[str, PublicName]) -> list[ContestView]:
    held = [one for one in lines(now.state) if one.id not in now.state.cancelled]
    return [contest_view(now, one.id, public) for one in held]


def _starting(now: Now, team: str) -> list[str]:
    """Numbers of the admitted athletes who start in something; nobody who waits for a decision, or in reserve."""
    state = now.state
    mine = {one.number for one in state.athletes_of(team)}
    entered = {entry.entrant for entry in state.entries.values() if entry.entrant in mine and takes_part(state, entry)}
    return sorted(entered, key=lambda number: (len(number), number))


def _contest(now: Now, view: ContestView, team: str, row: RowView | None) -> ContestOfTeam:
    cell = next((one for one in row.cells if one.contest == view.id), None) if row else None
    placed = next((one for one in view.teams if one.team == team), None)
    slot = now.state.slots.get(view.id)
    return ContestOfTeam(
        title=view.title,
        url=_url(now, view),
        why=f"{row.url}#in-{view.id}" if row and cell else "",
        state=view.state,
        starts_at=slot.starts_at if slot else None,
        outside=view.outside,
        cell=cell,
        place=placed.place if placed else "",
        tied=bool(placed and placed.tied),
        own=tuple(_in(now, view, team)),
    )


def _member(now: Now, number: str, views: list[ContestView], public: Mapping[str, PublicName]) -> Member:
    name = public[number]
    about = ", ".join(filter(None, (f"{name.birth_year} г. р." if name.birth_year else "", name.rank)))
    return Member(number, name.text, about, tuple(one for view in views for one in _in(now, view, number)))


def _in(now: Now, view: ContestView, entrant: str) -> Iterator[Shown]:
    """What somebody has in each list of a contest."""
    for part in view.lists:
        title = f"{view.title}: {part.title}" if part.part else view.title
        for row in (*part.rows, *part.waiting, *part.scratched):
            if row.entrant == entrant:
                yield _shown(row, title, _url(now, view))


def _shown(row: ResultRow, title: str, url: str) -> Shown:
    note = row.note or (f"старт в {row.start}" if row.start and not row.place else "")
    return Shown(title, url, row.place, row.tied, row.result, note)


def _url(now: Now, view: ContestView) -> str:
    return f"/games/{now.slug}/contests/{view.id}"
