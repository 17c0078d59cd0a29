"""Reads of accounts, as frozen views."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from spartakiad.accounts.roles import Held, Me, Role
from spartakiad.models.accounts import Account, Grant, Invitation, SignIn


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom an invitation is for, shown before it is used."""

    name: str
    roles: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A line of the list of people: what they may do, when they were last here, what links are out."""

    account: int
    name: str
    roles: tuple[Held, ...]
    last_contact: datetime | None
    sessions: int
    link_until: datetime | None
    phone: str = ""


def signed_in(session: Session, token_hash: str, at: datetime) -> Me | None:
    """Who holds this session token now; None when it is unknown, ended or expired."""
    query = select(SignIn, Account).join(Account, col(Account.id) == col(SignIn.account_id))
    found = session.exec(query.where(col(SignIn.token_hash) == token_hash)).one_or_none()
    if found is None:
        return None
    row, account = found
    if row.revoked_at is not None or row.expires_at < at:
        return None
    roles = _roles(session, [account.id or 0]).get(account.id or 0, ())
    return Me(account.id or 0, account.name, row.device, row.id or 0, token_hash, row.last_contact, roles)


def invited(session: Session, token_hash: str, at: datetime) -> Guest | None:
    query = select(Invitation, Account).join(Account, col(Account.id) == col(Invitation.account_id))
    found = session.exec(query.where(col(Invitation.token_hash) == token_hash)).one_or_none()
    if found is None:
        return None
    link, account = found
    if link.used_at or link.revoked_at or link.expires_at < at:
        return None
    return Guest(account.name, _roles(session, [account.id or 0]).get(account.id or 0, ()))


def people_with_access(session: Session, at: datetime) -> list[AccountRow]:
    """Everybody who may come in, in the order they were made."""
    open_ = (col(Grant.account_id) == col(Account.id)) & col(Grant.revoked_at).is_(None)
    query = select(Account, Grant).outerjoin(Grant, open_).order_by(col(Account.id), col(Grant.id))
    accounts: dict[int, Account] = {}
    roles: dict[int, tuple[Held, ...]] = {}
    for account, grant in session.exec(query):
        accounts[account.id or 0] = account
        if grant:
            roles[account.id or 0] = (*roles.get(account.id or 0, ()), _held(grant))
    live = session.exec(select(SignIn).where(col(SignIn.revoked_at).is_(None), col(SignIn.expires_at) > at)).all()
    links = session.exec(
        select(Invitation).where(col(Invitation.used_at).is_(None), col(Invitation.revoked_at).is_(None))
    )
    until = {link.account_id: link.expires_at for link in links}
    return [
        _row(account, roles, [s for s in live if s.account_id == account.id], until) for account in accounts.values()
    ]


def roles_in(session: Session, games: str) -> list[Held]:
    """Every role that somebody holds in a Games."""
    query = select(Grant).where(col(Grant.games) == games, col(Grant.revoked_at).is_(None))
    return [_held(grant) for grant in session.exec(query)]


def names(session: Session) -> dict[str, str]:
    """Actor id → name, for «ввёл …» on staff pages."""
    return {f"a{account.id}": account.name for account in session.exec(select(Account))}


def _row(
    account: Account, roles: dict[int, tuple[Held, ...]], live: list[SignIn], until: dict[int, datetime]
) -> AccountRow:
    number = account.id or 0
    last = max((s.last_contact for s in live), default=None)
    return AccountRow(number, account.name, roles.get(number, ()), last, len(live), until.get(number), account.phone)


def _roles(session: Session, accounts: list[int]) -> dict[int, tuple[Held, ...]]:
    query = select(Grant).where(col(Grant.account_id).in_(accounts), col(Grant.revoked_at).is_(None))
    held: dict[int, tuple[Held, ...]] = {}
    for grant in session.exec(query.order_by(col(Grant.id))):
        held[grant.account_id] = (*held.get(grant.account_id, ()), _held(grant))
    return held


def _held(grant: Grant) -> Held:
    return Held(Role(grant.role), grant.games, grant.team, grant.contest)
