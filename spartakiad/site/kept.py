"""The query under which the memo keeps a public page: of the words in an address, those that the page reads.

Whatever else stands there, a counter of a messenger or of a newspaper, changes neither the page nor its key. A page
that was asked something of which there are endlessly many answers is made each time and not kept.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from spartakiad.competition.shell import Shell
from spartakiad.site import screen
from spartakiad.web.memo import KeptAs

_PUBLIC = re.compile(r"/(?:(?:games|calendar|cities|cup|union|api|verify)(?:[/.].*)?)?")
_CALENDAR = {"q", "year", "kind", "section", "city", "series", "state"}
_READ: list[tuple[re.Pattern[str], set[str]]] = [
    (re.compile(r"/games/[^/]+/screen(/possible)?"), {"m", "s", "rows"}),
    (re.compile(r"/games/[^/]+/(widget|embed)"), {"city"}),
    (re.compile(r"/games/[^/]+/contests/[^/]+/(draw(\.json)?|(protocol|starts)\.(pdf|xlsx))"), {"part"}),
    (re.compile(r"/calendar/all"), {*_CALENDAR, "page"}),
    (re.compile(r"/calendar/(next|[0-9]{4}/[0-9]{1,2})"), {"page"}),
    (re.compile(r"/calendar\.(ics|atom|xlsx)"), _CALENDAR),
    (re.compile(r"/verify"), {"games", "number", "revision", "code", "hash"}),
    (re.compile(r"/api/v1/games/[^/]+/feed"), {"after"}),
]


def kept_queries(shell: Shell) -> KeptAs:
    def kept_as(path: str, query: bytes) -> bytes | None:
        if not _PUBLIC.fullmatch(path):
            return None
        asked = _asked(path, query)
        if not asked:
            return b""
        if not path.startswith("/games/") or "part" in asked:
            return None
        return _of_a_city(shell, path, asked["city"]) if "city" in asked else screen.kept_as(asked)

    return kept_as


def _asked(path: str, query: bytes) -> Mapping[str, str]:
    """What the page reads of the query; of a word said twice the first holds, as it does for the page."""
    read = next((words for pattern, words in _READ if pattern.fullmatch(path)), None)
    if read is None:
        return {}
    said = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    return {name: text for name, text in reversed(said) if name in read}


def _of_a_city(shell: Shell, path: str, city: str) -> bytes | None:
    """`city=` of a team of these Games; the widget refuses another, the page with its code takes no notice of it."""
    now = shell.memory.shown.get(path.split("/")[2])
    if now is not None and any(team.city == city for team in now.state.teams.values()):
        return b"city=" + city.encode()
    return None if city and path.endswith("/widget") else b""
