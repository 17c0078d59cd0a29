"""The card of the Games: who signs for the whole, where to call, until when applications are taken."""

from dataclasses import asdict
from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.paper_facts import GamesCardFilled
from spartakiad.errors import Refusal
from spartakiad.games.cards import WholeCard, fill_games_card, signatories
from spartakiad.games.forms import deadline
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of

WHO = only(Role.CHIEF_SECRETARY)


@get("/office/{games:str}/card", opt={"who": WHO}, sync_to_thread=False)
def games_card(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/card", opt={"who": WHO})
async def fill_games(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        until = deadline(typed.get("until_day", ""), typed.get("until_time", ""))
        minutes = whole(typed, "protest_minutes") if typed.get("protest_minutes", "").strip() else 0
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed))
    texts = tuple((name, typed.get(name, "")) for name in GamesCardFilled.free)
    done = await carry_out(request, fill_games_card, WholeCard(games, until, texts, minutes), typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/card?saved=yes", status_code=303)


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    card = asdict(shell_of(request).now(games).state.card)
    on, _, at = card["entries_until"].partition("T")
    shown = f"{date.fromisoformat(on):%d.%m.%Y}" if on else ""
    values = {**card, **signatories(card), "until_day": shown, "until_time": at}
    values["protest_minutes"] = card["protest_minutes"] or ""
    values |= said.typed
    return desk(request, games, "office/card.html", said, values=values)


routes = [games_card, fill_games]
