"""Reads about venue cards and who came in by them, as frozen views."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, func, select

from spartakiad.models.accounts import Account, CardTry, SignIn, VenueCard
from spartakiad.models.games import Games
from spartakiad.words.keys import search_key

_ITS_CARD = col(VenueCard.id) == col(SignIn.card_id)


@dataclass(frozen=True, slots=True)
class CardView:
    """`demo`: of invented Games, whose days are over for ever. Otherwise as in VenueCard."""

    card: int
    games: str
    venue: str
    day: date
    seed: str
    token_hash: str
    word_hash: str
    places: int
    issue: int
    made_at: datetime
    tries_from: datetime
    full_at: datetime | None
    revoked_at: datetime | None
    demo: bool


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card at the secretariat's desk. `taken`: devices that are in by it now; `wrong`: wrong words that count."""

    card: CardView
    taken: int
    wrong: int


def card_of_code(session: Session, token_hash: str) -> CardView | None:
    """The card that this code stands on, revoked ones too."""
    query = _cards().where(col(VenueCard.token_hash) == token_hash)
    found = session.exec(query).one_or_none()
    return _view(*found) if found else None


def card_numbered(session: Session, games: str, card: int) -> CardView | None:
    query = _cards().where(col(VenueCard.id) == card, col(VenueCard.games) == games)
    found = session.exec(query).one_or_none()
    return _view(*found) if found else None


def cards_of(session: Session, games: str, at: datetime) -> list[CardRow]:
    """All cards of a Games."""
    its_own = col(SignIn.card_id) == col(VenueCard.id)
    taken = select(func.count(func.distinct(SignIn.device_hash))).where(its_own, *_live(at)).scalar_subquery()
    counted = (col(CardTry.card_id) == col(VenueCard.id), col(CardTry.at) >= col(VenueCard.tries_from))
    wrong = select(func.count(col(CardTry.id))).where(*counted).scalar_subquery()
    query = _cards().add_columns(taken, wrong).where(col(VenueCard.games) == games)
    return [CardRow(_view(card, demo), *counts) for card, demo, *counts in session.exec(query)]


def places_taken(session: Session, card: int, at: datetime, but: str) -> int:
    """Devices that are in by a card now, without the one that asks."""
    query = select(func.count(func.distinct(SignIn.device_hash)))
    return session.exec(query.where(*_live(at), SignIn.card_id == card, SignIn.device_hash != but)).one()


def wrong_words(session: Session, card: int, since: datetime, device: str = "") -> int:
    """How often somebody was wrong since then, from one device or from all."""
    query = select(func.count()).select_from(CardTry).where(col(CardTry.card_id) == card, col(CardTry.at) >= since)
    return session.exec(query.where(CardTry.device_hash == device) if device else query).one()


def judges_on(session: Session, games: str, device: str) -> dict[int, str]:
    """Account → name of those who came in by cards of a Games from this device, the last one first."""
    query = _by_card(games).where(col(SignIn.device_hash) == device).order_by(col(SignIn.id).desc())
    return {account.id or 0: account.name for account in session.exec(query)}


def judge_named(session: Session, games: str, name: str) -> int | None:
    """Whoever came in by a card of a Games under this name, spelled alike: nobody confirms himself from two devices."""
    wanted = search_key(name)
    known = session.exec(_by_card(games).order_by(col(SignIn.id)))
    return next((account.id for account in known if search_key(account.name) == wanted), None)


def _cards() -> Any:
    return select(VenueCard, Games.demo).join(Games, col(Games.slug) == col(VenueCard.games))


def _by_card(games: str) -> Any:
    query = select(Account).join(SignIn, col(SignIn.account_id) == col(Account.id)).join(VenueCard, _ITS_CARD)
    return query.where(col(VenueCard.games) == games, col(Account.shut_at).is_(None))


def _live(at: datetime) -> Any:
    return col(SignIn.revoked_at).is_(None), col(SignIn.expires_at) > at


def _view(card: VenueCard, demo: bool) -> CardView:
    own = (card.id or 0, card.games, card.venue, card.day, card.seed, card.token_hash, card.word_hash, card.places)
    return CardView(*own, card.issue, card.made_at, card.tries_from, card.full_at, card.revoked_at, demo)
