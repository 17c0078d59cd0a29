"""The union's office: its year with what is missing in it, a new event in one form, the next one of a series."""

import re
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect
from sqlmodel import Session

from spartakiad.accounts.roles import Role
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.union.event_page import event_page, pages_of_year
from spartakiad.union.gaps import gaps
from spartakiad.union.keeping import add_event
from spartakiad.union.next_title import next_title
from spartakiad.union.noted import mistaken
from spartakiad.union.queries import about_union, cities, event_years
from spartakiad.union.typed_events import understand_event
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import me_in, shell_of
from spartakiad.words.dates import MOSCOW
from spartakiad.words.union import EVENT_KINDS, FORMS

WHO = only(Role.OFFICE)
_COPIED = ("form", "section")


@get("/office", opt={"who": only(Role.OFFICE, Role.ADMIN)}, sync_to_thread=False)
def desk(request: AnyRequest) -> Response[str]:
    """Where the work of the union's office begins: its calendar, and the Games that are kept here."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        heads = [head_of(session, slug, now.state) for slug, now in shell.memory.games.items()]
    year, may_keep = shell.clock().astimezone(MOSCOW).year, me_in(request).holds(Role.OFFICE)
    return staff(request, "office/union.html", heads=heads, year=year, may_keep=may_keep)


@get("/office/union/years/{year:str}", opt={"who": WHO}, sync_to_thread=False)
def one_year(request: AnyRequest, year: FromPath[str]) -> Response[str]:
    """Its events, each with its card; what the annual report will miss stands above."""
    if not re.fullmatch(r"[0-9]{4}", year) or year == "0000":
        raise Refusal("not_found")
    shell = shell_of(request)
    today = shell.clock().astimezone(MOSCOW).date()
    with shell.store.reader() as session:
        pages = pages_of_year(session, int(year))
        years, names = event_years(session), cities(session)
        wrong = mistaken(session, int(year))
    missing = gaps(pages, today)
    events = [page.event for page in pages]
    known = sorted({*years, today.year, today.year + 1}, reverse=True)
    told: dict[str, Any] = {"events": events, "gaps": missing, "wrong": wrong}
    return staff(request, "office/union_year.html", year=int(year), years=known, cities=names, **told)


@get("/office/union/new", opt={"who": WHO}, sync_to_thread=False)
def new(request: AnyRequest) -> Response[str]:
    """Empty, or as the event was that is named in the address: only the day is to be typed."""
    copied = request.query_params.get("copy_of", "")
    if not copied:
        return _form(request, Said())
    with shell_of(request).store.reader() as session:
        former = event_page(session, copied).event
    own = {name: getattr(former, name) for name in _COPIED} | {"title": next_title(former.title, former.edition)}
    edition = str(former.edition + 1) if former.edition else ""
    typed = {**own, "event_kind": former.kind, "event_host": former.host, "edition": edition, "copy_of": copied}
    return _form(request, Said((), typed))


@post("/office/union/new", opt={"who": WHO})
async def add(request: AnyRequest) -> Response[Any]:
    typed = await fields(request)
    with shell_of(request).store.reader() as session:
        known, sections = cities(session), about_union(session).titles
    wish = understand_event(typed, known, sections)
    if isinstance(wish, list):
        return _form(request, Said(tuple(wish), typed))
    done = await carry_out(request, add_event, wish, typed)
    if isinstance(done, Said):
        return _form(request, done)
    return Redirect(f"/office/union/events/{done['event']}?saved=yes", status_code=303)


def _form(request: AnyRequest, said: Said) -> Response[str]:
    with shell_of(request).store.reader() as session:
        lists = choices(session)
    return staff(request, "office/union_new.html", status=said.status, said=said, command_key=new_key(), **lists)


def choices(session: Session) -> dict[str, Any]:
    """What the lists of a form about an event offer."""
    return {
        "kinds": list(EVENT_KINDS.items()),
        "forms": list(FORMS.items()),
        "sections": list(about_union(session).titles.items()),
        "towns": [(slug, city.title) for slug, city in cities(session).items()],
    }


routes = [desk, one_year, new, add]
