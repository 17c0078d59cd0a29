"""Static files from memory, under addresses that carry the hash of their bytes, so that they may be kept for ever."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.errors import Refusal
from spartakiad.web.access import PUBLIC

FOLDER = Path(__file__).resolve().parent.parent / "static"
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    media_type: str
    digest: str


def _read() -> Mapping[str, Asset]:
    assets = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix != ".toml":
            body = path.read_bytes()
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            assets[path.relative_to(FOLDER).as_posix()] = Asset(body, kind, hashlib.sha256(body).hexdigest()[:16])
    return assets


ASSETS = _read()


def address(name: str) -> str:
    """The address of a file of `static/` for a template; an unknown name is an error of ours."""
    return f"/static/{ASSETS[name].digest}/{name}"


@get("/static/{digest:str}/{name:path}", opt={"who": PUBLIC}, sync_to_thread=False, name="static")
def asset(digest: FromPath[str], name: FromPath[Path]) -> Response[bytes]:
    """Known names only: nothing of the request ever becomes a path of the disk."""
    found = ASSETS.get(name.as_posix().lstrip("/"))
    if found is None:
        raise Refusal("not_found")
    forever = "public, max-age=31536000, immutable" if digest == found.digest else "no-cache"
    return Response(found.body, media_type=found.media_type, headers={"Cache-Control": forever})
