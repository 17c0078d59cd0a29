"""The line-up of a team as captain and coach name it: a verb, its form, and what stands in it now."""

from collections.abc import Mapping
from dataclasses import dataclass

from spartakiad.competition.applicants import Applicant
from spartakiad.competition.decide.lineups import NameLineup
from spartakiad.competition.desk import Desk
from spartakiad.competition.lineups import Member
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.people.applicants import applicants
from spartakiad.store.commands import Answer

_LAST_LEG = 99
_RESERVE = ("з", "зап", "запасной", "запасная")


@dataclass(frozen=True, slots=True)
class SetLineup:
    """`athletes`: numbers in the order of the legs; `reserves`: numbers too."""

    games: str
    contest: str
    part: str
    team: str
    athletes: tuple[str, ...]
    reserves: tuple[str, ...] = ()


def set_lineup(desk: Desk, wish: SetLineup) -> Answer:
    people = applicants(desk.session, desk.state(wish.games), wish.games)
    if any(number not in people for number in (*wish.athletes, *wish.reserves)):
        raise Refusal("not_found")
    named, reserves = (_members(people, numbers) for numbers in (wish.athletes, wish.reserves))
    command = NameLineup(wish.contest, wish.part, wish.team, named, reserves)
    return {"facts": len(desk.carry_out(wish.games, command))}


def _members(people: Mapping[str, Applicant], numbers: tuple[str, ...]) -> tuple[Member, ...]:
    known = [people[number] for number in numbers]
    return tuple(Member(one.entrant, one.sex, one.born_on, one.rank) for one in known)


def typed_lineup(typed: Mapping[str, str], state: State, team: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`o-<number>`: a leg, «+» for whoever has none (these stand last), or «з» for a reserve: who competes, who waits.

    Raises Refusal bad_leg or lineup_leg_taken.
    """
    legs: dict[int, str] = {}
    others, reserves = [], []
    for number in (one.number for one in state.athletes_of(team)):
        field = f"o-{number}"
        text = typed.get(field, "").strip()
        if text == "+":
            others.append(number)
        elif text.casefold().rstrip(".") in _RESERVE:
            reserves.append(number)
        elif text:
            leg = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(_LAST_LEG)) else 0
            if not leg:
                raise Refusal("bad_leg", field)
            if leg in legs:
                raise Refusal("lineup_leg_taken", field, leg=leg, who=legs[leg])
            legs[leg] = number
    return (*(legs[leg] for leg in sorted(legs)), *others), tuple(reserves)
