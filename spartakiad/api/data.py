"""/api/v1: what is published, as data for other people's programs. Read by anybody, from any site, without a key."""

from collections.abc import Callable, Sequence
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from spartakiad.api import made
from spartakiad.api.shapes import (
    ContestOut,
    ContestResultsOut,
    GamesOut,
    GamesStateOut,
    MedalsOut,
    NoticeOut,
    SlotOut,
    StandingOut,
    TeamOut,
)
from spartakiad.api.tables import csv_bytes, result_rows, rows_of, standing_rows
from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.programme import line
from spartakiad.games.live import head_of
from spartakiad.games.queries import all_games
from spartakiad.results.queries import contest_view
from spartakiad.standings.names import names_at
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of
from spartakiad.web.wiring import shell_of

ROOT = "/api/v1"
OF_GAMES = f"{ROOT}/games/{{games:str}}"


Declared = Callable[[Any], HTTPRouteHandler]


def _json(path: str, summary: str) -> Declared:
    return get(path, opt={"who": PUBLIC}, sync_to_thread=False, summary=summary)


def _table(path: str, summary: str) -> Declared:
    return get(path, opt={"who": PUBLIC}, sync_to_thread=False, summary=f"{summary} (CSV)", media_type="text/csv")


@_json(f"{ROOT}/games", "Все Спартакиады")
def games(request: AnyRequest) -> list[GamesOut]:
    return _games(request)


@_table(f"{ROOT}/games.csv", "Все Спартакиады")
def games_csv(request: AnyRequest) -> Response[bytes]:
    return _csv(rows_of(_games(request)))


@_json(OF_GAMES, "Спартакиада: состояние, кто впереди, сколько видов посчитано")
def one_games(request: AnyRequest, games: FromPath[str]) -> GamesStateOut:
    now = _shown(request, games)
    with shell_of(request).store.reader() as session:
        return made.games_state_out(now, head_of(session, games, now.state))


@_json(f"{OF_GAMES}/standings", "Общий зачёт")
def standings(request: AnyRequest, games: FromPath[str]) -> list[StandingOut]:
    return made.standings_out(_shown(request, games))


@_table(f"{OF_GAMES}/standings.csv", "Общий зачёт")
def standings_csv(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _csv(standing_rows(made.standings_out(_shown(request, games))))


@_json(f"{OF_GAMES}/contests", "Виды программы")
def contests(request: AnyRequest, games: FromPath[str]) -> list[ContestOut]:
    return made.contests_out(_shown(request, games))


@_table(f"{OF_GAMES}/contests.csv", "Виды программы")
def contests_csv(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _csv(rows_of(made.contests_out(_shown(request, games))))


@_json(f"{OF_GAMES}/contests/{{contest:str}}/results", "Результаты вида")
def results(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> ContestResultsOut:
    return _results(request, games, contest)


@_table(f"{OF_GAMES}/contests/{{contest:str}}/results.csv", "Результаты вида")
def results_csv(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[bytes]:
    return _csv(result_rows(_results(request, games, contest)))


@_json(f"{OF_GAMES}/teams", "Команды")
def teams(request: AnyRequest, games: FromPath[str]) -> list[TeamOut]:
    return made.teams_out(_shown(request, games))


@_table(f"{OF_GAMES}/teams.csv", "Команды")
def teams_csv(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _csv(rows_of(made.teams_out(_shown(request, games))))


@_json(f"{OF_GAMES}/schedule", "Расписание")
def schedule(request: AnyRequest, games: FromPath[str]) -> list[SlotOut]:
    return made.schedule_out(_shown(request, games))


@_table(f"{OF_GAMES}/schedule.csv", "Расписание")
def schedule_csv(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _csv(rows_of(made.schedule_out(_shown(request, games))))


@_json(f"{OF_GAMES}/notices", "Объявления для всех")
def notices(request: AnyRequest, games: FromPath[str]) -> list[NoticeOut]:
    return made.notices_out(_shown(request, games))


@_table(f"{OF_GAMES}/notices.csv", "Объявления для всех")
def notices_csv(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _csv(rows_of(made.notices_out(_shown(request, games))))


@_json(f"{OF_GAMES}/medals", "Медали команд")
def medals(request: AnyRequest, games: FromPath[str]) -> list[MedalsOut]:
    return _medals(request, games)


@_table(f"{OF_GAMES}/medals.csv", "Медали команд")
def medals_csv(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    return _csv(rows_of(_medals(request, games)))


def _shown(request: AnyRequest, games: str) -> Now:
    """As everybody may see it; the answer stands while its numbers do. Raises Refusal not_found."""
    now = shell_of(request).shown(games)
    note_made_of(request, {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)})
    return now


def _games(request: AnyRequest) -> list[GamesOut]:
    shell = shell_of(request)
    shown = shell.memory.shown
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    for now in shown.values():
        reads |= now.reads
    note_made_of(request, reads)
    with shell.store.reader() as session:
        found = all_games(session, shown)
    return [made.games_out(one, one.slug in shown and shown[one.slug].state.state != "draft") for one in found]


def _results(request: AnyRequest, games: str, contest: str) -> ContestResultsOut:
    now = _shown(request, games)
    with shell_of(request).store.reader() as session:
        view = contest_view(now, contest, names_at(session, now))
    return made.results_out(made.contest_out(now, line(now.state, contest)), view)


def _medals(request: AnyRequest, games: str) -> list[MedalsOut]:
    now = _shown(request, games)
    with shell_of(request).store.reader() as session:
        return made.medals_out(now, names_at(session, now))


def _csv(rows: Sequence[dict[str, Any]]) -> Response[bytes]:
    return Response(csv_bytes(rows), media_type="text/csv")


routes = [
    *(games, games_csv, one_games, standings, standings_csv, contests, contests_csv, results, results_csv),
    *(teams, teams_csv, schedule, schedule_csv, notices, notices_csv, medals, medals_csv),
]
