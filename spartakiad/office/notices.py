"""Notices at the secretary's desk: given, and who has not read them yet; everybody else says that he has."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.queries import people_with_access
from spartakiad.accounts.roles import JUDGING, SECRETARIAT, Role
from spartakiad.documents.programme import notices_paper
from spartakiad.games.live import head_of
from spartakiad.games.notices import NewNotice, Read, addressees, for_me, give_notice, given, receipts, see_notice
from spartakiad.halls.devices import with_halls
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.papers import pdf_answer
from spartakiad.web.render import is_htmx
from spartakiad.web.wiring import me_in, shell_of

WHO = only(Role.CHIEF_SECRETARY)
READERS = only(Role.CAPTAIN, Role.COACH, *JUDGING, Role.COMMISSION, Role.CHIEF_JUDGE, *SECRETARIAT)


@get("/office/{games:str}/notices", opt={"who": WHO}, sync_to_thread=False)
def notices(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/notices", opt={"who": WHO})
async def give(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    to = tuple(name.removeprefix("to-") for name, value in typed.items() if name.startswith("to-") and value == "yes")
    done = await carry_out(request, give_notice, NewNotice(games, to, typed.get("text", "")), typed)
    return _page(request, games, done) if isinstance(done, Said) else Redirect(request.url.path, status_code=303)


@get("/office/{games:str}/notices.pdf", opt={"who": WHO}, sync_to_thread=True)
def printed(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    """Every notice with whom it was for; the public's sheet has only those for everybody."""
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        head = head_of(session, games, state)
    return pdf_answer(notices_paper(state, head, given(state)))


@get("/me/notices/{games:str}", opt={"who": READERS}, sync_to_thread=False)
def mine(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """What is meant for me: a page of its own, and the part that stands in every cabinet."""
    return _mine(request, games)


@post("/me/notices/{games:str}/{number:int}", opt={"who": READERS})
async def see(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    done = await carry_out(request, see_notice, Read(games, number), typed)
    if isinstance(done, Said):
        return _mine(request, games, done)
    if is_htmx(request):
        return _mine(request, games)
    return Redirect(f"/me/notices/{games}", status_code=303)


def _mine(request: AnyRequest, games: str, said: Said | None = None) -> Response[str]:
    shell = shell_of(request)
    now = shell.now(games)
    return desk(
        request,
        games,
        "shared/my_notices.html",
        said,
        block="part_notices",
        stream=now.stream,
        number=now.state.number,
        notices=for_me(now.state, me_in(request), games),
    )


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        people = with_halls(people_with_access(session, shell.clock()), games, state)
    words = dict(addressees(state))
    sent = [
        (one, ", ".join(words[to] for to in one.to), receipts(one, people, games))
        for one in sorted(state.notices.values(), key=lambda one: -one.number)
    ]
    return desk(
        request,
        games,
        "office/notices.html",
        said,
        given=sent,
        addressees=addressees(state),
    )


routes = [notices, give, printed, mine, see]
