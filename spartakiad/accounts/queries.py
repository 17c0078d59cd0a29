"""Reads of accounts, as frozen views."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from spartakiad.accounts.roles import Held, Me, Role
from spartakiad.models.accounts import Account, Grant, Invitation, SignIn


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom an invitation is for, shown before it is used; `until`: when it expires."""

    name: str
    roles: tuple[Held, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """Where somebody is signed in now."""

    agent: str
    last_contact: datetime


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A line of the list of people: what they may do, when they were here, what links are out.

    `given_by`: the actor who gave the first role, `invited_by` his name; `shut_at`: since when the door is shut.
    """

    account: int
    name: str
    roles: tuple[Held, ...]
    phone: str
    given_by: str
    invited_by: str
    first_contact: datetime | None
    last_contact: datetime | None
    devices: tuple[Device, ...]
    link_until: datetime | None
    shut_at: datetime | None

    @property
    def reachable(self) -> bool:
        """Whether the secretariat still counts on him."""
        return self.shut_at is None


def signed_in(session: Session, token_hash: str, at: datetime) -> Me | None:
    """Who holds this session token now; None when it is unknown, ended or expired."""
    query = select(SignIn, Account).join(Account, col(Account.id) == col(SignIn.account_id))
    found = session.exec(query.where(col(SignIn.token_hash) == token_hash)).one_or_none()
    if found is None:
        return None
    row, account = found
    if row.revoked_at is not None or row.expires_at < at:
        return None
    roles = roles_of(session, account.id or 0)
    return Me(account.id or 0, account.name, row.device, row.id or 0, token_hash, row.last_contact, roles)


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
    open_ = (col(Grant.account_id) == col(Account.id)) & col(Grant.revoked_at).is_(None)
    query = select(Account, Grant).outerjoin(Grant, open_).order_by(col(Account.id), col(Grant.id))
    accounts: dict[int, Account] = {}
    grants: dict[int, list[Grant]] = {}
    for account, grant in session.exec(query):
        accounts[account.id or 0] = account
        grants.setdefault(account.id or 0, []).extend([grant] if grant else [])
    visits: dict[int, list[SignIn]] = {}
    for visit in session.exec(select(SignIn).order_by(col(SignIn.id))):
        visits.setdefault(visit.account_id, []).append(visit)
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
    return [_held(grant) for grant in session.exec(query)]


def names(session: Session) -> dict[str, str]:
    """Actor id → name, for «ввёл …» on staff pages."""
    return {f"a{account.id}": account.name for account in session.exec(select(Account))}


def _row(
    account: Account,
    grants: list[Grant],
    visits: list[SignIn],
    link_until: datetime | None,
    called: Mapping[str, str],
    at: datetime,
) -> AccountRow:
    given_by = grants[0].given_by if grants else ""
    live = [visit for visit in visits if visit.revoked_at is None and visit.expires_at > at]
    return AccountRow(
        account=account.id or 0,
        name=account.name,
        roles=tuple(map(_held, grants)),
        phone=account.phone,
        given_by=given_by,
        invited_by=called.get(given_by, ""),
        first_contact=min((visit.made_at for visit in visits), default=None),
        last_contact=max((visit.last_contact for visit in visits), default=None),
        devices=tuple(Device(visit.device, visit.last_contact) for visit in live),
        link_until=link_until,
        shut_at=account.shut_at,
    )


def _roles(session: Session, accounts: list[int]) -> dict[int, tuple[Held, ...]]:
    query = select(Grant).where(col(Grant.account_id).in_(accounts), col(Grant.revoked_at).is_(None))
    held: dict[int, tuple[Held, ...]] = {}
    for grant in session.exec(query.order_by(col(Grant.id))):
        held[grant.account_id] = (*held.get(grant.account_id, ()), _held(grant))
    return held


def _held(grant: Grant) -> Held:
    return Held(Role(grant.role), grant.games, grant.team, grant.contest)
