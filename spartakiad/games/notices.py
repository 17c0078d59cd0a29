"""Notices of a Games: verbs that give and read them, and who sees what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from spartakiad.accounts.queries import AccountRow
from spartakiad.accounts.roles import JUDGING, Held, Me, Role
from spartakiad.competition.decide.notices import ALL, CAPTAINS, JUDGES, GiveNotice, SeeNotice, audiences
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import lines
from spartakiad.competition.signed import Notice
from spartakiad.competition.state import State
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class NewNotice:
    games: str
    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    games: str
    number: int


@dataclass(frozen=True, slots=True)
class NoticeView:
    """`seen`: whoever looks at it has read it."""

    number: int
    to: str
    text: str
    at: datetime
    seen: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """Somebody a notice is for; `at`: when he read it."""

    name: str
    phone: str
    at: datetime | None


def give_notice(desk: Desk, wish: NewNotice) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, GiveNotice(wish.to, wish.text)))}


def see_notice(desk: Desk, wish: Read) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, SeeNotice(wish.number)))}


def for_everybody(state: State) -> list[NoticeView]:
    """What the public may read, the newest first."""
    return [_view(state, one, "") for one in _newest(state) if ALL in one.to]


def given(state: State) -> list[NoticeView]:
    """All of them in their order, whoever they are for."""
    return [_view(state, one, "") for one in reversed(_newest(state))]


def for_me(state: State, me: Me, games: str) -> list[NoticeView]:
    """What is meant for somebody who is signed in, the newest first."""
    mine = [held for held in me.roles if held.games == games]
    return [_view(state, one, me.actor_id) for one in _newest(state) if _is_for(one, mine)]


def receipts(notice: Notice, people: Sequence[AccountRow], games: str) -> list[Receipt]:
    """Everybody a notice is for, those who have not read it first."""
    meant = [
        one for one in people if one.reachable and _is_for(notice, [held for held in one.roles if held.games == games])
    ]
    found = [Receipt(one.name, one.phone, notice.seen.get(f"a{one.account}")) for one in meant]
    return sorted(found, key=lambda one: one.at is not None)


def addressees(state: State) -> list[tuple[str, str]]:
    """Whom a notice can be for, with words."""
    known = audiences(state)
    named = [(ALL, "всем"), (CAPTAINS, "представителям команд"), (JUDGES, "судьям")]
    named += [(f"contest:{line.id}", f"судьям вида «{line.title}»") for line in lines(state)]
    named += [(f"team:{team.slug}", f"команде {team.title}") for team in state.teams.values()]
    return [(key, words) for key, words in named if key in known]


def _newest(state: State) -> list[Notice]:
    return sorted(state.notices.values(), key=lambda one: -one.number)


def _view(state: State, notice: Notice, actor: str) -> NoticeView:
    words = dict(addressees(state))
    to = ", ".join(words.get(one, one) for one in notice.to)
    return NoticeView(notice.number, to, notice.text, notice.at, actor in notice.seen)


def _is_for(notice: Notice, roles: Sequence[Held]) -> bool:
    return any(_reaches(to, held) for to in notice.to for held in roles)


def _reaches(to: str, held: Held) -> bool:
    kind, _, place = to.partition(":")
    if kind == "team":
        return held.role in (Role.CAPTAIN, Role.COACH) and held.team == place
    if kind == "contest":
        return held.role in JUDGING and held.contest in ("", place)
    return to == ALL or (held.role is Role.CAPTAIN if to == CAPTAINS else held.role in JUDGING)
