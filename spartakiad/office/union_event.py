"""The card of an event at the union's office: what it is, what became of it, who came, what was said and decided."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.competition.shell import Verb
from spartakiad.errors import Refusal
from spartakiad.office.union_card import together, written
from spartakiad.office.union_desk import WHO, choices
from spartakiad.union.event_page import Present, event_page
from spartakiad.union.keeping import describe_event, step_event
from spartakiad.union.queries import EventView, about_union, cities
from spartakiad.union.telling import (
    DECIDED,
    NamedCities,
    NewDecision,
    ToldLines,
    WrongDecision,
    add_decision,
    drop_decision,
    name_cities,
    tell_lines,
)
from spartakiad.union.typed_events import (
    LINES,
    LONG,
    PRESENT,
    ROLES,
    Form,
    lines_of,
    person_of,
    understand_described,
    understand_step,
    version,
)
from spartakiad.union.typed_when import written_when
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import shell_of
from spartakiad.words import union as words
from spartakiad.words.searching import fold

_HOW = {"in_person": "очно", "online": "по видеосвязи", "outside": "не из Союза"}
_ANSWERED = {"in_person": "ответил", "outside": "ответил, не из Союза"}
_NUMERAL = 10


@get("/office/union/events/{slug:str}", opt={"who": WHO}, sync_to_thread=False)
def card(request: AnyRequest, slug: FromPath[str]) -> Response[str]:
    return _card(request, slug, Said())


@post("/office/union/events/{slug:str}", opt={"who": WHO})
async def describe(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    with shell_of(request).store.reader() as session:
        wish = understand_described(typed, slug, about_union(session).titles)
    return await _done(request, slug, describe_event, wish, typed, "what")


@post("/office/union/events/{slug:str}/steps", opt={"who": WHO})
async def step(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    with shell_of(request).store.reader() as session:
        wish = understand_step(typed, slug, cities(session))
    return await _done(request, slug, step_event, wish, typed, "became")


@post("/office/union/events/{slug:str}/cities", opt={"who": WHO})
async def came(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    with shell_of(request).store.reader() as session:
        known = cities(session)
    ticked = tuple((city, how, _spoke(typed, city)) for city, how in _came(typed, known).items())
    return await _done(request, slug, name_cities, NamedCities(slug, version(typed), ticked), typed, "cities")


@post("/office/union/events/{slug:str}/account", opt={"who": WHO})
async def tell(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    with shell_of(request).store.reader() as session:
        homes = {fold(city.title): found for found, city in cities(session).items()}
    try:
        lines = tuple((kind, line) for kind in LINES for line in lines_of(typed, kind, LONG))
        people = tuple((role, *person_of(line, role, homes)) for role in ROLES for line in lines_of(typed, role))
    except Refusal as refusal:
        return _card(request, slug, Said((refusal,), typed))
    return await _done(request, slug, tell_lines, ToldLines(slug, version(typed), lines, people), typed, "account")


@post("/office/union/events/{slug:str}/decisions", opt={"who": WHO})
async def decide(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    form = Form(typed, [])
    with shell_of(request).store.reader() as session:
        known = cities(session)
    wish = NewDecision(
        slug=slug,
        version=version(typed),
        kind=form.choice("decision_kind", DECIDED, needed=True),
        text=form.text("decision", LONG, needed=True),
        city=form.choice("decided_city", known),
        season=form.choice("season", words.SEASONS),
        numeral=form.text("numeral", _NUMERAL),
        year=form.number("decided_year") or 0,
    )
    return await _done(request, slug, add_decision, form.faults or wish, typed, "decisions")


def _spoke(typed: Mapping[str, str], city: str) -> bool:
    return typed.get(f"spoke-{city}") == "yes"


def _came(typed: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """Whoever spoke was there, though nobody said how."""
    how = {city: typed.get(f"came-{city}") or ("in_person" if _spoke(typed, city) else "") for city in known}
    return {city: one for city, one in how.items() if one in PRESENT}


@post("/office/union/events/{slug:str}/decisions/removal", opt={"who": WHO})
async def drop(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = WrongDecision(slug, version(typed), typed.get("wrong", ""))
    return await _done(request, slug, drop_decision, wish, typed, "decisions")


async def _done(
    request: AnyRequest, slug: str, verb: Verb, wish: Any, typed: Mapping[str, str], part: str
) -> Response[Any]:
    """To the part of the card that was sent; a refusal comes back with what was typed."""
    if isinstance(wish, list):
        return _card(request, slug, Said(tuple(wish), typed))
    done = await carry_out(request, verb, wish, typed)
    if isinstance(done, Said):
        stale = any(one.kind == "stale" for one in done.refusals)
        return _card(request, slug, _together(request, slug, typed) if stale else done)
    return Redirect(f"/office/union/events/{slug}?saved={part}#{part}", status_code=303)


def _together(request: AnyRequest, slug: str, typed: Mapping[str, str]) -> Said:
    """What was typed beside what somebody else wrote meanwhile."""
    with shell_of(request).store.reader() as session:
        page, known = event_page(session, slug), cities(session)
    stands = {f"came-{one.city}": _how(one) for one in page.present}
    ticks = {name: typed.get(name) or stands.get(name, "") for name in (f"came-{city}" for city in known)}
    told = together(typed, {**written(page, {slug: city.title for slug, city in known.items()})})
    return Said(told.refusals, {**told.typed, **ticks})


def _how(one: Present) -> str:
    return "online" if one.online else "outside" if one.outside else "in_person"


def _card(request: AnyRequest, slug: str, said: Said) -> Response[str]:
    with shell_of(request).store.reader() as session:
        page, lists, known = event_page(session, slug), choices(session), cities(session)
    event = page.event
    came = {one.city: _how(one) for one in page.present} | _came(said.typed, known)
    return staff(
        request,
        "office/union_event.html",
        status=said.status,
        said=said,
        saved=request.query_params.get("saved", ""),
        page=page,
        event=event,
        when=written_when(event.first, event.last, event.precision),
        cities=known,
        came=came,
        spoke={one.city for one in page.present if one.speaking} | {city for city in known if _spoke(said.typed, city)},
        ways=list((_ANSWERED if event.kind == "exchange" else _HOW).items()),
        now=written(page, {slug: city.title for slug, city in known.items()}),
        steps=list(words.STEPS.items()),
        games_form=_games_form(event, shell_of(request).memory.games),
        seasons=[(season, name[:1].upper() + name[1:]) for season, (name, _) in words.SEASONS.items()],
        precisions=list(words.PRECISIONS.items()),
        command_key=new_key(),
        **lists,
    )


def _games_form(event: EventView, kept: Mapping[str, object]) -> str:
    """Where the Games that is planned here is prepared; "" where it is prepared already, or this is none."""
    if event.kind != "spartakiad" or event.state in ("held", "cancelled") or event.games in kept:
        return ""
    season = event.games.rpartition("-")[0].replace("-", "_") or words.season_of(event.title)
    known = {"title": event.title, "season": season, "host": event.host, "slug": event.games, "event": event.slug}
    if event.precision == "days":
        known |= {"starts_on": f"{event.first:%d.%m.%Y}", "ends_on": f"{event.last:%d.%m.%Y}"}
    return f"/office/new?{urlencode(known)}"


routes = [card, describe, step, came, tell, decide, drop]
