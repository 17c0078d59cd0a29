"""A finished Games as pages for a disk."""

from functools import partial

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.documents.static_site import StaticSite
from spartakiad.office.journal import CHIEF
from spartakiad.standings.finished import finished
from spartakiad.web.fetching import fetched
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import settings_of, shell_of


@get("/office/{games:str}/static.zip", opt={"who": CHIEF})
async def static_copy(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """What everybody may see, and nothing else. Raises Refusal copy_early."""
    finished(shell_of(request), games)
    body = await StaticSite(games, partial(fetched, request.app), settings_of(request).address).zipped()
    headers = {"Content-Disposition": f'attachment; filename="{games}.zip"', "Cache-Control": "no-store"}
    return Response(body, media_type="application/zip", headers=headers)


routes = [static_copy]
