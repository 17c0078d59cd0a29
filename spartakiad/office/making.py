"""«Новая Спартакиада»: one form; whoever sends it prepares the Games as their chief secretary."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.texts import PHRASE
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.forms import TAKEN, understand
from spartakiad.games.live import head_of
from spartakiad.games.making import Plan
from spartakiad.union.hosting import OfEvent, make_of_event
from spartakiad.union.queries import cities
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import me_in, shell_of

MAKERS = only(Role.OFFICE, Role.CHIEF_SECRETARY)
_KNOWN = ("title", "season", "host", "slug", "starts_on", "ends_on", "event")
_PARTS = ("программу", "подсчёт зачёта", "команды", "площадки", "кто подписывает", "телефон секретариата")


@get("/office/new", opt={"who": MAKERS}, sync_to_thread=False)
def new(request: AnyRequest) -> Response[str]:
    """Empty, or with what the calendar knows of a planned one: `?title=…&event=…` and so on."""
    told = {name: request.query_params.get(name, "")[:PHRASE] for name in _KNOWN}
    return _new(
        request, Said((), {**told, **{f"take-{part}": "yes" for part in TAKEN}}) if any(told.values()) else Said()
    )


@post("/office/new", opt={"who": MAKERS})
async def make(request: AnyRequest) -> Response[Any]:
    typed = await fields(request)
    shell = shell_of(request)
    copied = shell.memory.games.get(typed.get("copy_of", ""))
    with shell.store.reader() as session:
        titles = {slug: city.title for slug, city in cities(session).items()}
    planned = understand(typed, titles, copied.state if copied else None)
    if isinstance(planned, list):
        return _new(request, Said(tuple(planned), typed))
    wish = OfEvent(Plan(planned, me_in(request).account), typed.get("event", ""))
    done = await carry_out(request, make_of_event, wish, typed)
    if isinstance(done, Said):
        return _new(request, done)
    return Redirect(f"/office/{done['games']}/setup", status_code=303)


def _new(request: AnyRequest, said: Said) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        known = cities(session)
        heads = [head_of(session, slug, now.state) for slug, now in shell.memory.games.items()]
    return staff(
        request,
        "office/new.html",
        status=said.status,
        cities=[(slug, city.title) for slug, city in known.items()],
        copies=[(head.slug, head.title) for head in heads],
        parts=[
            (part, words, not said.typed or f"take-{part}" in said.typed)
            for part, words in zip(TAKEN, _PARTS, strict=True)
        ],
        sports=list(sports().values()),
        presets=[(one.id, one.title, "") for one in presets().values() if not one.questions],
        said=said,
        command_key=new_key(),
    )


routes = [new, make]
