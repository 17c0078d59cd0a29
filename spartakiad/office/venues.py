"""Venues: where they are, who answers there and how to ring him; corrected as often as something becomes known."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from spartakiad.games.timetable import CorrectedVenue, NewVenue, correct_venue, name_venue
from spartakiad.office.timetable import WHO, after
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields


@post("/office/{games:str}/timetable/venues", opt={"who": WHO})
async def add_venue(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    return after(request, games, await carry_out(request, name_venue, _told(games, typed), typed), "venue", saved=True)


@post("/office/{games:str}/timetable/venues/{venue:str}", opt={"who": WHO})
async def change_venue(request: AnyRequest, games: FromPath[str], venue: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = CorrectedVenue(venue, _told(games, typed))
    done = await carry_out(request, correct_venue, wish, typed)
    return after(request, games, done.in_row(venue) if isinstance(done, Said) else done, f"venue-{venue}", saved=True)


def _told(games: str, typed: Mapping[str, str]) -> NewVenue:
    names = ("venue_title", "town", "address", "person", "venue_phone")
    return NewVenue(games, *(typed.get(name, "") for name in names))


routes = [add_venue, change_venue]
