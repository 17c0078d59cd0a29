"""/api/v1: what is published, as data for other people's programs. Read by anybody, from any site, without a key."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from inspect import Parameter, Signature
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
    MatchOut,
    MedalsOut,
    NoticeOut,
    PastGamesOut,
    SlotOut,
    StandingOut,
    TeamOut,
)
from spartakiad.api.tables import csv_bytes, result_rows, rows_of, standing_rows
from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.programme import line
from spartakiad.games.live import head_of
from spartakiad.games.queries import all_games, past_games
from spartakiad.results.queries import contest_view
from spartakiad.results.views import ContestView
from spartakiad.standings.names import names_at
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of
from spartakiad.web.wiring import shell_of

ROOT = "/api/v1"
OF_GAMES = f"{ROOT}/games/{{games:str}}"


@dataclass(frozen=True, slots=True)
class Given:
    """What is given at one address; `rows`: what a line of its table is, at the same address with «.csv»."""

    name: str
    path: str
    summary: str
    shape: Any
    read: Callable[..., Any]
    rows: Callable[[Any], Sequence[dict[str, Any]]] | None = rows_of

    def routes(self) -> Iterator[HTTPRouteHandler]:
        told: dict[str, Any] = {"opt": {"who": PUBLIC}, "sync_to_thread": False}
        yield get(self.path, summary=self.summary, **told)(self._handler(self.name, self.read, self.shape))
        if rows := self.rows:

            def table(*asked: Any) -> Response[bytes]:
                return Response(csv_bytes(rows(self.read(*asked))), media_type="text/csv")

            handler = self._handler(f"{self.name}_csv", table, Response[bytes])
            yield get(f"{self.path}.csv", summary=f"{self.summary} (CSV)", media_type="text/csv", **told)(handler)

    def _handler(self, name: str, answer: Callable[..., Any], shape: Any) -> Callable[..., Any]:
        """A function that asks for what its address names: Litestar reads that of the signature."""
        named = re.findall(r"{(\w+):", self.path)

        def handler(**asked: Any) -> Any:
            return answer(asked["request"], *(asked[one] for one in named))

        wanted = {"request": AnyRequest} | dict.fromkeys(named, FromPath[str])
        handler.__name__ = handler.__qualname__ = name
        handler.__annotations__ = {**wanted, "return": shape}
        parameters = [Parameter(one, Parameter.KEYWORD_ONLY, annotation=kind) for one, kind in wanted.items()]
        vars(handler)["__signature__"] = Signature(parameters, return_annotation=shape)
        return handler


def _of_games(make: Callable[[Now], Any]) -> Callable[[AnyRequest, str], Any]:
    """What is made of the Games alone."""
    return lambda request, games: make(_shown(request, games))


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


def _one_games(request: AnyRequest, games: str) -> GamesStateOut | PastGamesOut:
    """Raises Refusal not_found."""
    shell = shell_of(request)
    if games not in shell.memory.shown:
        note_made_of(request, {UNION: shell.memory.numbers.get(UNION, 0)})
        with shell.store.reader() as session:
            return made.past_games_out(past_games(session, games))
    now = _shown(request, games)
    with shell_of(request).store.reader() as session:
        return made.games_state_out(now, head_of(session, games, now.state))


def _results(request: AnyRequest, games: str, contest: str) -> ContestResultsOut:
    now, view = _viewed(request, games, contest)
    return made.results_out(made.contest_out(now, line(now.state, contest)), view)


def _matches(request: AnyRequest, games: str, contest: str) -> list[MatchOut]:
    return made.matches_out(_viewed(request, games, contest)[1])


def _viewed(request: AnyRequest, games: str, contest: str) -> tuple[Now, ContestView]:
    now = _shown(request, games)
    with shell_of(request).store.reader() as session:
        return now, contest_view(now, contest, names_at(session, now))


def _medals(request: AnyRequest, games: str) -> list[MedalsOut]:
    now = _shown(request, games)
    with shell_of(request).store.reader() as session:
        return made.medals_out(now, names_at(session, now))


GIVEN = (
    Given("games", f"{ROOT}/games", "Все Спартакиады", list[GamesOut], _games),
    Given(
        "one_games",
        OF_GAMES,
        "Спартакиада: состояние, кто впереди, сколько видов посчитано; прошедшая – что о ней известно",
        GamesStateOut | PastGamesOut,
        _one_games,
        rows=None,
    ),
    Given(
        "standings",
        f"{OF_GAMES}/standings",
        "Общий зачёт",
        list[StandingOut],
        _of_games(made.standings_out),
        standing_rows,
    ),
    Given("contests", f"{OF_GAMES}/contests", "Виды программы", list[ContestOut], _of_games(made.contests_out)),
    Given(
        "results",
        f"{OF_GAMES}/contests/{{contest:str}}/results",
        "Результаты вида",
        ContestResultsOut,
        _results,
        result_rows,
    ),
    Given("matches", f"{OF_GAMES}/contests/{{contest:str}}/matches", "Матчи вида и их счёт", list[MatchOut], _matches),
    Given("teams", f"{OF_GAMES}/teams", "Команды", list[TeamOut], _of_games(made.teams_out)),
    Given("schedule", f"{OF_GAMES}/schedule", "Расписание", list[SlotOut], _of_games(made.schedule_out)),
    Given("notices", f"{OF_GAMES}/notices", "Объявления для всех", list[NoticeOut], _of_games(made.notices_out)),
    Given("medals", f"{OF_GAMES}/medals", "Медали команд", list[MedalsOut], _medals),
)

routes = [route for given in GIVEN for route in given.routes()]
