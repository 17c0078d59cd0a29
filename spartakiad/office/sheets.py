"""Publication at the desk: what can be published, what is, and the archive by which anybody checks it."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.sheets import OVERALL
from spartakiad.documents.publishing import Press, Publish, publish
from spartakiad.errors import Refusal
from spartakiad.people.actions import NewExport, note_export
from spartakiad.publication.queries import sheet_file
from spartakiad.publication.sheets import sheet_views
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, seen_waiting
from spartakiad.web.papers import site_of, stored_answer
from spartakiad.web.wiring import actor_in, me_in, settings_of, shell_of
from spartakiad.words.sheets import grouped

WHO = only(Role.CHIEF_SECRETARY)
READ = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)
WHOLE = "_"  # in the form: the overall standings


@get("/office/{games:str}/sheets", opt={"who": READ}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/sheets", opt={"who": WHO})
async def send(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """One sheet, its next revision."""
    typed = await fields(request)
    contest = typed.get("contest", "")
    if not contest:
        return _page(request, games, Said((Refusal("choice_needed", "contest"),), typed))
    wish = Publish(games, OVERALL if contest == WHOLE else contest, press_of(request), seen_waiting(typed))
    done = await carry_out(request, publish, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/sheets", status_code=303)


@get("/office/{games:str}/sheets/{number:int}/{revision:int}/full.pdf", opt={"who": READ}, sync_to_thread=True)
def full(request: AnyRequest, games: FromPath[str], number: FromPath[int], revision: FromPath[int]) -> Response[bytes]:
    """The secretariat's copy with full names, so whoever takes it is written down."""
    shell = shell_of(request)
    sheet = shell.now(games).state.sheets.get(number)
    found = [one for one in sheet.revisions if one.revision == revision] if sheet else []
    with shell.store.reader() as session:
        content = sheet_file(session, found[0].full) if found else None
    if content is None:
        raise Refusal("not_found")
    what = f"протокол {number}, редакция {revision}, с полными именами"
    shell.write_now(note_export, NewExport(games, "", what), actor_in(request))
    answer = stored_answer(content, f"{games}-{number}-{revision}-full")
    answer.headers["cache-control"] = "no-store"
    return answer


def press_of(request: AnyRequest) -> Press:
    return Press(site_of(request), str(settings_of(request).keys))


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    state = shell_of(request).now(games).state
    shown: dict[str, Any] = {"views": sheet_views(state), "whole": WHOLE, "key": grouped(state.key)}
    return desk(request, games, "office/sheets.html", said, runs=_runs(request, games), **shown)


def _runs(request: AnyRequest, games: str) -> bool:
    return me_in(request).may(WHO.roles, games)


routes = [look, send, full]
