"""The card of a contest, filled at its venue: what its protocol says above the rows and below them."""

from dataclasses import asdict
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.cards import NO_CARD
from spartakiad.competition.paper_facts import CardFilled
from spartakiad.competition.programme import line
from spartakiad.errors import Refusal
from spartakiad.games.cards import ContestCard, fill_card, signatories
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of, staying

WHO = only(Role.SPORT_CHIEF, Role.SPORT_SECRETARY, stand_ins=SECRETARIAT)


@get("/judge/{games:str}/{contest:str}/card", opt={"who": WHO}, sync_to_thread=False)
def contest_card(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


@post("/judge/{games:str}/{contest:str}/card", opt={"who": WHO})
async def fill_contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        judges = whole(typed, "judges") if typed.get("judges", "").strip() else 0
    except Refusal as refusal:
        return _page(request, games, contest, Said((refusal,), typed))
    texts = tuple((name, typed.get(name, "")) for name in CardFilled.free)
    done = await carry_out(request, fill_card, ContestCard(games, contest, judges, texts), typed)
    if isinstance(done, Said):
        return _page(request, games, contest, done)
    return Redirect(staying(request, f"/judge/{games}/{contest}/card", saved="yes"), status_code=303)


def _page(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    state = shell_of(request).now(games).state
    card = asdict(state.cards.get(contest, NO_CARD))
    values = {**card, **signatories(card), "judges": card["judges"] or "", **said.typed}
    saved = request.query_params.get("saved") == "yes"
    return desk(request, games, "judge/card.html", said, contest=line(state, contest), values=values, saved=saved)


routes = [contest_card, fill_contest]
