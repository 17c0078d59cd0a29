"""The draw of a contest for everybody: what was sealed, by which seed it was made, and how to make it again."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.drawing.record import written
from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.programme import Line, line
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead, head_of, held_of
from spartakiad.standings.names import entrant_title, names_at
from spartakiad.starts.queries import draw_record, drawn_view, sealed_view
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of

_PAGE = "/games/{games:str}/contests/{contest:str}/draw"


@get(_PAGE, opt={"who": PUBLIC}, sync_to_thread=False)
def draw(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    found = _list(request, now, contest)
    with shell_of(request).store.reader() as session:
        names = names_at(session, now)
    drawn = drawn_view(now.state, found, lambda one: entrant_title(now, names, one))
    reads = {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)}
    return public(
        request,
        "site/draw.html",
        reads,
        head=head,
        demo=head.demo,
        held=held_of(now, head),
        contest=found,
        at=f"?part={found.part}" if line(now.state, contest).parts else "",
        sealed=sealed_view(now.state, found),
        drawn=drawn,
    )


@get(f"{_PAGE}.json", opt={"who": PUBLIC}, sync_to_thread=False)
def draw_file(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[dict[str, object]]:
    """All that the draw was made of: `python -m spartakiad draw verify` reads it."""
    now, _ = _now(request, games)
    found = _list(request, now, contest)
    note_made_of(request, now.reads)
    about = {"games": games, "contest": contest, "part": found.part}
    return Response({**about, **written(draw_record(now.state, found))})


def _list(request: AnyRequest, now: Now, contest: str) -> Line:
    """The contest, or the part of it that the address names. Raises Refusal not_found where neither is drawn."""
    whole = line(now.state, contest)
    part = request.query_params.get("part", "")
    found = whole.list_of(part or whole.lists[0].part)
    key = (contest, found.part)
    if (part and whole.parts and found is whole) or (key not in now.state.draws and key not in now.state.seals):
        raise Refusal("not_found")
    return found


def _now(request: AnyRequest, games: str) -> tuple[Now, GamesHead]:
    now = shell_of(request).shown(games)
    with shell_of(request).store.reader() as session:
        return now, head_of(session, games, now.state)


routes = [draw, draw_file]
