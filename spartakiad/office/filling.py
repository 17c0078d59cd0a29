"""The whole timetable in one form: a row a contest, one button; for Games that are being made."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.competition.decide.timetable import movable
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead
from spartakiad.games.timetable import Filled, NewSlot, fill
from spartakiad.office.timetable import USUAL, WHO, head_for, moment_in, usual_day
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import clock

_FIELDS = ("on_day", "at_time", "minutes", "venue")


@get("/office/{games:str}/timetable/whole", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/timetable/whole", opt={"who": WHO})
async def fill_all(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """All rows or none; a contest without an hour stays where it was: nowhere."""
    typed = await fields(request)
    state, head = shell_of(request).now(games).state, head_for(request, games)
    slots: list[NewSlot] = []
    faults: list[Refusal] = []
    for contest in _open(state):
        row = {name: typed.get(f"{name}-{contest}", "") for name in _FIELDS}
        if row["at_time"].strip() or _has_hour(state, contest):
            try:
                slots.append(_slot(games, contest, head, row, typed.get("reason", "")))
            except Refusal as refusal:
                faults += Said((refusal,)).in_row(contest).refusals
    if faults:
        return _page(request, games, Said(tuple(faults), typed))
    done = await carry_out(request, fill, Filled(games, tuple(slots)), typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/timetable", status_code=303)


def _slot(games: str, contest: str, head: GamesHead, row: Mapping[str, str], reason: str) -> NewSlot:
    moment = moment_in(head, row, "on_day", "at_time")
    return NewSlot(games, contest, moment, whole(row, "minutes"), row["venue"], reason)


def _open(state: State) -> list[str]:
    return [line.id for line in lines(state) if movable(state, line.id)]


def _has_hour(state: State, contest: str) -> bool:
    return contest in state.slots and state.slots[contest].starts_at is not None


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    state, head = shell_of(request).now(games).state, head_for(request, games)
    days, titles = head.days, {line.id: line.title for line in lines(state)}
    return desk(
        request,
        games,
        "office/timetable_whole.html",
        said,
        rows=[
            (contest, titles[contest], _values(state, contest, days) | _typed(said, contest))
            for contest in _open(state)
        ],
        days=days,
        venues=[(venue.slug, venue.title) for venue in state.venues.values()],
        announced=state.state != "draft" and bool(state.slots),
    )


def _values(state: State, contest: str, days: list[tuple[str, str]]) -> dict[str, str]:
    """As it stands; before that the usual day and the venue, where there is only one."""
    slot, usual = state.slots.get(contest), usual_day(days)
    only = next(iter(state.venues)) if len(state.venues) == 1 else ""
    if slot is None:
        return {"on_day": usual, "at_time": "", "minutes": str(USUAL), "venue": only}
    on = slot.starts_at.date().isoformat() if slot.starts_at else usual
    at = clock(slot.starts_at) if slot.starts_at else ""
    return {"on_day": on, "at_time": at, "minutes": str(slot.minutes), "venue": slot.venue}


def _typed(said: Said, contest: str) -> dict[str, str]:
    typed = {name: said.typed.get(f"{name}-{contest}") for name in _FIELDS}
    return {name: text for name, text in typed.items() if text is not None}


routes = [look, fill_all]
