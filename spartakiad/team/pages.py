"""The captain's cabinet: athletes, entries, the application. The secretariat walks the same pages for him."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.entries.actions import (
    ChangeEntries,
    NewAthletes,
    OneAthlete,
    OneTeam,
    add_athletes,
    change_entries,
    submit,
    take_out,
)
from spartakiad.entries.forms import CELLS, Pasted, Preview, changes_in, preview, typed_athlete
from spartakiad.entries.queries import columns, listed, matrix, roster, told_by
from spartakiad.errors import Refusal
from spartakiad.intake.columns import people_in, recognised
from spartakiad.intake.pasted import pasted
from spartakiad.people.forms import Clean, Typed, understand
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.render import following
from spartakiad.web.wiring import shell_of, staying
from spartakiad.words.dates import MOSCOW

WHO = only(Role.CAPTAIN, stand_ins=SECRETARIAT)


@get("/team/{games:str}/{team:str}", opt={"who": WHO}, sync_to_thread=False)
def cabinet(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return _cabinet(request, games, team, Said())


@post("/team/{games:str}/{team:str}/athletes", opt={"who": WHO})
async def add(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team)
    clean = understand(typed_athlete(typed), _today(request))
    if not isinstance(clean, Clean):
        return _cabinet(request, games, team, Said(tuple(clean), typed))
    done = await carry_out(request, add_athletes, NewAthletes(games, team, (clean,)), typed)
    return _cabinet(request, games, team, done) if isinstance(done, Said) else _back(request, games, team, "added")


@post("/team/{games:str}/{team:str}/paste", opt={"who": WHO}, status_code=200)
async def paste(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """Nothing is written yet: the rows come back as they were understood, errors at their cells."""
    typed = await fields(request)
    _known(request, games, team)
    try:
        rows = pasted(typed.get("rows", ""))
    except Refusal as refusal:
        return _cabinet(request, games, team, Said((refusal,), typed))
    found = people_in(rows, recognised(rows)).lines
    people = [(Typed(*(one.cells[cell] for cell in CELLS)), one.cells["contests"]) for one in found]
    return _preview(request, games, team, _judged(request, games, team, people), Said())


@post("/team/{games:str}/{team:str}/import", opt={"who": WHO})
async def take(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """Everybody of the preview or nobody; whoever is in the application already stays as he is."""
    typed = await fields(request)
    _known(request, games, team)
    seen = _judged(request, games, team, typed_rows(typed))
    if seen.wrong or not seen.people:
        refusal = Refusal("table_has_errors" if seen.wrong else "table_unreadable")
        return _preview(request, games, team, seen, Said((refusal,), typed))
    wish = NewAthletes(games, team, seen.people, skip_listed=True, entries=seen.entries)
    done = await carry_out(request, add_athletes, wish, typed)
    if isinstance(done, Said):
        return _preview(request, games, team, seen, done)
    return _back(request, games, team, "imported")


@post("/team/{games:str}/{team:str}/entries", opt={"who": WHO})
async def enter(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team)
    wish = ChangeEntries(games, team, changes_in(typed, shell_of(request).now(games).state, team))
    done = await carry_out(request, change_entries, wish, typed)
    return _cabinet(request, games, team, done) if isinstance(done, Said) else _back(request, games, team, "entered")


@post("/team/{games:str}/{team:str}/athletes/{athlete:str}/leave", opt={"who": WHO})
async def leave(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team)
    done = await carry_out(request, take_out, OneAthlete(games, team, athlete), typed)
    return _cabinet(request, games, team, done) if isinstance(done, Said) else _back(request, games, team, "left")


@post("/team/{games:str}/{team:str}/submission", opt={"who": WHO})
async def submission(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team)
    done = await carry_out(request, submit, OneTeam(games, team), typed)
    return _cabinet(request, games, team, done) if isinstance(done, Said) else _back(request, games, team, "submitted")


def typed_rows(typed: dict[str, str]) -> list[Pasted]:
    """Cells of the preview come back as r0-surname, r0-name, …; a row whose «keep» is off is left out."""
    rows = []
    number = 0
    while f"r{number}-surname" in typed:
        if typed.get(f"r{number}-keep", "yes") == "yes":
            rows.append((typed_athlete(typed, prefix=f"r{number}-"), typed.get(f"r{number}-contests", "")))
        number += 1
    return rows


def _judged(request: AnyRequest, games: str, team: str, rows: list[Pasted]) -> Preview:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        known = listed(session, state, games, team)
    return preview(rows, _today(request), known, state, team)


def _cabinet(request: AnyRequest, games: str, team: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    _known(request, games, team)
    with shell.store.reader() as session:
        actors = accounts.names(session)
        rows = roster(session, state, games, team, actors)
    return desk(
        request,
        games,
        "team/cabinet.html",
        said,
        **following(shell.now(games)),
        team=state.teams[team],
        moved_by=told_by(state.teams[team], actors),
        rows=rows,
        columns=columns(state, team, actors),
        cells=matrix(state, team, rows),
        open=state.state in ("entries_open", "under_way"),
        done=request.query_params.get("done", ""),
    )


def _preview(request: AnyRequest, games: str, team: str, seen: Preview, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    return desk(
        request,
        games,
        "team/preview.html",
        said,
        team=state.teams[team],
        preview=seen,
    )


def _known(request: AnyRequest, games: str, team: str) -> None:
    if team not in shell_of(request).now(games).state.teams:
        raise Refusal("not_found")


def _back(request: AnyRequest, games: str, team: str, done: str) -> Response[Any]:
    return Redirect(staying(request, f"/team/{games}/{team}", done=done), status_code=303)


def _today(request: AnyRequest) -> Any:
    return shell_of(request).clock().astimezone(MOSCOW).date()


routes = [cabinet, add, paste, take, enter, leave, submission]
