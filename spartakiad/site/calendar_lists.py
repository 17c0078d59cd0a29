"""The calendar as lists: all years with filters in the address, what is next, a month, a series, a section."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromPath
from sqlmodel import Session

from spartakiad.competition.memory import UNION
from spartakiad.errors import Refusal
from spartakiad.union.listing import Wanted, found
from spartakiad.union.queries import about_union, cities, event_years
from spartakiad.union.series import all_series, section_page, series_page
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import MONTH_NAMES, MOSCOW
from spartakiad.words.searching import MOST_SIGNS
from spartakiad.words.union import EVENT_GROUPS

_TEXTS = ("kind", "section", "city", "series", "state")
_YEAR = re.compile(r"[0-9]{4}")
_LONGEST = 80


def wanted_in(request: AnyRequest) -> Wanted:
    """What the address asks for. Raises Refusal not_found for a year that is none."""
    asked = {name: said.replace("\x00", "").strip() for name, said in request.query_params.items()}
    year = asked.get("year", "")
    if year and (not _YEAR.fullmatch(year) or year == "0000"):
        raise Refusal("not_found")
    texts: dict[str, Any] = {name: asked.get(name, "")[:_LONGEST] for name in _TEXTS}
    return Wanted(q=asked.get("q", "")[:MOST_SIGNS], year=int(year) if year else None, **texts)


def address_of(wanted: Wanted) -> str:
    """The same question in an address: «?kind=section&city=pskov»; "" where nothing is asked."""
    asked = {name: getattr(wanted, name) for name in ("q", "year", *_TEXTS)}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"?{query}" if query else ""


def page_in(request: AnyRequest) -> int:
    """Which page of a list the address names; the first where it names none that can be."""
    number = request.query_params.get("page", "1")
    return max(int(number), 1) if number.isascii() and number.isdigit() and len(number) < len("00000") else 1


@get("/calendar/all", opt={"who": PUBLIC}, sync_to_thread=False)
def all_events(request: AnyRequest) -> Response[str]:
    """All years, the latest first, as far as the address narrows them."""
    wanted = wanted_in(request)
    shell = shell_of(request)
    with shell.store.reader() as session:
        names = cities(session)
        context: dict[str, Any] = {"found": found(session, wanted, names, page_in(request)), **_choices(session)}
    context |= {"wanted": wanted, "asked": address_of(wanted), "cities": names}
    context["towns"] = [(slug, city.title) for slug, city in names.items()]
    return public(request, "site/events.html", _reads(request), **context)


@get("/calendar/next", opt={"who": PUBLIC}, sync_to_thread=False)
def what_is_next(request: AnyRequest) -> Response[str]:
    """What is planned and not over, the nearest first."""
    shell = shell_of(request)
    now = shell.clock()
    today = now.astimezone(MOSCOW).date()
    with shell.store.reader() as session:
        names = cities(session)
        ahead = found(session, Wanted(ahead_of=today), names, page_in(request), oldest_first=True)
    midnight = datetime.combine(today + timedelta(days=1), time(), MOSCOW).astimezone(UTC)
    return public(request, "site/next.html", _reads(request), until=midnight, found=ahead, cities=names, today=today)


@get("/calendar/{year:str}/{month:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def one_month(request: AnyRequest, year: FromPath[str], month: FromPath[str]) -> Response[str]:
    """What is known to lie in a month, its days or the month itself."""
    if not _YEAR.fullmatch(year) or not re.fullmatch(r"[1-9]|1[0-2]", month) or year == "0000":
        raise Refusal("not_found")
    first = date(int(year), int(month), 1)
    shell = shell_of(request)
    with shell.store.reader() as session:
        names, years = cities(session), event_years(session)
        if first.year not in years:
            raise Refusal("not_found")
        wanted = Wanted(year=first.year, month=first.month)
        events = found(session, wanted, names, page_in(request), oldest_first=True)
    months = [(number, name) for number, name in enumerate(MONTH_NAMES, start=1)]
    context: dict[str, Any] = {"found": events, "cities": names, "months": months, "first": first}
    return public(request, "site/month.html", _reads(request), **context)


@get("/calendar/series/{slug:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def series(request: AnyRequest, slug: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        page, names = series_page(session, slug), cities(session)
    return public(request, "site/series.html", _reads(request), page=page, cities=names)


@get("/calendar/sections/{slug:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def section(request: AnyRequest, slug: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        page, names = section_page(session, slug), cities(session)
    return public(request, "site/section.html", _reads(request), page=page, cities=names)


def _choices(session: Session) -> dict[str, Any]:
    return {
        "years": [(str(year), str(year)) for year in event_years(session)],
        "kinds": list(EVENT_GROUPS.items()),
        "sections": list(about_union(session).titles.items()),
        "series": all_series(session),
    }


def _reads(request: AnyRequest) -> dict[str, int]:
    return {UNION: shell_of(request).memory.numbers.get(UNION, 0)}


routes = [all_events, what_is_next, one_month, series, section]
