"""Verbs of accounts: make one, grant a role, invite, come in, go out."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, or_, select, update

from spartakiad.accounts.roles import ALLOWED, NEEDED, Role
from spartakiad.competition.desk import Desk
from spartakiad.competition.texts import free_text
from spartakiad.errors import Refusal
from spartakiad.models.accounts import Account, Grant, Invitation, SignIn
from spartakiad.store.commands import Answer

INVITATION_DAYS = 14
PHONE = 40  # signs
SESSION_HOURS = 16
SAME_NEWS = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class NewAccount:
    name: str
    role: str
    games: str = ""
    team: str = ""
    contest: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class NewGrant:
    """A role for somebody who has an account already."""

    account: int
    role: str
    games: str = ""
    team: str = ""
    contest: str = ""


@dataclass(frozen=True, slots=True)
class Welcome:
    """Somebody new and the link by which he comes in, in one wish; see Invite for the hash."""

    account: NewAccount
    token_hash: str


@dataclass(frozen=True, slots=True)
class Invite:
    """`token_hash`: the token itself is made by the caller and shown once, so that no record ever holds it."""

    account: int
    token_hash: str


@dataclass(frozen=True, slots=True)
class ComeIn:
    token_hash: str
    session_hash: str
    device: str


@dataclass(frozen=True, slots=True)
class OneSession:
    sign_in: int


@dataclass(frozen=True, slots=True)
class OneAccount:
    account: int


def new_token() -> str:
    """A secret of 128 bits for a link or a cookie."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def make_account(desk: Desk, new: NewAccount) -> Answer:
    name = free_text(new.name, "account_name", 200)
    if not name:
        raise Refusal("required", "account_name")
    _check_scope(new)
    phone = free_text(new.phone, "account_phone", PHONE)
    account = Account(public_id=new_token(), name=name, phone=phone, created_at=desk.at)
    desk.session.add(account)
    desk.session.flush()
    return grant(desk, NewGrant(account.id or 0, new.role, new.games, new.team, new.contest))


def grant(desk: Desk, new: NewGrant) -> Answer:
    _check_scope(new)
    _account(desk, new.account)
    desk.session.add(
        Grant(
            account_id=new.account,
            role=new.role,
            games=new.games,
            team=new.team,
            contest=new.contest,
            given_at=desk.at,
            given_by=desk.by.id,
        )
    )
    return {"account": new.account}


def welcome(desk: Desk, wish: Welcome) -> Answer:
    made = make_account(desk, wish.account)
    return invite(desk, Invite(int(str(made["account"])), wish.token_hash))


def invite(desk: Desk, wish: Invite) -> Answer:
    """A new link voids the links made before and not used yet, and opens a door that was shut."""
    _account(desk, wish.account).shut_at = None
    _void_links(desk, wish.account)
    desk.session.add(
        Invitation(
            account_id=wish.account,
            token_hash=wish.token_hash,
            made_by=desk.by.id,
            made_at=desk.at,
            expires_at=desk.at + timedelta(days=INVITATION_DAYS),
        )
    )
    return {"account": wish.account}


def come_in(desk: Desk, wish: ComeIn) -> Answer:
    """Exchange a one-time link for a session made new. A used, voided or expired link is refused alike."""
    query = select(Invitation).where(col(Invitation.token_hash) == wish.token_hash)
    invitation = desk.session.exec(query).one_or_none()
    if invitation is None or invitation.used_at or invitation.revoked_at or invitation.expires_at < desk.at:
        raise Refusal("invitation_void")
    invitation.used_at = desk.at
    desk.session.add(
        SignIn(
            account_id=invitation.account_id,
            token_hash=wish.session_hash,
            device=wish.device[:40],
            made_at=desk.at,
            last_contact=desk.at,
            expires_at=desk.at + timedelta(hours=SESSION_HOURS),
        )
    )
    return {"account": invitation.account_id}


def note_contact(session: Session, sign_in: int, at: datetime) -> None:
    """When a device was last here. Not a command: nobody wished it; the list of devices needs it to the minute only."""
    session.exec(update(SignIn).where(col(SignIn.id) == sign_in).values(last_contact=at))


def note_unsent(session: Session, sign_in: int, unsent: int, at: datetime) -> None:
    """How many records a judge's device says it still holds; what it said before is written again now and then only."""
    news = or_(col(SignIn.told_at).is_(None), col(SignIn.told_at) < at - SAME_NEWS, col(SignIn.unsent) != unsent)
    told = {"unsent": unsent, "told_at": at, "last_contact": at}
    session.exec(update(SignIn).where(col(SignIn.id) == sign_in, news).values(told))


def go_out(desk: Desk, wish: OneSession) -> Answer:
    desk.session.exec(update(SignIn).where(col(SignIn.id) == wish.sign_in).values(revoked_at=desk.at))
    return {}


def write_off(desk: Desk, wish: OneSession) -> Answer:
    """What a device holds is waited for no longer: it is lost, or all of it was typed from the paper."""
    desk.session.exec(update(SignIn).where(col(SignIn.id) == wish.sign_in).values(unsent=0))
    return {}


def shut_out(desk: Desk, wish: OneAccount) -> Answer:
    """Every session and every link of an account end at once."""
    _account(desk, wish.account).shut_at = desk.at
    _void_links(desk, wish.account)
    live = (col(SignIn.account_id) == wish.account, col(SignIn.revoked_at).is_(None))
    desk.session.exec(update(SignIn).where(*live).values(revoked_at=desk.at))
    return {"account": wish.account}


def _check_scope(new: NewAccount | NewGrant) -> None:
    """A role is given where it works and nowhere wider: a captain has one team, the secretariat one Games."""
    if new.role not in {role.value for role in Role}:
        raise Refusal("bad_choice", "account_role")
    role = Role(new.role)
    for field in ("games", "team", "contest"):
        given = bool(getattr(new, field))
        if given and field not in ALLOWED[role]:
            raise Refusal("scope_too_narrow", field)
        if not given and field in NEEDED[role]:
            raise Refusal("required", field)


def _account(desk: Desk, account: int) -> Account:
    found = desk.session.get(Account, account)
    if found is None:
        raise Refusal("not_found")
    return found


def _void_links(desk: Desk, account: int) -> None:
    open_links = (
        col(Invitation.account_id) == account,
        col(Invitation.used_at).is_(None),
        col(Invitation.revoked_at).is_(None),
    )
    desk.session.exec(update(Invitation).where(*open_links).values(revoked_at=desk.at))
