"""Decisions that are signed: equals told apart, a place taken away, matches declared void, points."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.decisions import Adjust, Lift, Remove, TellApart
from spartakiad.competition.programme import lines
from spartakiad.competition.signed import Grounds
from spartakiad.competition.state import State
from spartakiad.competition.undecided import Undecided
from spartakiad.errors import Refusal
from spartakiad.people.queries import names_of
from spartakiad.publication.decisions import Decided, decisions, entrant_called, sign, ties
from spartakiad.standings.moves import Moves, would_move
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import me_in, shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)
Command = TellApart | Remove | Adjust | Lift


@get("/office/{games:str}/decisions", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/decisions", opt={"who": WHO})
async def decide(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """One of the page's forms: `form` says which, `look` asks what would move."""
    typed = await fields(request)
    state = shell_of(request).now(games).state
    try:
        command = _command(state, typed)
        if typed.get("look") == "yes":
            return _page(
                request, games, Said((), typed), would_move(shell_of(request), games, command, me_in(request).actor_id)
            )
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        return _page(request, games, Said((refusal,), typed))
    done = await carry_out(request, sign, Decided(games, command), typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/decisions?saved=yes", status_code=303)


def _command(state: State, typed: Mapping[str, str]) -> Command:
    paper = Grounds(typed.get("jury", ""), typed.get("document", ""), typed.get("reason", ""))
    form = typed.get("form", "")
    if form.startswith("tie-"):
        return _tie(form.removeprefix("tie-"), typed, paper)
    if form == "remove":
        contest = typed.get("contest", "")
        if contest not in state.contests:
            raise Refusal("choice_needed", "contest")
        return Remove(contest, entrant_called(state, contest, typed.get("who", "")), typed.get("how", ""), paper)
    if form == "adjust":
        if typed.get("contest") and typed["contest"] not in state.contests:
            raise Refusal("bad_choice", "contest")
        return Adjust(typed.get("team", ""), typed.get("contest", ""), typed.get("points", ""), paper)
    if form.startswith("lift-"):
        return Lift(whole({"number": form.removeprefix("lift-")}, "number"), typed.get("reason", ""))
    raise Refusal("bad_choice", "form")


def _tie(key: str, typed: Mapping[str, str], paper: Grounds) -> TellApart:
    contest, standing, among, *names = [*key.split("."), "", "", ""][: max(3, key.count(".") + 1)]
    order = tuple(typed.get(f"at{place}", "") for place in range(1, len(names) + 1))
    return TellApart(Undecided(contest, standing, among, tuple(names)), order, typed.get("how", ""), paper)


def _page(request: AnyRequest, games: str, said: Said, moved: Moves | None = None) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        people = names_of(session, games)
    return desk(
        request,
        games,
        "office/decisions.html",
        said,
        form=said.value("form"),
        ties=ties(state, people),
        decisions=decisions(state, people),
        contests=[(one.id, one.title) for one in lines(state)],
        teams=[(team.slug, team.title) for team in state.teams.values()],
        moved=moved,
    )


routes = [look, decide]
