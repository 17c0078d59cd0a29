"""The front page: what is going on, the latest results, the cup; and the list of all Games."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from litestar import Response, get

from spartakiad.competition.memory import FRONT, UNION
from spartakiad.competition.shell import Shell
from spartakiad.cup.queries import last_known, ledger
from spartakiad.games.queries import GamesView, all_games
from spartakiad.standings.queries import StandingView, overall
from spartakiad.union.listing import Wanted, found
from spartakiad.union.queries import EventView, about_union, cities, event_years, events
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import MOSCOW
from spartakiad.words.freezing import held_words
from spartakiad.words.union import EVENT_GROUPS

_LATEST, _NEXT = 3, 5  # how many Games and events the front page names


@get("/", opt={"who": PUBLIC}, sync_to_thread=False)
def home(request: AnyRequest) -> Response[str]:
    shell = shell_of(request)
    now = shell.clock()
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        games = all_games(session, shell.memory.shown)
        names = cities(session)
        today = now.astimezone(MOSCOW).date()
        planned = found(session, Wanted(ahead_of=today), names, oldest_first=True).events[:_NEXT]
        year = next(iter(event_years(session)), None)
        context: dict[str, Any] = {
            "cup": last_known(ledger(session, shell.memory.shown)),
            "union": about_union(session),
            "cities": names,
            "year": year,
            "kinds": _kinds(events(session, year)) if year else [],
        }
    games, standings, read = _as_of_now(shell, games)
    context["held"] = {slug: held_words(now.hold.at, None) for slug, now in shell.memory.shown.items() if now.hold}
    context |= {"live": _of(games, "under_way"), "standings": standings, "planned": planned}
    context |= {"soon": _of(games, "entries_open", "entries_closed"), "latest": _of(games, "closed")[:_LATEST]}
    context |= {"shown": [one for one in games if one.demo]}
    context |= _following(shell)
    return public(request, "site/home.html", {**reads, **read}, until=_midnight(now), **context)


@get("/games", opt={"who": PUBLIC}, sync_to_thread=False)
def games(request: AnyRequest) -> Response[str]:
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        found, names = all_games(session, shell.memory.shown), cities(session)
    found, _, read = _as_of_now(shell, found)
    context: dict[str, Any] = {"cities": names, **_following(shell)}
    context |= {"games": [one for one in found if not one.demo], "shown": [one for one in found if one.demo]}
    return public(request, "site/games.html", {**reads, **read}, **context)


def _following(shell: Shell) -> dict[str, Any]:
    return {"stream": FRONT, "number": shell.memory.numbers.get(FRONT, 0)}


def _as_of_now(
    shell: Shell, games: tuple[GamesView, ...]
) -> tuple[tuple[GamesView, ...], dict[str, StandingView], dict[str, int]]:
    """Games with the winners that their own journals give, the standings under way, the numbers of streams read."""
    views: list[GamesView] = []
    standings: dict[str, StandingView] = {}
    reads: dict[str, int] = {}
    for one in games:
        now = shell.memory.shown.get(one.slug)
        if now is not None and one.state in ("under_way", "closed"):
            reads.update(now.reads)
            standing = overall(now)
            if one.state == "closed":
                one = replace(one, winners=tuple(row.city for row in standing.rows if row.leader))
            else:
                standings[one.slug] = standing
        views.append(one)
    return tuple(views), standings, reads


def _of(games: tuple[GamesView, ...], *states: str) -> list[GamesView]:
    return [one for one in games if one.state in states and not one.demo]


def _kinds(found: tuple[EventView, ...]) -> list[tuple[str, int]]:
    """How many events of each kind."""
    counted = Counter(event.kind for event in found if not event.left)
    return [(words, counted[kind]) for kind, words in EVENT_GROUPS.items() if counted[kind]]


def _midnight(now: datetime) -> datetime:
    tomorrow = now.astimezone(MOSCOW).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), MOSCOW).astimezone(UTC)


routes = [home, games]
