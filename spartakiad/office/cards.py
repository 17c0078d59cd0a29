"""Cards of contests and of the Games: what headers and signatures of every document are taken from."""

from dataclasses import asdict
from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.cards import NO_CARD
from spartakiad.competition.paper_facts import CardFilled, GamesCardFilled
from spartakiad.competition.programme import line
from spartakiad.competition.texts import a_day, an_hour
from spartakiad.errors import Refusal
from spartakiad.games.cards import ContestCard, WholeCard, fill_card, fill_games_card
from spartakiad.games.live import head_of
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key, whole
from spartakiad.web.render import staff
from spartakiad.web.wiring import shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.SPORT_CHIEF)
DESK = only(Role.CHIEF_SECRETARY)


@get("/judge/{games:str}/{contest:str}/card", opt={"who": WHO}, sync_to_thread=False)
def contest_card(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _contest(request, games, contest, Said())


@post("/judge/{games:str}/{contest:str}/card", opt={"who": WHO})
async def fill_contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        judges = whole(typed, "judges") if typed.get("judges", "").strip() else 0
    except Refusal as refusal:
        return _contest(request, games, contest, Said((refusal,), typed))
    texts = tuple((name, typed.get(name, "")) for name in CardFilled.free)
    done = await carry_out(request, fill_card, ContestCard(games, contest, judges, texts), typed)
    if isinstance(done, Said):
        return _contest(request, games, contest, done)
    return Redirect(f"/judge/{games}/{contest}/card?saved=yes", status_code=303)


@get("/office/{games:str}/card", opt={"who": DESK}, sync_to_thread=False)
def games_card(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _games(request, games, Said())


@post("/office/{games:str}/card", opt={"who": DESK})
async def fill_games(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        until = _until(typed.get("until_day", ""), typed.get("until_time", ""))
    except Refusal as refusal:
        return _games(request, games, Said((refusal,), typed))
    texts = tuple((name, typed.get(name, "")) for name in GamesCardFilled.free)
    done = await carry_out(request, fill_games_card, WholeCard(games, until, texts), typed)
    if isinstance(done, Said):
        return _games(request, games, done)
    return Redirect(f"/office/{games}/card?saved=yes", status_code=303)


def _until(on: str, at: str) -> str:
    """Both or neither."""
    if not on.strip() and not at.strip():
        return ""
    return f"{a_day(on, 'until_day').isoformat()}T{an_hour(at, 'until_time')}"


def _contest(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    state = shell_of(request).now(games).state
    card = asdict(state.cards.get(contest, NO_CARD))
    values = {**card, **_people(card), "judges": card["judges"] or ""}
    return _page(request, games, "judge/card.html", said, values, contest=line(state, contest))


def _games(request: AnyRequest, games: str, said: Said) -> Response[str]:
    card = asdict(shell_of(request).now(games).state.card)
    on, _, at = card["entries_until"].partition("T")
    shown = f"{date.fromisoformat(on):%d.%m.%Y}" if on else ""
    return _page(
        request, games, "office/card.html", said, {**card, **_people(card), "until_day": shown, "until_time": at}
    )


def _people(card: dict[str, Any]) -> dict[str, str]:
    """The signatories as the form's fields."""
    flat: dict[str, str] = {}
    for of in ("chief", "secretary"):
        one = card[of]
        flat |= {of: one["name"], f"{of}_category": one["category"], f"{of}_city": one["city"]}
    return flat


def _page(
    request: AnyRequest, games: str, template: str, said: Said, values: dict[str, Any], **more: Any
) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        head = head_of(session, games, shell.now(games).state)
    shown = {**values, **said.typed} if said.typed else values
    return staff(
        request,
        template,
        status=said.status,
        head=head,
        demo=head.demo,
        said=said,
        values=shown,
        saved=request.query_params.get("saved") == "yes",
        command_key=new_key(),
        **more,
    )


routes = [contest_card, fill_contest, games_card, fill_games]
