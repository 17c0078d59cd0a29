"""What every page of a Games begins with: the Games as everybody may see it, its head, its people's public names."""

from typing import Any

from litestar import Response

from spartakiad.competition.memory import UNION, Now
from spartakiad.games.live import GamesHead, head_of, held_of
from spartakiad.people.names import PublicName
from spartakiad.standings.names import names_at
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import settings_of, shell_of


def shown_games(request: AnyRequest, games: str) -> tuple[Now, GamesHead]:
    """Raises Refusal not_found."""
    now = shell_of(request).shown(games)
    with shell_of(request).store.reader() as session:
        return now, head_of(session, games, now.state)


def shown_people(request: AnyRequest, games: str) -> tuple[Now, GamesHead, dict[str, PublicName]]:
    """The same with the names, in one look at the database."""
    now = shell_of(request).shown(games)
    with shell_of(request).store.reader() as session:
        return now, head_of(session, games, now.state), names_at(session, now)


def public_names_of(request: AnyRequest, now: Now) -> dict[str, PublicName]:
    with shell_of(request).store.reader() as session:
        return names_at(session, now)


def page(request: AnyRequest, now: Now, template: str, **context: Any) -> Response[str]:
    """Every page of a Games reads its stream and, for the titles of cities and the Games themselves, the union's."""
    union = shell_of(request).memory.numbers.get(UNION, 0)
    return public(request, template, {**now.reads, UNION: union}, **_with_head(request, now, context))


def page_of_one(request: AnyRequest, now: Now, template: str, **context: Any) -> Response[str]:
    """A page that names the address by which its reader came, and is not kept for the others."""
    return public(request, template, None, **_with_head(request, now, context))


def _with_head(request: AnyRequest, now: Now, context: dict[str, Any]) -> dict[str, Any]:
    head: GamesHead = context["head"]
    known = {"stream": now.stream, "number": now.number, "demo": head.demo, "held": held_of(now, head)}
    return {**context, **known, "site": settings_of(request).address}  # messengers want the picture's address whole
