"""The calendar as files, whole or as far as the address narrows it; and the plan of a year to be printed."""

import re

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION
from spartakiad.documents.calendar_atom import calendar_atom
from spartakiad.documents.calendar_plan import plan_paper
from spartakiad.errors import Refusal
from spartakiad.site.calendar_lists import address_of, wanted_in
from spartakiad.union.listing import Wanted, all_found
from spartakiad.union.queries import CityView, EventView, cities, in_year
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import pdf_answer, site_of, xlsx_answer
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of

Events = tuple[EventView, ...]
Cities = dict[str, CityView]


@get("/calendar.ics", opt={"who": PUBLIC}, sync_to_thread=True)
def ics(request: AnyRequest) -> Response[bytes]:
    """For telephones and office calendars to subscribe to."""
    from spartakiad.documents.calendar_ics import calendar_ics  # slow to import: with the first file

    _note(request)
    return Response(calendar_ics(*_found(request, wanted_in(request))), media_type="text/calendar")


@get("/calendar.atom", opt={"who": PUBLIC}, sync_to_thread=True)
def atom(request: AnyRequest) -> Response[bytes]:
    wanted = wanted_in(request)
    address = f"{site_of(request)}/calendar.atom{address_of(wanted)}"
    body = calendar_atom(*_found(request, wanted), site_of(request), address)
    return Response(body, media_type="application/atom+xml")


@get("/calendar.xlsx", opt={"who": PUBLIC}, sync_to_thread=True)
def xlsx(request: AnyRequest) -> Response[bytes]:
    wanted = wanted_in(request)
    subject = f"{wanted.year} год" if wanted.year else "Все годы"
    found, names = _found(request, wanted)
    return xlsx_answer(plan_paper(subject, in_year(found, wanted.year) if wanted.year else found, names))


@get("/calendar/{year:str}/plan", opt={"who": PUBLIC}, sync_to_thread=False)
def plan(request: AnyRequest, year: FromPath[str]) -> Response[str]:
    """The plan of a year as a table, to be read and to be printed by the browser."""
    events, names = _of_year(request, year)
    reads = {UNION: shell_of(request).memory.numbers.get(UNION, 0)}
    return public(request, "site/plan.html", reads, year=int(year), events=events, cities=names)


@get("/calendar/{year:str}/plan.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def plan_pdf(request: AnyRequest, year: FromPath[str]) -> Response[bytes]:
    _note(request)
    return pdf_answer(plan_paper(f"{year} год", *_of_year(request, year)))


def _of_year(request: AnyRequest, year: str) -> tuple[Events, Cities]:
    if not re.fullmatch(r"[0-9]{4}", year) or year == "0000":
        raise Refusal("not_found")
    found, names = _found(request, Wanted(year=int(year)))
    if not found:
        raise Refusal("not_found")
    return in_year(found, int(year)), names


def _found(request: AnyRequest, wanted: Wanted) -> tuple[Events, Cities]:
    with shell_of(request).store.reader() as session:
        names = dict(cities(session))
        return all_found(session, wanted, names), names


def _note(request: AnyRequest) -> None:
    note_made_of(request, {UNION: shell_of(request).memory.numbers.get(UNION, 0)})


routes = [ics, atom, xlsx, plan, plan_pdf]
