"""Reads of accounts, as frozen views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from spartakiad.accounts.roles import Hall, Held, Me, Role
from spartakiad.models.accounts import Account, Grant, Invitation, SignIn, VenueCard

Visit = tuple[SignIn, VenueCard | None]
ITS_CARD = col(VenueCard.id) == col(SignIn.card_id)
OPEN_GRANT = (col(Grant.account_id) == col(Account.id)) & col(Grant.revoked_at).is_(None)


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom an invitation is for, shown before it is used; `until`: when it expires."""

    name: str
    roles: tuple[Held, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A session of a device. `ended`: when it was cut off or ran out; `hall`: of a venue card, if it came in by one.

    `unsent`: how many records it held back when it last said so, at `told_at`.
    """

    sign_in: int
    agent: str
    made_at: datetime
    last_contact: datetime
    unsent: int
    told_at: datetime | None
    ended: datetime | None
    hall: Hall | None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A line of the list of people: what they may do, when they were here, what links are out.

    `given_by`: the actor who gave the first role, `invited_by` his name; `shut_at`: since when the door is shut.
    `visits`: sessions that are alive, and ended ones of which something was not sent.
    """

    account: int
    name: str
    roles: tuple[Held, ...]
    phone: str
    given_by: str
    invited_by: str
    first_contact: datetime | None
    last_contact: datetime | None
    visits: tuple[Device, ...]
    link_until: datetime | None
    shut_at: datetime | None

    @property
    def devices(self) -> tuple[Device, ...]:
        """Where he is signed in now."""
        return tuple(one for one in self.visits if one.ended is None)

    @property
    def reachable(self) -> bool:
        """Whether the secretariat still counts on him."""
        return self.shut_at is None


def signed_in(session: Session, token_hash: str, at: datetime) -> Me | None:
    """Who holds this session token now; None when it is unknown, ended or expired."""
    query = (
        select(SignIn, Account, VenueCard, Grant)
        .join(Account, col(Account.id) == col(SignIn.account_id))
        .outerjoin(VenueCard, ITS_CARD)
        .outerjoin(Grant, OPEN_GRANT)
        .where(col(SignIn.token_hash) == token_hash)
        .order_by(col(Grant.id))
    )
    found: Sequence[tuple[SignIn, Account, VenueCard | None, Grant | None]] = session.exec(query).all()
    if not found:
        return None
    row, account, card, _ = found[0]
    if row.revoked_at is not None or row.expires_at <= at:
        return None
    own = (account.id or 0, account.name, row.device, row.id or 0, token_hash, row.last_contact)
    return Me(*own, tuple(held_of(grant) for *_, grant in found if grant), hall_of(card))


def invited(session: Session, token_hash: str, at: datetime) -> Guest | None:
    query = select(Invitation, Account).join(Account, col(Account.id) == col(Invitation.account_id))
    found = session.exec(query.where(col(Invitation.token_hash) == token_hash)).one_or_none()
    if found is None:
        return None
    link, account = found
    if link.used_at or link.revoked_at or link.expires_at < at:
        return None
    return Guest(account.name, roles_of(session, account.id or 0), link.expires_at)


def people_with_access(session: Session, at: datetime) -> list[AccountRow]:
    """Everybody who may come in or might once, in the order they were made."""
    query = select(Account, Grant).outerjoin(Grant, OPEN_GRANT).order_by(col(Account.id), col(Grant.id))
    accounts: dict[int, Account] = {}
    grants: dict[int, list[Grant]] = {}
    for account, grant in session.exec(query):
        accounts[account.id or 0] = account
        grants.setdefault(account.id or 0, []).extend([grant] if grant else [])
    visits: dict[int, list[Visit]] = {}
    every = select(SignIn, VenueCard).outerjoin(VenueCard, ITS_CARD).order_by(col(SignIn.id))
    for visit, card in session.exec(every):
        visits.setdefault(visit.account_id, []).append((visit, card))
    unused = (col(Invitation.used_at).is_(None), col(Invitation.revoked_at).is_(None))
    links = session.exec(select(Invitation).where(*unused, col(Invitation.expires_at) > at))
    until = {link.account_id: link.expires_at for link in links}
    called = {f"a{number}": account.name for number, account in accounts.items()}
    return [
        _row(account, grants[number], visits.get(number, []), until.get(number), called, at)
        for number, account in accounts.items()
    ]


def roles_of(session: Session, account: int) -> tuple[Held, ...]:
    """Every role that an account holds now."""
    return _roles(session, [account]).get(account, ())


def session_of(session: Session, sign_in: int) -> Me | None:
    """Whose session this is or was, ended or not."""
    row = session.get(SignIn, sign_in)
    account = session.get(Account, row.account_id) if row else None
    if row is None or account is None:
        return None
    roles = roles_of(session, row.account_id)
    return Me(row.account_id, account.name, row.device, sign_in, row.token_hash, row.last_contact, roles)


def hall_at(session: Session, sign_in: int) -> Hall | None:
    """What a session came in to by a venue card, ended or not."""
    row = session.get(SignIn, sign_in)
    return hall_of(session.get(VenueCard, row.card_id)) if row and row.card_id else None


def former_session(session: Session, sign_in: int, account: int) -> int | None:
    """The last session that somebody else had on the device of this one."""
    mine = session.get(SignIn, sign_in)
    if mine is None or not mine.device_hash:
        return None
    query = select(SignIn.id).where(SignIn.device_hash == mine.device_hash, SignIn.account_id == account)
    return session.exec(query.order_by(col(SignIn.id).desc())).first()


def one_device(session: Session, one: str, other: str) -> bool:
    """Whether these sessions, as facts name them, were of one and the same device that came in by a card."""
    numbers = [int(name[1:]) for name in (one, other) if name[:1] == "s" and name[1:].isdecimal()]
    hashes = [session.exec(select(SignIn.device_hash).where(col(SignIn.id) == number)).first() for number in numbers]
    return len(hashes) == 2 and bool(hashes[0]) and hashes[0] == hashes[1]


def devices(session: Session) -> dict[str, str]:
    """Session as facts name it → what the browser called itself."""
    return {f"s{number}": device for number, device in session.exec(select(SignIn.id, SignIn.device))}


def session_ended(session: Session, sign_in: int) -> bool:
    """Whether somebody ended this session: its device is not to be believed any more. It may also just have expired."""
    found = session.get(SignIn, sign_in)
    return found is None or found.revoked_at is not None


def roles_in(session: Session, games: str) -> list[Held]:
    """Every role that somebody holds in a Games."""
    query = select(Grant).where(col(Grant.games) == games, col(Grant.revoked_at).is_(None))
    return [held_of(grant) for grant in session.exec(query)]


def names(session: Session) -> dict[str, str]:
    """Actor id → name, for «ввёл …» on staff pages."""
    return {f"a{account.id}": account.name for account in session.exec(select(Account))}


def _row(
    account: Account,
    grants: list[Grant],
    visits: list[Visit],
    link_until: datetime | None,
    called: Mapping[str, str],
    at: datetime,
) -> AccountRow:
    given_by = grants[0].given_by if grants else ""
    seen = [_device(visit, card, at) for visit, card in visits]
    return AccountRow(
        account=account.id or 0,
        name=account.name,
        roles=tuple(map(held_of, grants)),
        phone=account.phone,
        given_by=given_by,
        invited_by=called.get(given_by, ""),
        first_contact=min((one.made_at for one in seen), default=None),
        last_contact=max((one.last_contact for one in seen), default=None),
        visits=tuple(one for one in seen if one.ended is None or one.unsent),
        link_until=link_until,
        shut_at=account.shut_at,
    )


def hall_of(card: VenueCard | None) -> Hall | None:
    return Hall(card.id or 0, card.games, card.venue, card.day) if card else None


def _device(visit: SignIn, card: VenueCard | None, at: datetime) -> Device:
    ended = visit.revoked_at or (visit.expires_at if visit.expires_at <= at else None)
    own = (visit.id or 0, visit.device, visit.made_at, visit.last_contact, visit.unsent, visit.told_at)
    return Device(*own, ended, hall_of(card))


def _roles(session: Session, accounts: list[int]) -> dict[int, tuple[Held, ...]]:
    query = select(Grant).where(col(Grant.account_id).in_(accounts), col(Grant.revoked_at).is_(None))
    held: dict[int, tuple[Held, ...]] = {}
    for grant in session.exec(query.order_by(col(Grant.id))):
        held[grant.account_id] = (*held.get(grant.account_id, ()), held_of(grant))
    return held


def held_of(grant: Grant) -> Held:
    return Held(Role(grant.role), grant.games, grant.team, grant.contest)
