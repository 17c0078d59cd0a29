"""A personal code of a few digits by which somebody acts at a device where another one is signed in.

What is kept is keyed with the installation's secret: whoever reads the database alone cannot try all the codes.
Wrong codes are counted, so they are answers: a refusal would take what was counted back with it.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from spartakiad.accounts.pins.queries import device_of, wrong_pins
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.models.accounts import Account, PinTry
from spartakiad.store.commands import Answer

PAUSE = timedelta(minutes=10)
TRIES = 5  # wrong codes of one account on one device within the pause
TRIES_IN_ALL = 25  # and on all devices: a day of trying with many finds one code of three hundred
_SHAPE = re.compile(r"[0-9]{6,8}")


@dataclass(frozen=True, slots=True)
class NewPin:
    """`keyed`: see keyed(); "" takes the code away."""

    account: int
    keyed: str


@dataclass(frozen=True, slots=True)
class TypedPin:
    account: int
    keyed: str


def keyed(secret: bytes, typed: str) -> str:
    """What travels in commands instead of the digits."""
    return hmac.new(secret, f"pin {typed}".encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def check_shape(typed: str) -> None:
    """Raises Refusal required, pin_shape or pin_easy."""
    if not typed:
        raise Refusal("required", "pin")
    if not _SHAPE.fullmatch(typed):
        raise Refusal("pin_shape", "pin")
    steps = {int(after) - int(before) for before, after in pairwise(typed)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise Refusal("pin_easy", "pin")


def set_pin(desk: Desk, wish: NewPin) -> Answer:
    """A code chosen anew is tried from nothing."""
    account = desk.session.get_one(Account, wish.account)
    account.pin, account.pin_at = _mark(account, wish.keyed) if wish.keyed else "", desk.at
    return {"account": wish.account}


def try_pin(desk: Desk, wish: TypedPin) -> Answer:
    """{"outcome": "right" | "wrong" (tries "left") | "paused"}. Raises Refusal pin_unset."""
    return tried(desk, wish.account, wish.keyed, device_of(desk.session, desk.by.device))


def tried(desk: Desk, account: int, typed: str, device: str) -> Answer:
    """As try_pin() within another verb. Whoever guesses on one `device` keeps nobody from comparing at another."""
    found = desk.session.get(Account, account)
    if found is None or not found.pin or found.shut_at is not None:
        raise Refusal("pin_unset", "comparing")
    since = max(found.pin_at or desk.at, desk.at - PAUSE)
    left = min(
        TRIES - wrong_pins(desk.session, account, since, device),
        TRIES_IN_ALL - wrong_pins(desk.session, account, since),
    )
    if left <= 0:
        return {"outcome": "paused"}
    if hmac.compare_digest(found.pin, _mark(found, typed)):
        return {"outcome": "right"}
    desk.session.add(PinTry(account_id=account, at=desk.at, device=device))
    return {"outcome": "wrong", "left": left - 1}


def check(done: Answer) -> None:
    """Raises the Refusal of what was counted: pin_wrong or pin_paused."""
    if done["outcome"] == "wrong":
        raise Refusal("pin_wrong", "pin", left=done["left"])
    if done["outcome"] == "paused":
        raise Refusal("pin_paused", "pin", minutes=PAUSE.seconds // 60)


def _mark(account: Account, typed: str) -> str:
    return hashlib.sha256(f"{account.public_id} {typed}".encode()).hexdigest()
