"""A reserve comes in: a verb, and whom its form offers."""

from collections.abc import Sequence
from dataclasses import dataclass

from spartakiad.competition.decide.replacing import REPLACING, has_competed
from spartakiad.competition.decide.reserves import NameReserve
from spartakiad.competition.desk import Desk
from spartakiad.competition.state import State
from spartakiad.entries.queries import RosterRow
from spartakiad.errors import Refusal
from spartakiad.people.applicants import applicants
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class ComingIn:
    """`reserve` starts in the place of `athlete`."""

    games: str
    contest: str
    team: str
    athlete: str
    reserve: str
    reason: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Offered:
    """Pairs (number, words): who may go, who may come in for him."""

    going: tuple[tuple[str, str], ...]
    coming: tuple[tuple[str, str], ...]


def let_in(desk: Desk, wish: ComingIn) -> Answer:
    people = applicants(desk.session, desk.state(wish.games), wish.games)
    if wish.reserve and wish.reserve not in people:
        raise Refusal("bad_choice", "reserve")
    who = people.get(wish.reserve)
    own = (who.sex, who.born_on, who.rank) if who else ("", None, "")
    sexes = {number: one.sex for number, one in people.items()}
    command = NameReserve(wish.contest, wish.athlete, wish.reserve, wish.team, *own, wish.reason, wish.allowed, sexes)
    return {"facts": len(desk.carry_out(wish.games, command))}


def offered(state: State, contest: str, rows: Sequence[RosterRow]) -> Offered | None:
    """None where there is nobody to choose; `rows`: the athletes of the team."""
    if state.state not in REPLACING:
        return None
    entries = [(row, state.entries[contest, row.number]) for row in rows if contest in row.roles]
    going = [row for row, entry in entries if entry.role == "team" and not has_competed(state, entry)]
    coming = [row for row, entry in entries if entry.role == "reserve"]
    return Offered(_named(going), _named(coming)) if going and coming else None


def _named(rows: Sequence[RosterRow]) -> tuple[tuple[str, str], ...]:
    return tuple((row.number, f"{row.number}. {row.name}") for row in rows)
