"""/api/v1: the feed by journal number, and the description of everything."""

from functools import cache
from typing import Any

from litestar import Litestar, Response, get
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import OpenAPI
from litestar.params import FromPath, FromQuery

from spartakiad.api import data
from spartakiad.api.data import OF_GAMES, ROOT
from spartakiad.api.shapes import ChangeOut, FeedOut
from spartakiad.competition.memory import UNION
from spartakiad.errors import Refusal
from spartakiad.standings.feed import feed
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of

DESCRIPTION = (
    "Опубликованное о Спартакиадах Союза городов: для чужих программ и сайтов, без ключа, только чтение. "
    "Каждый ответ несёт ETag; с If-None-Match неизменившееся отвечает 304. Пока результаты придержаны до церемонии, "
    "ответы показывают их, какими они были тогда. Имена – только тех, кто согласился на публикацию; "
    "узнав из ленты об изменении names, удалите у себя прежние."
)
_LONGEST = 12  # digits of a number of the journal


@get(f"{OF_GAMES}/feed", opt={"who": PUBLIC}, sync_to_thread=True, summary="Что изменилось")
def feed_of(request: AnyRequest, games: FromPath[str], after: FromQuery[str] = "0") -> Response[FeedOut]:
    """Изменения после номера журнала `after`, не больше тысячи строк журнала за раз."""
    if not (after.isascii() and after.isdecimal() and len(after) < _LONGEST):
        raise Refusal("feed_number", typed=after[:20])
    now = shell_of(request).shown(games)
    with shell_of(request).store.reader() as session:
        found = feed(session, now, int(after))
    etag = f'"{found.after}-{now.number}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    changes = [ChangeOut(one.number, one.at, one.what, one.contest) for one in found.changes]
    told = FeedOut(games, found.after, found.next, found.more, found.held, changes)
    known = request.headers.get("if-none-match", "")
    status = 304 if etag in known else 200
    return Response(told if status == 200 else None, status_code=status, headers=headers)  # type: ignore[arg-type]


@get(f"{ROOT}/openapi.json", opt={"who": PUBLIC}, sync_to_thread=True, media_type="application/json")
def description(request: AnyRequest) -> dict[str, Any]:
    """The same for programs."""
    note_made_of(request, {})
    return described().to_schema()


@get("/api", opt={"who": PUBLIC}, sync_to_thread=True)
def about(request: AnyRequest) -> Response[str]:
    """What there is, for people."""
    found = {path: item.get.summary or "" for path, item in sorted((described().paths or {}).items()) if item.get}
    paths = [(path, said, f"{path}.csv" in found) for path, said in found.items() if not path.endswith(".csv")]
    memory = shell_of(request).memory
    reads = {UNION: memory.numbers.get(UNION, 0)}  # moves with the state of a Games, and nothing else of it is told
    games = sorted(slug for slug, now in dict(memory.shown).items() if now.state.state != "draft")
    return public(request, "api/data.html", reads, paths=paths, games=games, about=DESCRIPTION)


@cache
def described() -> OpenAPI:
    """Of these routes alone, by an application that answers nobody: the site's own has no such pages."""
    config = OpenAPIConfig(title="Спартакиады Союза городов", version="1", description=DESCRIPTION)
    return Litestar([*data.routes, feed_of], openapi_config=config).openapi_schema


routes = [feed_of, description, about]
