"""create_app(): the only place where the parts meet. The list of routes is the site map."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar
from litestar.datastructures import State
from litestar.types import ASGIApp

from spartakiad.admin import pages as admin
from spartakiad.api import data, following, health
from spartakiad.competition.shell import Shell
from spartakiad.judge import cards as judge_cards
from spartakiad.judge import come_in, corrections, judges
from spartakiad.judge import entry as judge_entry
from spartakiad.judge import files as judge_files
from spartakiad.judge import pages as judge
from spartakiad.judge import pictures as judge_pictures
from spartakiad.judge import pins as judge_pins
from spartakiad.judge import records as judge_records
from spartakiad.judge import weighing as judge_weighing
from spartakiad.office import pages as office
from spartakiad.settings import Settings
from spartakiad.site import pages as site
from spartakiad.site.kept import kept_queries
from spartakiad.team import coaches
from spartakiad.team import contests as team_contests
from spartakiad.team import correcting as team_correcting
from spartakiad.team import foreseeing as team_foreseeing
from spartakiad.team import officials as team_officials
from spartakiad.team import pages as team
from spartakiad.team import papers as team_papers
from spartakiad.team import replacing as team_replacing
from spartakiad.team import tables as team_tables
from spartakiad.team import technical as team_technical
from spartakiad.team import turns as team_turns
from spartakiad.web import assets, live
from spartakiad.web.access import guard
from spartakiad.web.errors import HANDLERS
from spartakiad.web.headers import headers_of, with_headers
from spartakiad.web.hub import Hub
from spartakiad.web.live import Streams
from spartakiad.web.memo import Memo
from spartakiad.web.memo_answers import Page
from spartakiad.web.render import environment

MOST_BODY = 256 * 1024  # bytes

ROUTES = [
    *site.routes,
    *team.routes,
    *team_papers.routes,
    *team_replacing.routes,
    *team_correcting.routes,
    *team_tables.routes,
    *team_contests.routes,
    *team_turns.routes,
    *team_technical.routes,
    *team_officials.routes,
    *team_foreseeing.routes,
    *coaches.routes,
    *judge.routes,
    *come_in.routes,
    *corrections.routes,
    *judge_cards.routes,
    *judge_pictures.routes,
    *judge_pins.routes,
    *judge_weighing.routes,
    *judge_files.routes,
    *judge_entry.routes,
    *judge_records.routes,
    *judges.routes,
    *office.routes,
    *admin.routes,
    *data.routes,
    *following.routes,
    health.healthz,
    health.readyz,
]

_TURN = 0.0005  # seconds a thread keeps the interpreter: while streams are told, an entry waits so long at each step
_RARELY = (20_000, 20, 50)  # new objects before the collector looks at the youngest; how much more seldom at older ones


def create_litestar(settings: Settings, shell: Shell, hub: Hub) -> Litestar:
    """The application without the layers around it."""
    return Litestar(
        route_handlers=[*ROUTES, assets.asset, live.live],
        guards=[guard],
        exception_handlers=HANDLERS,
        state=State({"settings": settings, "shell": shell, "hub": hub, "templates": environment()}),
        openapi_config=None,
        request_max_body_size=MOST_BODY,
        multipart_form_part_limit=50,
        lifespan=[_serving(shell, hub)],
        debug=False,
    )


def create_app(
    settings: Settings, shell: Shell, hub: Hub | None = None, pages: dict[str, Page] | None = None
) -> ASGIApp:
    """The whole: application, memo of public pages in front of it, headers around both."""
    hub = hub or Hub(shell.memory.numbers)
    return in_front_of(create_litestar(settings, shell, hub), settings, shell, hub, pages)


def in_front_of(
    app: ASGIApp, settings: Settings, shell: Shell, hub: Hub, pages: dict[str, Page] | None = None
) -> ASGIApp:
    """The memo unless it is switched off, the streams, and the headers, which both know too. `pages`: of the memo."""
    headers = headers_of(settings.secure, settings.frames)
    whole: ASGIApp = Streams(with_headers(app, headers), hub, headers)
    if settings.memo:
        memo = Memo(whole, shell.memory.numbers, headers, kept_queries(shell), pages)
        hub.on_told = memo.make_again
        return memo
    return whole


def settle() -> None:
    """What was made so far stays as long as the process does: the collector need not walk it again for each new row.

    Threads take turns often, so that whoever writes does not wait for a loop that is telling thousands.
    For a process that serves; in one that makes many applications it would keep them all.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RARELY)
    sys.setswitchinterval(_TURN)


def _serving(shell: Shell, hub: Hub):  # type: ignore[no-untyped-def]
    @asynccontextmanager
    async def serving(_app: Litestar) -> AsyncIterator[None]:
        hub.open()
        shell.memory.listeners.append(hub.tell)
        try:
            yield
        finally:
            shell.memory.listeners.remove(hub.tell)
            hub.close()
            await asyncio.sleep(0)

    return serving
