"""Venue cards at the secretariat's desk: what is held in each hall, its card, the words to be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.actions import hash_of
from spartakiad.accounts.roles import SECRETARIAT
from spartakiad.competition.programme import lines
from spartakiad.competition.shell import Verb
from spartakiad.competition.state import State, Venue
from spartakiad.documents.venue_card import CardPaper
from spartakiad.errors import Refusal
from spartakiad.games.live import GamesHead, head_of
from spartakiad.halls import actions
from spartakiad.halls.actions import NewCard, NewIssue, OneCard
from spartakiad.halls.coming_in import TRIES_OF_CARD
from spartakiad.halls.days import contests_of, halls, night_end
from spartakiad.halls.keys import code_of, in_groups, sign_of, word_hash, words_of
from spartakiad.halls.queries import CardRow, CardView, card_numbered, cards_of
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.invitations import token_for
from spartakiad.web.papers import card_answer, site_of
from spartakiad.web.wiring import settings_of, shell_of

WHO = only(*SECRETARIAT)
USUAL_PLACES = 8


@dataclass(frozen=True, slots=True)
class HallRow:
    """A venue on one day. `contests`: title and moment; `row` None while it has no card; `words`: said aloud, or "";
    `sign`: printed.

    `stopped`: nobody comes in any more, so often wrong words were typed.
    """

    day: date
    venue: Venue
    contests: tuple[tuple[str, datetime | None], ...]
    row: CardRow | None
    words: str
    sign: str
    stopped: bool


@get("/office/{games:str}/venue-cards", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/venue-cards", opt={"who": WHO})
async def make(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        places = whole(typed, "devices")
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed))
    hall = typed.get("hall_venue", ""), typed.get("hall_day", "")
    wish = NewCard(games, *hall, places, *_keys(request, typed))
    return _after(request, games, await carry_out(request, actions.make_card, wish, typed))


@post("/office/{games:str}/venue-cards/{card:int}/issue", opt={"who": WHO})
async def issue(request: AnyRequest, games: FromPath[str], card: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    wish = NewIssue(games, card, *_keys(request, typed))
    return _after(request, games, await carry_out(request, actions.reissue, wish, typed))


@post("/office/{games:str}/venue-cards/{card:int}/revocation", opt={"who": WHO})
async def revocation(request: AnyRequest, games: FromPath[str], card: FromPath[int]) -> Response[Any]:
    return await _with(request, games, card, actions.revoke)


@post("/office/{games:str}/venue-cards/{card:int}/place", opt={"who": WHO})
async def place(request: AnyRequest, games: FromPath[str], card: FromPath[int]) -> Response[Any]:
    return await _with(request, games, card, actions.add_place)


@post("/office/{games:str}/venue-cards/{card:int}/tries", opt={"who": WHO})
async def tries(request: AnyRequest, games: FromPath[str], card: FromPath[int]) -> Response[Any]:
    return await _with(request, games, card, actions.forgive)


@get("/office/{games:str}/venue-cards/{card:int}/card.pdf", opt={"who": WHO}, sync_to_thread=True)
def printed(request: AnyRequest, games: FromPath[str], card: FromPath[int]) -> Response[bytes]:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        found = card_numbered(session, games, card)
        head = head_of(session, games, state)
    if found is None or found.revoked_at is not None:
        raise Refusal("not_found")
    return card_answer(_paper(request, found, head, state))


def _paper(request: AnyRequest, card: CardView, head: GamesHead, state: State) -> CardPaper:
    secret, site = settings_of(request).secret, site_of(request)
    code = code_of(secret, card.seed)
    if hash_of(code) != card.token_hash:
        raise Refusal("card_unprintable")
    return CardPaper(
        games=head.title,
        venue=state.venues[card.venue],
        day=card.day,
        site=site,
        address=f"{site}/judge/card#{code}",
        typed=(f"{site}/judge/card", in_groups(code)),
        sign=sign_of(secret, card.seed),
        phone=head.phone,
        number=card.card,
        issue=card.issue,
        made_at=card.made_at,
        until=night_end(card.day),
        demo=head.demo,
    )


async def _with(request: AnyRequest, games: str, card: int, verb: Verb) -> Response[Any]:
    return _after(request, games, await carry_out(request, verb, OneCard(games, card), await fields(request)))


def _keys(request: AnyRequest, typed: Mapping[str, str]) -> tuple[str, str, str]:
    """Seed, hash of the code and of the words; the same form sent twice makes the same card."""
    secret, seed = settings_of(request).secret, token_for(request, typed)
    return seed, hash_of(code_of(secret, seed)), word_hash(secret, words_of(secret, seed))


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        cards = cards_of(session, games, shell.clock())
        head = head_of(session, games, state)
    rows = [_row(request, state, *hall) for hall in _shown(state, cards, head, shell.clock())]
    return desk(
        request,
        games,
        "office/venue_cards.html",
        said,
        rows=rows,
        venues=[(venue.slug, venue.title) for venue in state.venues.values()],
        days=head.days,
        usual=USUAL_PLACES,
    )


def _shown(state: State, cards: list[CardRow], head: GamesHead, at: datetime) -> list[tuple[date, str, CardRow | None]]:
    """Halls that have something to do with a card yet: by day, then in the timetable's order of venues."""
    made = {(one.card.day, one.card.venue): one for one in cards}
    every = sorted({*halls(state), *made})
    return [(day, venue, made.get((day, venue))) for day, venue in every if head.demo or night_end(day) > at]


def _row(request: AnyRequest, state: State, day: date, venue: str, row: CardRow | None) -> HallRow:
    titles = {line.id: line.title for line in lines(state)}
    held = tuple((titles[one], state.slots[one].starts_at) for one in contests_of(state, venue, day) if one in titles)
    live = row if row and row.card.revoked_at is None else None
    if live is None:
        return HallRow(day, state.venues[venue], held, None, "", "", stopped=False)
    secret = settings_of(request).secret
    words, sign = words_of(secret, live.card.seed), sign_of(secret, live.card.seed)
    said = words if word_hash(secret, words) == live.card.word_hash else ""
    return HallRow(day, state.venues[venue], held, live, said, sign, live.wrong >= TRIES_OF_CARD)


def _after(request: AnyRequest, games: str, done: object) -> Response[Any]:
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/venue-cards", status_code=303)


routes = [look, make, issue, revocation, place, tries, printed]
