"""The challenge cup: the ledger of its holders."""

from litestar import Response, get

from spartakiad.competition.memory import UNION
from spartakiad.cup.queries import last_known, ledger
from spartakiad.union.queries import cities
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import shell_of


@get("/cup", opt={"who": PUBLIC}, sync_to_thread=False)
def cup(request: AnyRequest) -> Response[str]:
    """The real ledger, and beside it, never among its lines, what a demonstration wrote."""
    shell = shell_of(request)
    reads, shown = {UNION: shell.memory.numbers.get(UNION, 0)}, dict(shell.memory.shown)
    with shell.store.reader() as session:
        lines, names = ledger(session, shown), cities(session)
    for line in lines:  # the first places are those of its own journal, which may still be corrected
        if line.games.slug in shown:
            reads |= shown[line.games.slug].reads
    return public(
        request,
        "site/cup.html",
        reads,
        cities=names,
        holder=last_known(lines),
        lines=[line for line in lines if not line.games.demo],
        shown=[line for line in lines if line.games.demo],
    )


routes = [cup]
