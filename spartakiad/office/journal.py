"""A Games as files: its journal line by line, the document by which anybody scores it again, and the archive."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.accounts.roles import Role
from spartakiad.competition.document import document
from spartakiad.competition.memory import stream_of
from spartakiad.documents.archive import TakeArchive, archive, take_archive
from spartakiad.store import journal
from spartakiad.store.canonical import canonical
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import actor_in, settings_of, shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)
CHIEF = only(Role.CHIEF_SECRETARY)


@get("/office/{games:str}/journal.jsonl", opt={"who": WHO}, sync_to_thread=True)
def lines(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """Every fact in its order. Free texts, which may tell of a person, stay behind."""
    shell = shell_of(request)
    shell.now(games)
    with shell.store.reader() as session:
        body = b"".join(canonical(line).encode() + b"\n" for line in journal.lines(session, stream_of(games)))
    return _file(body, "application/x-ndjson", f"zhurnal-{games}.jsonl")


@get("/office/{games:str}/document.json", opt={"who": WHO}, sync_to_thread=True)
def whole(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """What `python -m scoring` reads."""
    body = canonical(document(shell_of(request).now(games).state)).encode()
    return _file(body, "application/json", f"dokument-{games}.json")


@get("/office/{games:str}/archive.zip", opt={"who": CHIEF}, sync_to_thread=True)
def packed(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """Journal, published files and key, to be checked without this site."""
    shell, keys = shell_of(request), settings_of(request).keys
    shell.now(games)
    shell.write_now(take_archive, TakeArchive(games, str(keys)), actor_in(request))
    with shell.store.reader() as session:
        body = archive(session, games, keys, shell.clock())
    return _file(body, "application/zip", f"arkhiv-{games}.zip")


def _file(body: bytes, kind: str, name: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(body, media_type=kind, headers=headers)


routes = [lines, whole, packed]
