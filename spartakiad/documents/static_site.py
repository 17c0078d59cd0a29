"""A finished Games as a folder of pages that opens from a disk: links relative, fonts and styles inside, nothing asked
of any server. The pages are those of the site, as everybody may see them, without what makes them follow the Games."""

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

_DATED = (2020, 1, 1, 0, 0, 0)  # of every member: the same pages have the same bytes
_LINK = re.compile(r'(<(?:a|link|img|script|use|image)\b[^>]*?)\s(href|src)="([^"]*)"')
_IN_STYLE = re.compile(r'url\("([^")]+)"\)')
_LIVING = (
    re.compile(r'<div id="stream"[^>]*></div>'),
    re.compile(r'<script src="[^"]*/vendor/[^"]*"></script>'),
    re.compile(r'<link rel="(?:preload|alternate)"[^>]*>'),
    re.compile(r'<meta name="htmx-config"[^>]*>'),
    re.compile(r'\shx-[a-z:-]+="[^"]*"'),
)
_OF_ITS_HOUR = ("screen", "widget", "embed", "announcer", "reveal", "atom.xml")  # pages that are nothing without it


@dataclass(frozen=True, slots=True)
class Fetched:
    """`kind`: its media type."""

    kind: str
    body: bytes


Fetch = Callable[[str], Awaitable[Fetched | None]]


@dataclass
class StaticSite:
    """`fetch` gives a page of the site by its address; `address`: of the site, for links that lead out, or ""."""

    games: str
    fetch: Fetch
    address: str = ""
    found: dict[str, Fetched] = field(default_factory=dict)  # by address
    missing: set[str] = field(default_factory=set)

    async def zipped(self) -> bytes:
        waiting = [f"/games/{self.games}"]
        while waiting:
            address = waiting.pop()
            if address not in self.found and address not in self.missing:
                waiting += await self._take(address)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for address, one in sorted(self.found.items()):
                name = f"{self.games}/{file_of(self.games, address, one.kind)}"
                packed.writestr(zipfile.ZipInfo(name, _DATED), self._written(address, one), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    async def _take(self, address: str) -> list[str]:
        """What it leads to and is taken too."""
        one = await self.fetch(address)
        if one is None:
            self.missing.add(address)
            return []
        self.found[address] = one
        if one.kind == "text/css":
            return [_joined(address, link) for link in _IN_STYLE.findall(one.body.decode())]
        if one.kind != "text/html":
            return []
        links = [plain(link) for _, _, link in _LINK.findall(_still(one.body.decode()))]
        return [link for link in links if self._belongs(link)]

    def _belongs(self, address: str) -> bool:
        if address.startswith("/static/"):
            return True
        own = f"/games/{self.games}"
        below = urlsplit(address).path.removeprefix(f"{own}/")
        return address == own or (address.startswith(f"{own}/") and below.split("/")[0] not in _OF_ITS_HOUR)

    def _written(self, address: str, one: Fetched) -> bytes:
        if one.kind != "text/html":
            return one.body
        folder = posixpath.dirname(file_of(self.games, address, one.kind))

        def turned(match: re.Match[str]) -> str:
            begin, name, link = match.groups()
            target = self._target(link, folder)
            return f'{begin} {name}="{target}"' if target else begin

        return _LINK.sub(turned, _still(one.body.decode())).encode()

    def _target(self, link: str, folder: str) -> str:
        """Relative where it was taken, of the site where that is known, nothing else."""
        if not link.startswith("/"):
            return link
        found = self.found.get(plain(link))
        if found is None:
            return f"{self.address}{link}" if self.address else ""
        _, hash_, fragment = link.partition("#")
        return posixpath.relpath(file_of(self.games, plain(link), found.kind), folder or ".") + hash_ + fragment


def plain(link: str) -> str:
    """Without its fragment, as an address is asked for."""
    return link.partition("#")[0].replace("&amp;", "&")


def file_of(games: str, address: str, kind: str) -> str:
    """Where it lies: «/games/demo» index.html, «…/standings» standings.html, «…/protocol.pdf?part=5» protocol-5.pdf."""
    split = urlsplit(address)
    if split.path.startswith("/static/"):
        return split.path.removeprefix("/")
    name = split.path.removeprefix(f"/games/{games}").removeprefix("/") or "index"
    base, dot, ending = name.rpartition(".") if "." in name.rpartition("/")[2] else (name, "", "")
    more = "".join(f"-{_latin(value)}" for _, value in parse_qsl(split.query))
    return f"{base}{more}{dot}{ending}" if kind != "text/html" else f"{name}{more}.html"


def _latin(value: str) -> str:
    """As a name of a file anywhere; a value that has other letters keeps its digest, for two are not to become one."""
    latin = re.sub(r"[^a-z0-9-]", "_", value)
    return latin if latin == value else f"{latin}{hashlib.sha256(value.encode()).hexdigest()[:8]}"


def _still(page: str) -> str:
    """Without what follows the Games."""
    for living in _LIVING:
        page = living.sub("", page)
    return page


def _joined(address: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), link))
