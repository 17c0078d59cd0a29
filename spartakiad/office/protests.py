"""Protests at the desk: the secretariat files the paper, the chief judge of the Games decides."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import lines
from spartakiad.competition.signed import NO_CLAIM, Claim
from spartakiad.competition.state import State
from spartakiad.competition.texts import a_moment
from spartakiad.errors import Refusal
from spartakiad.people.queries import names_of
from spartakiad.publication.decisions import entrant_called
from spartakiad.publication.protests import NewProtest, Ruling, file_protest, protests, rule
from spartakiad.standings.moves import Moves, would_move
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, all_at_once, carry_out, fields
from spartakiad.web.wiring import me_in, shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)
DESK = only(Role.CHIEF_SECRETARY)
JUDGE = only(Role.CHIEF_JUDGE)

_FILED = {
    "contest": "choice_needed",
    "team": "choice_needed",
    "received_day": "required",
    "received_time": "required",
    "protest_text": "required",
}


@get("/office/{games:str}/protests", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/protests", opt={"who": DESK})
async def file(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        day, hour = typed.get("received_day", ""), typed.get("received_time", "")
        received = a_moment(day, hour, "received_day", "received_time")
        if typed.get("contest", "") not in shell_of(request).now(games).state.contests:
            raise Refusal("choice_needed", "contest")
        claim = _claim(shell_of(request).now(games).state, typed["contest"], typed)
    except Refusal as refusal:
        return _page(request, games, Said(all_at_once(refusal, typed, _FILED), typed))
    clause, text = typed.get("clause", ""), typed.get("protest_text", "")
    wish = NewProtest(
        games, typed["contest"], typed.get("team", ""), received, clause, text, claim, typed.get("fee", "")
    )
    return _after(request, games, await carry_out(request, file_protest, wish, typed, needs=_FILED))


@post("/office/{games:str}/protests/{number:int}", opt={"who": JUDGE})
async def decide(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[Any]:
    """`verdict` look shows what would move if it were upheld; rejected, a protest moves nothing."""
    typed = await fields(request)
    verdict, reason, jury = (typed.get(name, "") for name in ("verdict", "reason", "jury"))
    state = shell_of(request).now(games).state
    try:
        protest = state.protests.get(number)
        if protest is None:
            raise Refusal("not_found")
        effect = _claim(state, protest.contest, typed) if verdict in ("upheld", "look") else NO_CLAIM
        if verdict == "look":
            ruling = Ruling(games, number, "upheld", reason or "…", jury or "…", effect)
            return _page(
                request,
                games,
                Said((), typed),
                number,
                would_move(shell_of(request), games, ruling.command, me_in(request).actor_id),
            )
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        return _page(request, games, Said((refusal,), typed), number)
    ruling = Ruling(games, number, verdict, reason, jury, effect)
    return _after(request, games, await carry_out(request, rule, ruling, typed), number)


def _claim(state: State, contest: str, typed: Mapping[str, str]) -> Claim:
    """What is asked for, or decided. Raises Refusal where it names nobody of the contest."""
    kind = typed.get("claim", "")
    if not kind:
        return NO_CLAIM
    return Claim(kind, entrant_called(state, contest, typed.get("who", "")), typed.get("raw", "").strip())


def _page(request: AnyRequest, games: str, said: Said, wrong: int = 0, moved: Moves | None = None) -> Response[str]:
    shell, me = shell_of(request), me_in(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        people = names_of(session, games)
    return desk(
        request,
        games,
        "office/protests.html",
        said,
        wrong=wrong,
        protests=protests(state, people),
        moved=moved,
        until=state.card.protest_minutes,
        contests=[(line.id, line.title) for line in lines(state)],
        teams=[(team.slug, team.title) for team in state.teams.values()],
        files=me.may(DESK.roles, games),
        decides=me.may(JUDGE.roles, games),
    )


def _after(request: AnyRequest, games: str, done: object, wrong: int = 0) -> Response[Any]:
    if isinstance(done, Said):
        return _page(request, games, done, wrong)
    return Redirect(f"/office/{games}/protests?saved=yes", status_code=303)


routes = [look, file, decide]
