"""The timetable at the secretary's desk: venues, a slot for each contest, and a shift of half a day in one form."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import lines
from spartakiad.competition.texts import a_moment
from spartakiad.errors import Refusal
from spartakiad.games import timetable
from spartakiad.games.live import GamesHead, head_of
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import day

WHO = only(Role.CHIEF_SECRETARY)
USUAL = 120  # minutes, until somebody says otherwise


@get("/office/{games:str}/timetable", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/timetable/venues", opt={"who": WHO})
async def add_venue(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = timetable.NewVenue(games, *(typed.get(name, "") for name in ("venue_title", "town", "address")))
    return _after(request, games, await carry_out(request, timetable.name_venue, wish, typed))


@post("/office/{games:str}/timetable/slots/{contest:str}", opt={"who": WHO})
async def set_slot(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """A day and an hour, or neither: the contest is put off."""
    typed = await fields(request)
    try:
        put_off = typed.get("put_off") == "yes"
        moment = "" if put_off else _moment(_head(request, games), typed, "on_day", "at_time")
        minutes = whole(typed, "minutes")
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed), contest)
    wish = timetable.NewSlot(games, contest, moment, minutes, typed.get("venue", ""), typed.get("reason", ""))
    return _after(request, games, await carry_out(request, timetable.schedule, wish, typed), contest)


@post("/office/{games:str}/timetable/shift", opt={"who": WHO})
async def move(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        after = _moment(_head(request, games), typed, "from_day", "from_time")
        minutes = whole(typed, "shift") * (-1 if typed.get("earlier") == "yes" else 1)
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed))
    wish = timetable.ShiftAll(games, typed.get("shift_venue", ""), after, minutes, typed.get("shift_reason", ""))
    return _after(request, games, await carry_out(request, timetable.shift, wish, typed))


def _moment(head: GamesHead, typed: Mapping[str, str], day_field: str, time_field: str) -> str:
    """The moment of Moscow that two fields say, on one of the days of the Games."""
    moment = a_moment(typed.get(day_field, ""), typed.get(time_field, ""), day_field, time_field)
    if head.first and head.last and not head.first.isoformat() <= moment[:10] <= head.last.isoformat():
        raise Refusal("day_outside", day_field, days=head.dates)
    return moment


def _days(head: GamesHead) -> list[tuple[str, str]]:
    if not (head.first and head.last):
        return []
    every = [head.first + timedelta(days=number) for number in range((head.last - head.first).days + 1)]
    return [(one.isoformat(), day(one)) for one in every]


def _head(request: AnyRequest, games: str) -> GamesHead:
    shell = shell_of(request)
    with shell.store.reader() as session:
        return head_of(session, games, shell.now(games).state)


def _page(request: AnyRequest, games: str, said: Said, wrong: str = "") -> Response[str]:
    state = shell_of(request).now(games).state
    head = _head(request, games)
    rows = {row.contest: row for row in timetable.timetable(state)}
    return desk(
        request,
        games,
        "office/timetable.html",
        said,
        contests=[(line.id, line.title, rows.get(line.id)) for line in lines(state)],
        venues=[(venue.slug, venue.title) for venue in state.venues.values()],
        places=list(state.venues.values()),
        days=_days(head),
        usual=USUAL,
        announced=state.state != "draft",
        wrong=wrong,
    )


def _after(request: AnyRequest, games: str, done: object, wrong: str = "") -> Response[Any]:
    if isinstance(done, Said):
        return _page(request, games, done, wrong)
    return Redirect(f"/office/{games}/timetable", status_code=303)


routes = [look, add_venue, set_slot, move]
