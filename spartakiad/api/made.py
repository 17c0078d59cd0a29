"""Published views turned into the shapes of the open data."""

from collections.abc import Mapping
from fractions import Fraction

from scoring import Cell, TableRow
from spartakiad.api.shapes import (
    CellOut,
    ContestOut,
    ContestResultsOut,
    GamesOut,
    GamesStateOut,
    MatchOut,
    MedalsOut,
    NoticeOut,
    PastGamesOut,
    PastPlaceOut,
    ResultOut,
    SlotOut,
    StandingOut,
    TeamOut,
    TeamResultOut,
)
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import Line, lines
from spartakiad.games.live import GamesHead
from spartakiad.games.notices import for_everybody
from spartakiad.games.queries import GamesView, PastGames
from spartakiad.games.timetable import timetable
from spartakiad.people.names import PublicName
from spartakiad.results.views import ContestView
from spartakiad.standings.medals import MedalRow, medal_table
from spartakiad.standings.queries import leading, overall_table, progress


def games_out(one: GamesView, live: bool) -> GamesOut:
    return GamesOut(one.slug, one.title, one.state, one.dates, list(one.hosts), list(one.winners), one.demo, live)


def past_games_out(past: PastGames) -> PastGamesOut:
    one = past.games
    told = zip(past.overall, past.told.get("overall", ()), strict=True)
    places = [PastPlaceOut(row.place, row.tied, row.city, int(of.value) if of.value else None) for row, of in told]
    page = f"/games/{one.slug}"
    return PastGamesOut(one.slug, one.title, one.state, one.dates, list(one.hosts), one.demo, False, places, page)


def games_state_out(now: Now, head: GamesHead) -> GamesStateOut:
    table = overall_table(now)
    said = leading(now, table) if table else ""
    return GamesStateOut(
        slug=now.slug,
        title=head.title,
        state=head.state,
        host=head.host,
        first=head.first,
        last=head.last,
        demo=head.demo,
        live=True,
        number=now.number,
        held=now.hold is not None,
        leading=said,
        progress=progress(now),
    )


def standings_out(now: Now) -> list[StandingOut]:
    table = overall_table(now)
    return [_standing(now, row) for row in table.rows] if table else []


def _standing(now: Now, row: TableRow) -> StandingOut:
    team = now.state.teams[row.team]
    total = Fraction(row.total)
    return StandingOut(
        place=_plain(row.place),
        tied=row.tied,
        team=row.team,
        title=team.title,
        city=team.city,
        total=_plain(total) or 0,
        total_exact=str(total),
        cells=[_cell(now, cell) for cell in row.cells],
    )


def _cell(now: Now, cell: Cell) -> CellOut:
    state = now.state.contests[cell.contest].state if cell.contest in now.state.contests else ""
    return CellOut(
        contest=cell.contest,
        place=_plain(cell.place),
        points=_plain(cell.points),
        counted=cell.counted and cell.points is not None,
        absence=str(cell.absence.value) if cell.absence else None,
        provisional=state in ("posted", "under_way"),
    )


def contests_out(now: Now) -> list[ContestOut]:
    return [contest_out(now, line) for line in lines(now.state)]


def contest_out(now: Now, line: Line) -> ContestOut:
    held = now.state.contests[line.id]
    return ContestOut(
        id=line.id,
        title=line.title,
        state=held.state,
        revision=held.revision,
        at=held.at,
        outside=line.outside,
        protested=now.state.protested(line.id),
        flags=list(now.state.flags(line.id)),
    )


def results_out(contest: ContestOut, view: ContestView) -> ContestResultsOut:
    counting = {entrant for team in view.teams for entrant in team.counting or (team.team,) if team.place}
    rows = [
        ResultOut(
            part=one.title if view.parts else "",
            place=row.place,
            tied=row.tied,
            bib=row.bib,
            name=row.name,
            team=row.team,
            team_title=row.team_title,
            result=row.result,
            behind=row.gap,
            note=row.note,
            counted=row.entrant in counting,
            state=one.state,
        )
        for one in view.lists
        for row in one.rows
    ]
    teams = [TeamResultOut(row.place, row.tied, row.team, row.title, row.result, row.members) for row in view.teams]
    return ContestResultsOut(contest, rows, teams)


def matches_out(view: ContestView) -> list[MatchOut]:
    """None of a contest that is not played in matches."""
    return [
        MatchOut(
            one.key,
            one.about,
            one.first,
            one.second,
            one.result,
            one.check == "confirmed",
            one.turn,
            one.when,
            one.off,
        )
        for one in (view.tournament.games if view.tournament else ())
    ]


def teams_out(now: Now) -> list[TeamOut]:
    teams = now.state.teams.values()
    return [TeamOut(team.slug, team.title, team.city, list(dict(team.cities))) for team in teams]


def schedule_out(now: Now) -> list[SlotOut]:
    return [
        SlotOut(
            contest=row.contest,
            title=row.title,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            venue=row.venue_title,
            address=row.address,
            state=row.state,
            flags=list(row.flags),
            was=list(row.was),
            reason=row.reason,
        )
        for row in timetable(now.state)
    ]


def notices_out(now: Now) -> list[NoticeOut]:
    return [NoticeOut(one.number, one.at, one.text) for one in for_everybody(now.state)]


def medals_out(now: Now, public: Mapping[str, PublicName]) -> list[MedalsOut]:
    rows = medal_table(now, public).rows
    return [_medals(row) for row in rows]


def _medals(row: MedalRow) -> MedalsOut:
    gold, silver, bronze = row.metals
    official = (gold.official, silver.official, bronze.official)
    return MedalsOut(row.place, row.slug, row.team, *official, gold.more, silver.more, bronze.more)


def _plain(value: int | Fraction | None) -> float | None:
    """A whole number stays one."""
    return None if value is None else int(value) if Fraction(value).denominator == 1 else float(value)
