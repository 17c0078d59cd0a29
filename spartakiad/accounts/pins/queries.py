"""Reads of personal codes."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from spartakiad.accounts.queries import ITS_CARD, OPEN_GRANT, hall_of, held_of
from spartakiad.accounts.roles import Hall, Held
from spartakiad.models.accounts import Account, Grant, PinTry, SignIn, VenueCard


def device_of(session: Session, name: str) -> str:
    """A device by the session that facts name: all sessions of one that came in by a card are one device."""
    number = name.removeprefix("s")
    found = session.get(SignIn, int(number)) if number.isdecimal() else None
    return found.device_hash if found and found.device_hash else name


def wrong_pins(session: Session, account: int, since: datetime, device: str = "") -> int:
    """How often somebody was wrong about the personal code of an account since then, on one device or on all."""
    wrong = [col(PinTry.account_id) == account, col(PinTry.at) >= since]
    if device:
        wrong.append(col(PinTry.device) == device)
    return session.exec(select(func.count()).select_from(PinTry).where(*wrong)).one()


def has_pin(session: Session, account: int) -> bool:
    found = session.get(Account, account)
    return found is not None and bool(found.pin)


def with_pin(session: Session, at: datetime) -> dict[int, tuple[str, tuple[Held, ...], tuple[Hall, ...]]]:
    """Account → name, roles and the halls where he is in by a card now: everybody who has a personal code."""
    alive = (col(SignIn.revoked_at).is_(None), col(SignIn.expires_at) > at)
    query = (
        select(Account, Grant, VenueCard)
        .outerjoin(Grant, OPEN_GRANT)
        .outerjoin(SignIn, (col(SignIn.account_id) == col(Account.id)) & alive[0] & alive[1])
        .outerjoin(VenueCard, ITS_CARD)
        .where(col(Account.pin) != "", col(Account.shut_at).is_(None))
        .order_by(col(Account.name), col(Grant.id))
    )
    found: dict[int, tuple[str, tuple[Held, ...], tuple[Hall, ...]]] = {}
    for account, grant, card in session.exec(query):
        name, roles, halls = found.get(account.id or 0, (account.name, (), ()))
        roles, halls = (*roles, *([held_of(grant)] if grant else [])), (*halls, *filter(None, [hall_of(card)]))
        found[account.id or 0] = (name, tuple(dict.fromkeys(roles)), tuple(dict.fromkeys(halls)))
    return found
