"""Static files from memory, under addresses that carry the hash of their bytes, so that they may be kept for ever."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from spartakiad.errors import Refusal
from spartakiad.web.access import PUBLIC

MODULES = ("judge",)  # folders of modules
FOLDER = Path(__file__).resolve().parent.parent / "static"
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    packed: bytes
    media_type: str
    digest: str


def _read() -> Mapping[str, Asset]:
    assets = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix != ".toml":
            body = path.read_bytes()
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            assets[path.relative_to(FOLDER).as_posix()] = Asset(body, _packed(kind, body), kind, _digest(path, body))
    return assets


def _packed(media_type: str, body: bytes) -> bytes:
    """Text for whoever takes it packed: a phone at a ski track loads a third. Fonts are packed already."""
    return gzip.compress(body, mtime=0) if media_type.startswith("text/") or "svg" in media_type else b""


def _digest(path: Path, body: bytes) -> str:
    """Of the file; modules of one folder import each other by name, so they share one: that of all of them."""
    if path.suffix == ".js" and path.parent.name in MODULES:
        body = b"".join(one.read_bytes() for one in sorted(path.parent.glob("*.js")))
    return hashlib.sha256(body).hexdigest()[:16]


ASSETS = _read()


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
