"""Static files as they are served: read, packed, named by the hash of their bytes."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


def static_files() -> Mapping[str, Asset]:
    """By name."""
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
