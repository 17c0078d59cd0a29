"""A contest shortened, or taken out of the standings: by a signed decision that says what holds from now on."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.papers import best_counts, without
from spartakiad.competition.programme import line, lines
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.games.timetable import shortened
from spartakiad.publication.actions import Cancellation, Shortening, cancel_contest, shorten_contest
from spartakiad.standings.preview import Moved, what_if
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of

WHO = only(Role.CHIEF_SECRETARY)


@get("/office/{games:str}/contests/{contest:str}/cancellation", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


@post("/office/{games:str}/contests/{contest:str}/cancellation", opt={"who": WHO})
async def cancel(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        now = shell_of(request).now(games)
        counts = _counts(now.state, contest, typed)
        if typed.get("look") == "yes":
            moved = what_if(now, without(now.state, contest, counts))
            return _page(request, games, contest, Said((), typed), moved)
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        return _page(request, games, contest, Said((refusal,), typed))
    wish = Cancellation(games, contest, counts, typed.get("reason", ""), typed.get("document", ""))
    done = await carry_out(request, cancel_contest, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, contest, done)
    return Redirect(f"/office/{games}#contest-{contest}", status_code=303)


@get("/office/{games:str}/contests/{contest:str}/shortening", opt={"who": WHO}, sync_to_thread=False)
def look_shorter(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _shorter(request, games, contest, Said())


@post("/office/{games:str}/contests/{contest:str}/shortening", opt={"who": WHO})
async def shorten(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        minutes = whole(typed, "minutes") if typed.get("minutes", "").strip() else 0
    except Refusal as refusal:
        return _shorter(request, games, contest, Said((refusal,), typed))
    wish = Shortening(
        games, contest, typed.get("what", ""), minutes, typed.get("reason", ""), typed.get("document", "")
    )
    done = await carry_out(request, shorten_contest, wish, typed)
    if isinstance(done, Said):
        return _shorter(request, games, contest, done)
    return Redirect(f"/office/{games}/timetable#contest-{contest}", status_code=303)


def _counts(state: State, contest: str, typed: Mapping[str, str]) -> tuple[tuple[str, int, int], ...]:
    """Both numbers of every standing that counts a best K; a contest outside changes none of them."""
    asked = {} if line(state, contest).outside else best_counts(state)
    try:
        return tuple((name, whole(typed, f"k-{name}"), whole(typed, f"of-{name}")) for name in asked)
    except Refusal:
        raise Refusal("counts_needed", "counts") from None


def _page(request: AnyRequest, games: str, contest: str, said: Said, moved: tuple[Moved, ...] = ()) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    found = line(state, contest)
    left = [one for one in lines(state) if not one.outside and one.id != contest and one.id not in state.cancelled]
    return desk(
        request,
        games,
        "office/cancellation.html",
        said,
        contest=found,
        counts={} if found.outside else best_counts(state),
        left=len(left),
        moved=moved,
    )


def _shorter(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    state = shell_of(request).now(games).state
    found, slot = line(state, contest), state.slots.get(contest)
    minutes = slot.minutes if slot else ""
    said_before = shortened(state, contest)
    page = "office/shortening.html"
    return desk(request, games, page, said, contest=found, minutes=minutes, shortened=said_before)


routes = [look, cancel, look_shorter, shorten]
