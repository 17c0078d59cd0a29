"""The chief judge of the Games confirms who takes the challenge cup."""

import asyncio
from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.cup import proposal
from spartakiad.cup.actions import Confirmation, CupDecision, HandingOver, confirm, decide_cup, hand_over
from spartakiad.standings.queries import overall
from spartakiad.standings.stakes import still_possible
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of

LOOK = only(Role.CHIEF_JUDGE, Role.CHIEF_SECRETARY)
WHO = only(Role.CHIEF_JUDGE)

_HANDED = {"on_day": "required", "receiver": "required"}


@get("/office/{games:str}/cup", opt={"who": LOOK})
async def cup(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return await _beside_the_loop(request, games, Said())


@post("/office/{games:str}/cup", opt={"who": WHO})
async def confirmation(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    team, chair, document, reason = (typed.get(name, "") for name in ("team", "chair", "document", "reason"))
    wish = Confirmation(games, team, chair, document, typed.get("reserved") == "yes", reason)
    return await _after(request, games, await carry_out(request, confirm, wish, typed))


@post("/office/{games:str}/cup/decision", opt={"who": WHO})
async def decision(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """Who of those that share the first place, by whose word."""
    typed = await fields(request)
    among = tuple(typed.get("among", "").split())
    team, how, jury, document = (typed.get(name, "") for name in ("team", "how", "jury", "document"))
    wish = CupDecision(games, team, among, how, jury, document)
    return await _after(request, games, await carry_out(request, decide_cup, wish, typed))


@post("/office/{games:str}/cup/handing", opt={"who": LOOK})
async def handing(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = HandingOver(games, *(typed.get(name, "") for name in ("on_day", "giver", "receiver")))
    return await _after(request, games, await carry_out(request, hand_over, wish, typed, needs=_HANDED))


async def _after(request: AnyRequest, games: str, done: object) -> Response[Any]:
    if isinstance(done, Said):
        return await _beside_the_loop(request, games, done)
    return Redirect(f"/office/{games}/cup", status_code=303)


async def _beside_the_loop(request: AnyRequest, games: str, said: Said) -> Response[str]:
    """What may still happen is a search. Litestar's own `sync_to_thread` breaks where a path has a second method."""
    return await asyncio.to_thread(_cup, request, games, said)


def _cup(request: AnyRequest, games: str, said: Said) -> Response[str]:
    now = shell_of(request).now(games)
    found = proposal(now.state, now.result)
    titles = {slug: team.title for slug, team in now.state.teams.items()}
    return desk(
        request,
        games,
        "office/cup.html",
        said,
        proposal=found,
        teams=[now.state.teams[team] for team in found.teams],
        choices=[(team, titles[team], "") for team in found.teams],
        before=titles.get(found.before, ""),
        cup=now.state.cup,
        earlier=[(one, titles[one.team]) for one in now.state.cups_before],
        decision=now.state.cup_decision,
        handed_on=date.fromisoformat(now.state.cup.handed.on_day) if now.state.cup and now.state.cup.handed else None,
        chair=now.state.card.chair,
        standing=overall(now),
        possible=still_possible(now),
    )


routes = [cup, confirmation, decision, handing]
