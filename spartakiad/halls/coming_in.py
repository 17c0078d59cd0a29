"""Coming in by a venue card, and another judge at the same device.

Wrong words and a device too many are counted, so they are answers: a refusal would take what was counted back with it.
"""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from spartakiad.accounts.actions import new_token
from spartakiad.accounts.pins.actions import tried
from spartakiad.accounts.pins.queries import has_pin
from spartakiad.competition.desk import Desk
from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal
from spartakiad.halls.actions import note_full, sessions_of
from spartakiad.halls.days import day_of, night_end
from spartakiad.halls.queries import CardView, card_of_code, judge_named, judges_on, places_taken, wrong_words
from spartakiad.models.accounts import Account, CardTry, SignIn, VenueCard
from spartakiad.store.commands import Answer
from spartakiad.words.dates import day

TRIES_OF_CARD = 30  # wrong words, until the secretariat takes them again or issues another card
TRIES_OF_DEVICE = 5
PAUSE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Judge:
    """Who comes in: the `name` that was typed, or `account` as chosen of those whom the device knows.

    `pin`: the personal code that was typed, keyed; whoever chose one comes in with it only.
    """

    name: str
    account: int = 0
    pin: str = ""


@dataclass(frozen=True, slots=True)
class CardSignIn:
    """`device_hash`: by which the device is known again; `device`: what it calls itself."""

    token_hash: str
    word_hash: str
    device_hash: str
    session_hash: str
    device: str
    judge: Judge


@dataclass(frozen=True, slots=True)
class JudgeChange:
    """`sign_in`: the session of the one who hands the device over."""

    sign_in: int
    session_hash: str
    judge: Judge


def open_card(found: CardView | None, at: datetime) -> CardView:
    """Raises Refusal card_void or card_other_day. In a demonstration it is always the day of the card."""
    if found is None or found.revoked_at is not None:
        raise Refusal("card_void", "token")
    if day_of(at) != found.day and not found.demo:
        raise Refusal("card_other_day", "token", day=day(found.day))
    return found


def come_in_by_card(desk: Desk, wish: CardSignIn) -> Answer:
    """{"outcome": "in" | "wrong" (tries "left") | "paused" | "shut" | "full" | "pin" ("pin": as of try_pin)}.

    Raises what open_card does, and Refusal required, full_name_needed or bad_choice of the judge.
    """
    card = open_card(card_of_code(desk.session, wish.token_hash), desk.at)
    judge = _known(desk, card.games, wish.device_hash, wish.judge)
    outcome = _kept_out(desk, card, wish) or _unproved(desk, judge, wish.device_hash)
    if outcome is None:
        session = _session(desk, wish.session_hash, wish.device_hash, wish.device)
        session.card_id, session.expires_at = card.card, night_end(day_of(desk.at))
        _begin(desk, card.games, judge, session)
    return outcome or {"outcome": "in"}


def change_judge(desk: Desk, wish: JudgeChange) -> Answer:
    """Another session of the same device for the rest of the day. {"outcome": "in" | "pin"}; raises as above."""
    former = desk.session.get(SignIn, wish.sign_in)
    card = desk.session.get(VenueCard, former.card_id) if former and former.card_id else None
    if former is None or card is None:
        raise Refusal("not_allowed")
    judge = _known(desk, card.games, former.device_hash, wish.judge)
    if outcome := _unproved(desk, judge, former.device_hash):
        return outcome
    session = _session(desk, wish.session_hash, former.device_hash, former.device)
    session.card_id, session.expires_at = card.id, former.expires_at
    _begin(desk, card.games, judge, session)
    return {"outcome": "in"}


def _kept_out(desk: Desk, card: CardView, wish: CardSignIn) -> Answer | None:
    """Places come before words, so that a device too many learns nothing about these."""
    wrong = wrong_words(desk.session, card.card, card.tries_from)
    mine = wrong_words(desk.session, card.card, max(card.tries_from, desk.at - PAUSE), wish.device_hash)
    if wrong >= TRIES_OF_CARD:
        return {"outcome": "shut"}
    if mine >= TRIES_OF_DEVICE:
        return {"outcome": "paused"}
    if places_taken(desk.session, card.card, desk.at, but=wish.device_hash) >= card.places:
        note_full(desk, card.card)
        return {"outcome": "full", "places": card.places}
    if hmac.compare_digest(card.word_hash, wish.word_hash):
        return None
    desk.session.add(CardTry(card_id=card.card, device_hash=wish.device_hash, at=desk.at))
    return {"outcome": "wrong", "left": min(TRIES_OF_DEVICE - mine, TRIES_OF_CARD - wrong) - 1}


def _unproved(desk: Desk, judge: Judge, device: str) -> Answer | None:
    """What was counted, where whoever has a personal code did not type it. Raises Refusal required."""
    if not has_pin(desk.session, judge.account):
        return None
    if not judge.pin:
        raise Refusal("required", "pin")
    done = tried(desk, judge.account, judge.pin, device)
    return None if done["outcome"] == "right" else {"outcome": "pin", "pin": done}


def _known(desk: Desk, games: str, device: str, judge: Judge) -> Judge:
    """The account it will be, or the name for a new one."""
    name = free_text(judge.name, "account_name", PHRASE)
    if name:
        if len(name.split()) == 1:
            raise Refusal("full_name_needed", "account_name")
        return replace(judge, name=name, account=judge_named(desk.session, games, name) or 0)
    if not judge.account:
        raise Refusal("required", "account_name")
    if judge.account not in judges_on(desk.session, games, device):
        raise Refusal("bad_choice", "judge")
    return judge


def _session(desk: Desk, token_hash: str, device_hash: str, device: str) -> SignIn:
    return SignIn(
        account_id=0,
        token_hash=token_hash,
        device=device[:40],
        device_hash=device_hash,
        made_at=desk.at,
        last_contact=desk.at,
        expires_at=desk.at,
    )


def _begin(desk: Desk, games: str, judge: Judge, session: SignIn) -> None:
    """What the device still holds it holds from now on under the new session; the former ones have run out."""
    for former, card in sessions_of(desk.session, session.device_hash):
        former.expires_at = min(former.expires_at, desk.at)
        if card.games == games:
            session.unsent, former.unsent = session.unsent + former.unsent, 0
    session.told_at = desk.at if session.unsent else None
    session.account_id = judge.account or _made(desk, judge.name)
    desk.session.add(session)


def _made(desk: Desk, name: str) -> int:
    account = Account(public_id=new_token(), name=name, created_at=desk.at)
    desk.session.add(account)
    desk.session.flush()
    return account.id or 0
