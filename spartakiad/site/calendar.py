"""The union's calendar: a year, an event, the file for other calendars."""

import re
from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION
from spartakiad.errors import Refusal
from spartakiad.games.queries import all_games
from spartakiad.union.event_page import event_page
from spartakiad.union.queries import EventView, cities, event_years, events
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import MONTH_NAMES
from spartakiad.words.union import EVENT_GROUPS

Groups = list[tuple[str, tuple[EventView, ...]]]


@get("/calendar", opt={"who": PUBLIC}, sync_to_thread=False)
def latest(request: AnyRequest) -> Response[str]:
    """The latest year that has events."""
    return _year(request, None)


@get("/calendar/{year:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def one_year(request: AnyRequest, year: FromPath[str]) -> Response[str]:
    """The address has four ASCII digits: `int` would take others too, and one page would have many addresses."""
    if not re.fullmatch(r"[0-9]{4}", year):
        raise Refusal("not_found")
    return _year(request, int(year))


@get("/calendar/events/{slug:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def event(request: AnyRequest, slug: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        page = event_page(session, slug)
        if page.mistaken:
            raise Refusal("not_found")
        games = {one.slug: one for one in all_games(session, shell.memory.shown)}
        context: dict[str, Any] = {"page": page, "event": page.event, "cities": cities(session), "games": games}
    return public(request, "site/event.html", reads, **context)


def _year(request: AnyRequest, asked: int | None) -> Response[str]:
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        years = event_years(session)
        if asked is not None and asked not in years:
            raise Refusal("not_found")
        year = asked or next(iter(years), None)
        found = events(session, year) if year else ()
        context: dict[str, Any] = {"year": year, "years": years, "cities": cities(session)}
    context |= {"months": _by_month(found, year or 0), "undated": _by_kind(found), "total": len(found)}
    context["numbers"] = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
    return public(request, "site/calendar.html", reads, **context)


def _by_month(found: tuple[EventView, ...], year: int) -> Groups:
    """What goes on since the year before stands in January."""
    dated = [(event.first.month if event.first.year == year else 1, event) for event in found if not event.rough]
    months = sorted({month for month, _ in dated})
    return [(MONTH_NAMES[month - 1], tuple(one for at, one in dated if at == month)) for month in months]


def _by_kind(found: tuple[EventView, ...]) -> Groups:
    """Events known to their year only."""
    undated = [event for event in found if event.rough]
    groups = ((words, tuple(one for one in undated if one.kind == kind)) for kind, words in EVENT_GROUPS.items())
    return [(words, together) for words, together in groups if together]


routes = [latest, one_year, event]
