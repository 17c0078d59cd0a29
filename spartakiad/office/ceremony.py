"""The ceremony at the secretary's desk: who gets what, how many of which, special prizes, the three papers."""

from collections.abc import Callable, Sequence
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.memory import Now
from spartakiad.competition.state import State
from spartakiad.cup.ceremony.actions import NewPrize, OnePrize, add_prize, drop_prize
from spartakiad.cup.ceremony.awards import Awards, awards, needs
from spartakiad.cup.ceremony.queries import PrizeView, prizes
from spartakiad.documents.announcer import announcer_sheet
from spartakiad.documents.award_list import award_list
from spartakiad.documents.award_statement import award_statement
from spartakiad.documents.paper import Paper
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead, head_of
from spartakiad.people.actions import NewExport, note_export
from spartakiad.people.queries import names_of_persons
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.papers import pdf_answer, xlsx_answer
from spartakiad.web.wiring import actor_in, shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)
Maker = Callable[[State, GamesHead, Awards, Sequence[PrizeView]], Paper]
PAPERS: dict[str, Maker] = {"list": award_list, "statement": award_statement, "announcer": announcer_sheet}
ANSWERS = {"pdf": pdf_answer, "xlsx": xlsx_answer}

_PRIZE = {"prize_who": "required", "prize_for": "required"}


@get("/office/{games:str}/ceremony", opt={"who": WHO}, sync_to_thread=False)
def ceremony(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/ceremony/prizes", opt={"who": WHO})
async def add(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = NewPrize(games, *(typed.get(name, "") for name in ("prize_who", "prize_for", "prize")))
    return _after(request, games, await carry_out(request, add_prize, wish, typed, needs=_PRIZE))


@post("/office/{games:str}/ceremony/prizes/{number:int}/removal", opt={"who": WHO})
async def drop(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    return _after(request, games, await carry_out(request, drop_prize, OnePrize(games, number), typed))


@get("/office/{games:str}/ceremony/{file:str}", opt={"who": WHO}, sync_to_thread=True)
def paper(request: AnyRequest, games: FromPath[str], file: FromPath[str]) -> Response[bytes]:
    """The list, the statement or the announcer's sheet, «list.pdf» or «list.xlsx»."""
    name, _, kind = file.partition(".")
    if name not in PAPERS or kind not in ANSWERS:
        raise Refusal("not_found")
    return ANSWERS[kind](_paper(request, games, name, kind))


def _paper(request: AnyRequest, games: str, paper: str, kind: str) -> Paper:
    """It has full names, so whoever takes it is written down first."""
    now, found, special = _found(request, games)
    shell = shell_of(request)
    shell.write_now(note_export, NewExport(games, "", f"награждение, {kind}"), actor_in(request))
    with shell.store.reader() as session:
        head = head_of(session, games, now.state)
    return PAPERS[paper](now.state, head, found, special)


def _found(request: AnyRequest, games: str) -> tuple[Now, Awards, tuple[PrizeView, ...]]:
    shell = shell_of(request)
    now = shell.now(games)
    persons = {number: (one.person, one.rank) for number, one in now.state.athletes.items()}
    with shell.store.reader() as session:
        return now, awards(now, names_of_persons(session, persons)), prizes(session, games)


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    _, found, special = _found(request, games)
    counted = needs(found, len(special))
    return desk(request, games, "office/ceremony.html", said, awards=found, needs=counted, prizes=special)


def _after(request: AnyRequest, games: str, done: object) -> Response[Any]:
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/ceremony#prizes", status_code=303)


routes = [ceremony, add, drop, paper]
