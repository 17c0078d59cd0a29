"""Verbs of an application after its deadline: replace an athlete, let a team add to it, take its signed paper."""

from dataclasses import dataclass
from datetime import date

from spartakiad.competition.applied import passed
from spartakiad.competition.decide.replacing import AllowLate, Replace, RevokeLate, TakeOriginal
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import team_of
from spartakiad.entries.commission import condition
from spartakiad.errors import Refusal
from spartakiad.people.alike.actions import PLAIN, Identity, identified
from spartakiad.people.applicants import applicants, identifiers_had
from spartakiad.people.forms import Clean
from spartakiad.people.queries import has_consent
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class Replacing:
    """`athlete`: whose number it is; `person`: who comes in for him; `allowed`: by whom.

    `identity`: what was said of those who look like him; `city`: of a joint team, his, or "" that of the other.
    """

    games: str
    team: str
    athlete: str
    person: Clean
    reason: str
    allowed: str
    identity: Identity = PLAIN
    city: str = ""


@dataclass(frozen=True, slots=True)
class Permission:
    """`until`: an hour, the next one there is; `on`: the day of it, where another is meant."""

    games: str
    team: str
    until: str
    reason: str
    allowed: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Revocation:
    games: str
    team: str
    reason: str


@dataclass(frozen=True, slots=True)
class Original:
    games: str
    team: str
    revision: int


def replace_athlete(desk: Desk, wish: Replacing) -> Answer:
    """The number, its starts and its place in every list stay; the commission decides about him anew."""
    person = identified(desk, wish.person, wish.identity)
    assert person.id is not None, "a registered person has a number"
    people = applicants(desk.session, desk.state(wish.games), wish.games)
    command = Replace(
        wish.athlete,
        wish.team,
        person.id,
        has_consent(desk.session, person.id),
        person.sex,
        person.born_on,
        wish.reason,
        wish.allowed,
        identifiers_had(person),
        {number: one.sex for number, one in people.items()},
        rank=wish.person.rank,
        coach=wish.person.coach,
        city=wish.city,
    )
    return {"facts": len(desk.carry_out(wish.games, command))}


def allow_late(desk: Desk, wish: Permission) -> Answer:
    try:
        until = condition(wish.until, wish.on, desk.at, "until")
    except Refusal as refusal:
        raise Refusal("permission_past", "until") if refusal.kind == "condition_past" else refusal from None
    return {"facts": len(desk.carry_out(wish.games, AllowLate(wish.team, until, wish.reason, wish.allowed)))}


def revoke_late(desk: Desk, wish: Revocation) -> Answer:
    """Raises Refusal permission_gone where there is none, or its hour has passed."""
    late = team_of(desk.state(wish.games), wish.team).late
    if late is not None and passed(late.until, desk.at):
        raise Refusal("permission_gone")
    return {"facts": len(desk.carry_out(wish.games, RevokeLate(wish.team, wish.reason)))}


def take_original(desk: Desk, wish: Original) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, TakeOriginal(wish.team, wish.revision)))}
