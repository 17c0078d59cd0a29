"""Health: alive, and ready to write."""

from litestar import MediaType, Response, get

from spartakiad.competition.memory import UNION
from spartakiad.store import journal
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import shell_of


@get("/healthz", opt={"who": PUBLIC}, sync_to_thread=False, media_type=MediaType.TEXT)
def healthz() -> str:
    return "ok"


@get("/readyz", opt={"who": PUBLIC}, media_type=MediaType.TEXT)
async def readyz(request: AnyRequest) -> Response[str]:
    """Ready when the writer takes its lock and the journal's heads in memory are the stored ones."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        same = journal.head(session, UNION) == shell.memory.numbers.get(UNION, 0)
    return Response("ok" if same else "behind", status_code=200 if same else 503, media_type=MediaType.TEXT)
