"""The captain's cabinet: athletes, entries, the application. The secretariat walks the same pages for him."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.applications import revision
from spartakiad.competition.applied import Team
from spartakiad.competition.decide.delegations import TAKING
from spartakiad.competition.eligibility import identifiers_of
from spartakiad.competition.programme import team_of
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
from spartakiad.entries.foreseeing import foreseen_words
from spartakiad.entries.forms import changes_in, typed_athlete
from spartakiad.entries.matrix import columns, matrix
from spartakiad.entries.papers import changes_title, late_words, paper_words
from spartakiad.entries.queries import over_words, roster, told_by
from spartakiad.errors import Refusal
from spartakiad.people.alike.asking import Look
from spartakiad.people.forms import Clean, understand
from spartakiad.people.queries import official_rows
from spartakiad.team.alike import Meant, meant
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.render import following
from spartakiad.web.wiring import shell_of, staying
from spartakiad.words.dates import MOSCOW
from spartakiad.words.officials import POSTS

WHO = only(Role.CAPTAIN, stand_ins=SECRETARIAT)


def cabinet_again(request: AnyRequest) -> Response[str]:
    """What was sent was too large to be read: the page again, which says so."""
    games, team = (str(request.path_params[name]) for name in ("games", "team"))
    return cabinet_page(request, games, team, Said((Refusal("form_too_large"),)))


_FORM = {"who": WHO, "too_large": cabinet_again}


@get("/team/{games:str}/{team:str}", opt={"who": WHO}, sync_to_thread=False)
def cabinet(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return cabinet_page(request, games, team, Said())


@post("/team/{games:str}/{team:str}/athletes", opt=_FORM)
async def add(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    clean = understand(typed_athlete(typed), today(request))
    if not isinstance(clean, Clean):
        return cabinet_page(request, games, team, Said(tuple(clean), typed))
    who = meant(request, games, team, clean, typed)
    if not isinstance(who, Meant):
        return cabinet_page(request, games, team, Said((Refusal("same_unsaid", "same"),), typed), who)
    wish = NewAthletes(games, team, (who.clean,), identities=(who.identity,), cities=(typed.get("city", ""),))
    done = await carry_out(request, add_athletes, wish, typed)
    return _after(request, games, team, done, "added")


@post("/team/{games:str}/{team:str}/entries", opt=_FORM)
async def enter(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    wish = ChangeEntries(games, team, changes_in(typed, shell_of(request).now(games).state, team))
    done = await carry_out(request, change_entries, wish, typed)
    return _after(request, games, team, done, "entered")


@post("/team/{games:str}/{team:str}/athletes/{athlete:str}/leave", opt=_FORM)
async def leave(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    done = await carry_out(request, take_out, OneAthlete(games, team, athlete), typed)
    return _after(request, games, team, done, "left")


@post("/team/{games:str}/{team:str}/submission", opt=_FORM)
async def submission(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    """What is chosen in the matrix is saved first: nobody loses it by sending the application instead."""
    typed = await fields(request)
    known_team(request, games, team)
    changes = changes_in(typed, shell_of(request).now(games).state, team)
    if changes:
        done = await carry_out(request, change_entries, ChangeEntries(games, team, changes), typed)
        if isinstance(done, Said):
            return cabinet_page(request, games, team, done)
    return _after(request, games, team, await carry_out(request, submit, OneTeam(games, team), typed), "submitted")


def cabinet_page(request: AnyRequest, games: str, team: str, said: Said, looks: tuple[Look, ...] = ()) -> Response[str]:
    """`looks`: whom somebody who was typed looks like; it is asked whether he is one of them."""
    shell = shell_of(request)
    state = shell.now(games).state
    found = known_team(request, games, team)
    with shell.store.reader() as session:
        actors = accounts.names(session)
        rows = roster(session, state, games, team, actors)
        officials = official_rows(session, games, team)
    return desk(
        request,
        games,
        "team/cabinet.html",
        said,
        **following(shell.now(games)),
        team=found,
        moved_by=told_by(found, actors),
        rows=rows,
        looks=looks,
        officials=officials,
        posts=[(kind, words) for kind, (words, _) in POSTS.items()],
        over=over_words(state, team, rows),
        columns=columns(state, team, rows, actors),
        cells=matrix(state, team, rows),
        needed=identifiers_of(state.regulation)[0],
        open=state.state in TAKING,
        foreseen=foreseen_words(found.foreseen),
        listed={one.contest for one in state.starts.values()},
        adds=state.takes_late(team, shell.clock()),
        late=late_words(found.late),
        paper=paper_words(state, team),
        changes=changes_title(state, team),
        filed=revision(state, team)[1],
        filed_as=revision(state, team)[0],
        done=request.query_params.get("done", ""),
    )


def known_team(request: AnyRequest, games: str, team: str) -> Team:
    return team_of(shell_of(request).now(games).state, team)


def _after(request: AnyRequest, games: str, team: str, done: object, what: str) -> Response[Any]:
    if isinstance(done, Said):
        return cabinet_page(request, games, team, done)
    return back_to_cabinet(request, games, team, what)


def back_to_cabinet(request: AnyRequest, games: str, team: str, done: str) -> Response[Any]:
    return Redirect(staying(request, f"/team/{games}/{team}", done=done), status_code=303)


def today(request: AnyRequest) -> Any:
    return shell_of(request).clock().astimezone(MOSCOW).date()


routes = [cabinet, add, enter, leave, submission]
