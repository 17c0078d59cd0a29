"""The timetable at the secretary's desk: a slot for each contest, and what moves many of them in one form."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.timetable import movable
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.competition.texts import a_moment
from spartakiad.errors import Refusal
from spartakiad.games import timetable
from spartakiad.games.clashes import clash_sentences, clashes
from spartakiad.games.live import GamesHead, head_of
from spartakiad.people.queries import names_of
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import MOSCOW, clock

WHO = only(Role.CHIEF_SECRETARY)
USUAL = 120  # minutes, until somebody says otherwise


@get("/office/{games:str}/timetable", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return page(request, games, Said())


@post("/office/{games:str}/timetable/slots/{contest:str}", opt={"who": WHO})
async def set_slot(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """A day and an hour, or neither: the contest is put off."""
    typed = await fields(request)
    try:
        put_off = typed.get("put_off") == "yes"
        moment = "" if put_off else moment_in(head_for(request, games), typed, "on_day", "at_time")
        minutes = whole(typed, "minutes")
    except Refusal as refusal:
        return page(request, games, Said((refusal,), typed).in_row(contest), contest)
    wish = timetable.NewSlot(games, contest, moment, minutes, typed.get("venue", ""), typed.get("reason", ""))
    done = await carry_out(request, timetable.schedule, wish, typed)
    return after(request, games, done.in_row(contest) if isinstance(done, Said) else done, contest)


@post("/office/{games:str}/timetable/shift", opt={"who": WHO})
async def move(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        begin = moment_in(head_for(request, games), typed, "from_day", "from_time")
        minutes = whole(typed, "shift") * (-1 if typed.get("earlier") == "yes" else 1)
    except Refusal as refusal:
        return page(request, games, Said((refusal,), typed), "shift")
    wish = timetable.ShiftAll(games, typed.get("shift_venue", ""), begin, minutes, typed.get("reason", ""))
    return after(request, games, await carry_out(request, timetable.shift, wish, typed), "shift")


@post("/office/{games:str}/timetable/venue-move", opt={"who": WHO})
async def move_venue(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """Everything from one venue to another."""
    typed = await fields(request)
    places = typed.get("leave_venue", ""), typed.get("to_venue", "")
    wish = timetable.MoveAll(games, *places, typed.get("move_day", ""), typed.get("reason", ""))
    done = await carry_out(request, timetable.move_venue, wish, typed)
    return after(request, games, done.in_row("move") if isinstance(done, Said) else done, "move")


def moment_in(head: GamesHead, typed: Mapping[str, str], day_field: str, time_field: str) -> str:
    """The moment of Moscow that two fields say, on one of the days of the Games."""
    moment = a_moment(typed.get(day_field, ""), typed.get(time_field, ""), day_field, time_field)
    if head.first and head.last and not head.first.isoformat() <= moment[:10] <= head.last.isoformat():
        raise Refusal("day_outside", day_field, days=head.dates)
    return moment


def usual_day(days: list[tuple[str, str]]) -> str:
    """The second one: on the first people arrive and the commission sits."""
    return days[min(1, len(days) - 1)][0] if days else ""


def head_for(request: AnyRequest, games: str) -> GamesHead:
    shell = shell_of(request)
    with shell.store.reader() as session:
        return head_of(session, games, shell.now(games).state)


def page(request: AnyRequest, games: str, said: Said, wrong: str = "") -> Response[str]:
    """`wrong`: in which form something is said: a contest's, venue-SLUG, shift, move, or venue for a new one."""
    shell = shell_of(request)
    state, head = shell.now(games).state, head_for(request, games)
    rows = {row.contest: row for row in timetable.timetable(state)}
    following = timetable.upcoming(state, shell.clock().astimezone(MOSCOW))
    begins = following.starts_at if following else None
    return desk(
        request,
        games,
        "office/timetable.html",
        said,
        contests=[(line.id, line.title, rows.get(line.id), movable(state, line.id)) for line in lines(state)],
        clashing=_clashing(request, games, state),
        venues=[(venue.slug, venue.title) for venue in state.venues.values()],
        places=state.venues,
        days=head.days,
        usual_day=usual_day(head.days),
        from_day=begins.date().isoformat() if begins else (head.first.isoformat() if head.first else ""),
        from_time=clock(begins) if begins else "",
        usual=USUAL,
        announced=state.state != "draft",
        wrong=wrong,
    )


def _clashing(request: AnyRequest, games: str, state: State) -> dict[str, list[str]]:
    found = clashes(state)
    numbers = {number for one in found.values() for clash in one for number in clash.athletes}
    titles = {line.id: line.title for line in lines(state)}
    names = {}
    if numbers:
        with shell_of(request).store.reader() as session:
            names = names_of(session, games, numbers)
    return {contest: clash_sentences(one, titles, names) for contest, one in found.items()}


def after(request: AnyRequest, games: str, done: object, wrong: str = "", saved: bool = False) -> Response[Any]:
    """`saved`: the page says so, because nothing else on it may look different."""
    if isinstance(done, Said):
        return page(request, games, done, wrong)
    return Redirect(f"/office/{games}/timetable{'?saved=yes' if saved else ''}", status_code=303)


routes = [look, set_slot, move, move_venue]
