"""«Новая Спартакиада»: made in one form, from nothing or as a copy."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.games import planning
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.forms import understand
from spartakiad.games.live import head_of
from spartakiad.union.queries import cities
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.render import staff
from spartakiad.web.wiring import me_in, shell_of

MAKERS = only(Role.OFFICE, Role.CHIEF_SECRETARY)


@get("/office/new", opt={"who": MAKERS}, sync_to_thread=False)
def new(request: AnyRequest) -> Response[str]:
    return _new(request, Said())


@post("/office/new", opt={"who": MAKERS})
async def make(request: AnyRequest) -> Response[Any]:
    typed = await fields(request)
    shell = shell_of(request)
    copied = shell.memory.games.get(typed.get("copy_of", ""))
    with shell.store.reader() as session:
        titles = {slug: city.title for slug, city in cities(session).items()}
    plan = understand(typed, titles, shell.memory.games, copied.state.regulation if copied else None)
    if isinstance(plan, list):
        return _new(request, Said(tuple(plan), typed))
    done = await carry_out(request, planning.plan, planning.Plan(plan, me_in(request).account), typed)
    return _new(request, done) if isinstance(done, Said) else Redirect(f"/office/{plan.slug}/setup", status_code=303)


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
        sports=list(sports().values()),
        presets=[(one.id, one.title, "") for one in presets().values() if not one.questions],
        said=said,
        command_key=new_key(),
    )


routes = [new, make]
