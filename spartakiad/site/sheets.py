"""Published sheets: which there are, each with its revisions and how it is proved, the public file itself."""

from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.sheets import Revision
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead, head_of, held_of
from spartakiad.publication.queries import sheet_file
from spartakiad.publication.sheets import SheetView, sheet_view, sheet_views
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import stored_answer
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of
from spartakiad.words.sheets import WHY, grouped


@get("/games/{games:str}/sheets", opt={"who": PUBLIC}, sync_to_thread=False)
def sheets(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """Everything that was published, and the key by which it is checked."""
    now, head = _now(request, games)
    published = [view for view in sheet_views(now.state) if view.sheet]
    shown: dict[str, Any] = {"published": published, "key": grouped(now.state.key)}
    return public(
        request, "site/sheets.html", _reads(request, now), head=head, demo=head.demo, held=held_of(now, head), **shown
    )


@get("/games/{games:str}/sheets/{number:int}/{revision:int}", opt={"who": PUBLIC}, sync_to_thread=False)
def sheet(request: AnyRequest, games: FromPath[str], number: FromPath[int], revision: FromPath[int]) -> Response[str]:
    now, head = _now(request, games)
    view, one = _found(now, number, revision)
    shown: dict[str, Any] = {"view": view, "one": one, "why": WHY, "grouped": grouped}
    return public(
        request, "site/sheet.html", _reads(request, now), head=head, demo=head.demo, held=held_of(now, head), **shown
    )


@get("/games/{games:str}/sheets/{number:int}/{revision:int}/protocol.pdf", opt={"who": PUBLIC}, sync_to_thread=True)
def file(request: AnyRequest, games: FromPath[str], number: FromPath[int], revision: FromPath[int]) -> Response[bytes]:
    """The public file byte for byte, while everybody named in it agrees to that."""
    now, _ = _now(request, games)
    view, one = _found(now, number, revision)
    if one.closed:
        raise Refusal("sheet_closed", newest=view.next - 1)
    with shell_of(request).store.reader() as session:
        content = sheet_file(session, one.public)
    if content is None:
        raise Refusal("not_found")
    note_made_of(request, _reads(request, now))
    return stored_answer(content, f"{games}-{number}-{revision}")


def _found(now: Now, number: int, revision: int) -> tuple[SheetView, Revision]:
    view = sheet_view(now.state, number)
    found = [one for one in view.revisions if one.revision == revision] if view else []
    if view is None or not found:
        raise Refusal("not_found")
    return view, found[0]


def _now(request: AnyRequest, games: str) -> tuple[Now, GamesHead]:
    now = shell_of(request).shown(games)
    with shell_of(request).store.reader() as session:
        return now, head_of(session, games, now.state)


def _told(now: Now, head: GamesHead) -> dict[str, Any]:
    """What every page of a Games says of it."""
    return {"head": head, "demo": head.demo, "held": held_of(now, head)}


def _reads(request: AnyRequest, now: Now) -> dict[str, int]:
    return {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)}


routes = [sheets, sheet, file]
