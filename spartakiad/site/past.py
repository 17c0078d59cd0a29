"""A Games of the past as its sources tell it; it has no journal, so nothing here is computed."""

from litestar import Response

from spartakiad.competition.memory import UNION
from spartakiad.cup.queries import ledger
from spartakiad.documents.shared_card import Shared
from spartakiad.games.queries import past_games
from spartakiad.union.queries import cities, events_of_games, sources
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of

TOLD = "По открытым источникам"


def shared(request: AnyRequest, slug: str) -> Shared:
    """What messengers show of it. Raises Refusal not_found."""
    shell = shell_of(request)
    note_made_of(request, {UNION: shell.memory.numbers.get(UNION, 0)})
    with shell.store.reader() as session:
        told, names = past_games(session, slug), cities(session)
    games = told.games
    hosts = [names[city].title for city in games.hosts if city in names]
    where = ", ".join(filter(None, [*hosts, games.dates]))
    rows = [(row.place, names[row.city].title, row.points) for row in told.overall if row.city in names]
    won = [names[city].title for city in games.winners if city in names]
    leading = f"Первое место – {' и '.join(won)}" if won else "Места команд неизвестны"
    return Shared(games.title, f" – {where}" if where else "", games.demo, leading, rows, TOLD)


def page(request: AnyRequest, slug: str) -> Response[str]:
    """The page of a Games without a journal. Raises Refusal not_found."""
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        past = past_games(session, slug)
        line = next((line for line in ledger(session, shell.memory.shown) if line.games.slug == slug), None)
        names, told_by = cities(session), sources(session, past.sources)
        related = events_of_games(session, slug)
    return public(
        request,
        "site/past.html",
        reads,
        past=past,
        games=past.games,
        told=past.told,
        holder=line.holder if line else None,
        cities=names,
        related=related,
        sources=told_by,
        numbered={source.slug: number for number, source in enumerate(told_by, start=1)},
    )
