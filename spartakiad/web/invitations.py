"""The desk of invited people: handing out a link, shown once with the words to send it with, and shutting out."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response

from spartakiad.accounts.actions import (
    Invite,
    NewAccount,
    OneAccount,
    Welcome,
    hash_of,
    invite,
    new_token,
    shut_out,
    welcome,
)
from spartakiad.accounts.queries import AccountRow, invited, people_with_access
from spartakiad.accounts.roles import Held
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.store.canonical import canonical
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out
from spartakiad.web.papers import site_of
from spartakiad.web.wiring import settings_of, shell_of
from spartakiad.words.invitations import invitation_text
from spartakiad.words.states import words


@dataclass(frozen=True, slots=True)
class Handed:
    link: str
    text: str


def with_access(request: AnyRequest, mine: Callable[[AccountRow], bool]) -> list[AccountRow]:
    """Those whom a desk has to do with, of everybody who may come in or might once."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        return [row for row in people_with_access(session, shell.clock()) if mine(row)]


def check_among(rows: list[AccountRow], account: int) -> None:
    """Raises Refusal not_found for somebody whom the desk does not show."""
    if account not in {row.account for row in rows}:
        raise Refusal("not_found")


def people_desk(
    request: AnyRequest, games: str, template: str, done: Handed | Said, rows: list[AccountRow], **context: Any
) -> Response[str]:
    """`done`: what came of the last wish, a link to show or what the form says back."""
    said, link = (done, None) if isinstance(done, Said) else (Said(), done)
    titles = places(shell_of(request).now(games).state)
    return desk(request, games, template, said, rows=rows, titles=titles, link=link, **context)


async def shut(request: AnyRequest, account: int, typed: Mapping[str, str]) -> Said:
    done = await carry_out(request, shut_out, OneAccount(account), typed)
    return done if isinstance(done, Said) else Said()


async def hand_out(request: AnyRequest, games: str, to: NewAccount | int, typed: Mapping[str, str]) -> Handed | Said:
    """The link of a new account, or a new link of the account of this number, which voids the earlier one."""
    token = token_for(request, typed)
    if isinstance(to, NewAccount):
        done = await carry_out(request, welcome, Welcome(to, hash_of(token)), typed)
    else:
        done = await carry_out(request, invite, Invite(to, hash_of(token)), typed)
    return done if isinstance(done, Said) else _handed(request, games, token)


def token_for(request: AnyRequest, typed: Mapping[str, str]) -> str:
    """The same form sent twice gets the same link, so that nobody is invited twice by a double tap."""
    if not typed.get("command_key"):
        return new_token()
    said = canonical([request.url.path, dict(typed)]).encode()
    mixed = hmac.new(settings_of(request).secret, said, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mixed[:16]).decode().rstrip("=")


def places(state: State) -> dict[str, str]:
    """Slug → title of every team and contest a role can be bound to."""
    teams = {team.slug: team.title for team in state.teams.values()}
    return teams | {line.id: line.title for line in lines(state)}


def _handed(request: AnyRequest, games: str, token: str) -> Handed:
    """Raises Refusal invitation_void when the form was sent again after its link had been used."""
    shell = shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        guest = invited(session, hash_of(token), shell.clock())
        head = head_of(session, games, state)
    if guest is None:
        raise Refusal("invitation_void")
    link = f"{site_of(request)}/invitation/{token}"
    roles = "; ".join(_role(held, places(state)) for held in guest.roles)
    return Handed(link, invitation_text(head.title, guest.name, roles, link, guest.until))


def _role(held: Held, titles: Mapping[str, str]) -> str:
    where = [titles[place] for place in (held.team, held.contest) if place in titles]
    return ", ".join([words(held.role, "account"), *where])
