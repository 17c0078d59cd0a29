"""Verbs of venue cards at the secretariat's desk: make one, issue it anew, revoke it, let one more device in."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select, update

from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.halls.days import night_end
from spartakiad.models.accounts import SignIn, VenueCard
from spartakiad.store.commands import Answer

MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class NewCard:
    """`day`: "2027-02-18"; the rest as in VenueCard. What is printed is made by the caller: no record ever holds it."""

    games: str
    venue: str
    day: str
    places: int
    seed: str
    token_hash: str
    word_hash: str


@dataclass(frozen=True, slots=True)
class NewIssue:
    """Another code and other words for the same hall."""

    games: str
    card: int
    seed: str
    token_hash: str
    word_hash: str


@dataclass(frozen=True, slots=True)
class OneCard:
    games: str
    card: int


def make_card(desk: Desk, new: NewCard) -> Answer:
    """One for a hall. One that was revoked is issued anew."""
    state = desk.state(new.games)
    if new.venue not in state.venues:
        raise Refusal("bad_choice" if new.venue else "choice_needed", "hall_venue")
    day = _day(new.day)
    if night_end(day) <= desk.at and not head_of(desk.session, new.games, state).demo:
        raise Refusal("day_over", "hall_day")
    if not 1 <= new.places <= MOST_PLACES:
        raise Refusal("out_of_bounds", "devices", least=1, most=MOST_PLACES)
    where = (VenueCard.games == new.games, VenueCard.venue == new.venue, col(VenueCard.day) == day)
    known = desk.session.exec(select(VenueCard).where(*where)).one_or_none()
    if known and known.revoked_at is None:
        raise Refusal("card_known", "hall_venue")
    if known:
        known.places = new.places
        return _issue(desk, known, NewIssue(new.games, known.id or 0, new.seed, new.token_hash, new.word_hash))
    card = VenueCard(
        games=new.games,
        venue=new.venue,
        day=day,
        places=new.places,
        seed=new.seed,
        token_hash=new.token_hash,
        word_hash=new.word_hash,
        made_by=desk.by.id,
        made_at=desk.at,
        tries_from=desk.at,
    )
    desk.session.add(card)
    desk.session.flush()
    return {"card": card.id}


def reissue(desk: Desk, wish: NewIssue) -> Answer:
    """The printed one is void at once; whoever is in by it stays in."""
    return _issue(desk, _card(desk, wish.games, wish.card), wish)


def revoke(desk: Desk, wish: OneCard) -> Answer:
    """The printed one is void and whoever is in by it is out, at once."""
    _card(desk, wish.games, wish.card).revoked_at = desk.at
    live = (col(SignIn.card_id) == wish.card, col(SignIn.revoked_at).is_(None), col(SignIn.expires_at) > desk.at)
    desk.session.exec(update(SignIn).where(*live).values(revoked_at=desk.at))
    return {"card": wish.card}


def add_place(desk: Desk, wish: OneCard) -> Answer:
    card = _card(desk, wish.games, wish.card)
    if card.places >= MOST_PLACES:
        raise Refusal("out_of_bounds", "devices", least=1, most=MOST_PLACES)
    card.places, card.full_at = card.places + 1, None
    return {"places": card.places}


def forgive(desk: Desk, wish: OneCard) -> Answer:
    """Wrong words of before count no more."""
    _card(desk, wish.games, wish.card).tries_from = desk.at
    return {"card": wish.card}


def note_full(desk: Desk, card: int) -> None:
    """A device found no place: the secretariat sees when, before somebody rings."""
    desk.session.exec(update(VenueCard).where(col(VenueCard.id) == card).values(full_at=desk.at))


def sessions_of(session: Session, device: str) -> list[tuple[SignIn, VenueCard]]:
    """All that a device ever had by cards."""
    query = select(SignIn, VenueCard).join(VenueCard, col(VenueCard.id) == col(SignIn.card_id))
    return list(session.exec(query.where(col(SignIn.device_hash) == device)))


def _issue(desk: Desk, card: VenueCard, wish: NewIssue) -> Answer:
    card.seed, card.token_hash, card.word_hash = wish.seed, wish.token_hash, wish.word_hash
    card.issue += 1
    card.made_by, card.made_at, card.tries_from = desk.by.id, desk.at, desk.at
    card.full_at = card.revoked_at = None
    return {"card": card.id}


def _card(desk: Desk, games: str, number: int) -> VenueCard:
    """Of these Games and no other."""
    card = desk.session.get(VenueCard, number)
    if card is None or card.games != games:
        raise Refusal("not_found")
    return card


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal("bad_choice" if text else "choice_needed", "hall_day") from None
