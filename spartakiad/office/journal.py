"""A Games as files: its journal line by line, and the document by which anybody scores it again."""

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from spartakiad.accounts.roles import Role
from spartakiad.competition.document import document
from spartakiad.competition.memory import stream_of
from spartakiad.store import journal
from spartakiad.store.canonical import canonical
from spartakiad.store.journal import Recorded
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)


@get("/office/{games:str}/journal.jsonl", opt={"who": WHO}, sync_to_thread=True)
def lines(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """Every fact in its order. Free texts, which may tell of a person, stay behind."""
    shell = shell_of(request)
    shell.now(games)
    with shell.store.reader() as session:
        body = b"".join(_line(one) for one in journal.read(session, stream_of(games)))
    return _file(body, "application/x-ndjson", f"zhurnal-{games}.jsonl")


@get("/office/{games:str}/document.json", opt={"who": WHO}, sync_to_thread=True)
def whole(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """What `python -m scoring` reads."""
    body = canonical(document(shell_of(request).now(games).state)).encode()
    return _file(body, "application/json", f"dokument-{games}.json")


def _line(one: Recorded) -> bytes:
    told = {name: getattr(one, name) for name in one.__dataclass_fields__ if name != "texts"}
    return msgspec.json.encode(told) + b"\n"


def _file(body: bytes, kind: str, name: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(body, media_type=kind, headers=headers)


routes = [lines, whole]
