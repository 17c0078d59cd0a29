"""Static files from memory, under addresses that carry the hash of their bytes, so that they may be kept for ever."""

from pathlib import Path
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from spartakiad.errors import Refusal
from spartakiad.web.access import PUBLIC
from spartakiad.web.static_files import static_files

ASSETS = static_files()


def address(name: str) -> str:
    """The address of a file of `static/` for a template; an unknown name is an error of ours."""
    return f"/static/{ASSETS[name].digest}/{name}"


@get("/static/{digest:str}/{name:path}", opt={"who": PUBLIC}, sync_to_thread=False, name="static")
def asset(request: Request[Any, Any, Any], digest: FromPath[str], name: FromPath[Path]) -> Response[bytes]:
    """Known names only: nothing of the request ever becomes a path of the disk."""
    found = ASSETS.get(name.as_posix().lstrip("/"))
    if found is None:
        raise Refusal("not_found")
    forever = "public, max-age=31536000, immutable" if digest == found.digest else "no-cache"
    headers = {"Cache-Control": forever, "Vary": "Accept-Encoding"}
    if found.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(found.packed, media_type=found.media_type, headers=headers)
    return Response(found.body, media_type=found.media_type, headers=headers)
