"""Verbs of start lists: lots are drawn, a list is released, a match gets its sides."""

import secrets
from dataclasses import dataclass

from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.draws import DrawByHand, GiveSeedings, MakeDraw, NameTurns, SealDraw
from spartakiad.competition.decide.matches import SetMatch
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.desk import Desk
from spartakiad.competition.memory import scored
from spartakiad.competition.plans import Plan
from spartakiad.competition.programme import line
from spartakiad.errors import Refusal
from spartakiad.people.queries import people_of
from spartakiad.starts.gaps import known_for
from spartakiad.store.commands import Answer

_SEED = 8  # bytes


@dataclass(frozen=True, slots=True)
class OneContest:
    """`part`, `reason`: as in ReleaseStarts."""

    games: str
    contest: str
    part: str = ""
    reason: str = ""


def release(desk: Desk, wish: OneContest) -> Answer:
    """Make the start list of admitted athletes and hand it to the judges.

    Raises Refusal condition_lapsed while somebody's condition has passed unseen: a list is what a condition ends at.
    """
    state = desk.state(wish.games)
    entered = [one for one in state.entries_of(wish.contest) if wish.part in ("", one.part)]
    lapsed = [f"№ {one.entrant}" for one in entered if state.admission(one.entrant).lapsed(desk.at)]
    if lapsed:
        raise Refusal("condition_lapsed", athletes=lapsed)
    lists = [one for one in line(state, wish.contest).lists if wish.part in ("", one.part)]
    result = scored(wish.games, state, desk.memory.games.get(wish.games)).result
    sexes = {number: person.sex for number, person in people_of(desk.session, wish.games).items()}
    command = ReleaseStarts(wish.contest, wish.part, wish.reason, known_for(state, result, sexes, lists))
    return {"facts": len(desk.carry_out(wish.games, command))}


@dataclass(frozen=True, slots=True)
class PlanOf:
    """As in PlanStarts."""

    games: str
    contest: str
    part: str
    plan: Plan


def plan(desk: Desk, wish: PlanOf) -> Answer:
    """Say how a list will start and which numbers its starters wear."""
    return {"facts": len(desk.carry_out(wish.games, PlanStarts(wish.contest, wish.part, wish.plan)))}


@dataclass(frozen=True, slots=True)
class Sealing:
    """As in SealDraw; no `seed`: one that nobody has seen is made."""

    games: str
    contest: str
    part: str
    way: str
    seed: str = ""
    size: int = 0
    groups: int = 1


def seal(desk: Desk, wish: Sealing) -> Answer:
    """Settle the seed of the draw to come and publish its seal."""
    seed = wish.seed.strip().lower() or secrets.token_hex(_SEED)
    command = SealDraw(wish.contest, wish.part, wish.way, seed, wish.groups, wish.size)
    return {"facts": len(desk.carry_out(wish.games, command))}


@dataclass(frozen=True, slots=True)
class Lots:
    """As in MakeDraw."""

    games: str
    contest: str
    part: str
    called: str = ""
    reason: str = ""


def draw(desk: Desk, wish: Lots) -> Answer:
    """Draw by the sealed seed, which everybody knows from then on."""
    return {"facts": len(desk.carry_out(wish.games, MakeDraw(wish.contest, wish.part, wish.called, wish.reason)))}


@dataclass(frozen=True, slots=True)
class PerEntrant:
    """Of each entrant what was typed for him: the number of his slip, his seeding."""

    games: str
    contest: str
    part: str
    typed: tuple[tuple[str, str], ...]
    reason: str = ""


def draw_by_hand(desk: Desk, wish: PerEntrant) -> Answer:
    """Keep the order that the slips of a meeting gave."""
    return {"facts": len(desk.carry_out(wish.games, DrawByHand(wish.contest, wish.part, wish.typed, wish.reason)))}


def give_seedings(desk: Desk, wish: PerEntrant) -> Answer:
    """Who is how strong; an empty field is nobody's number. Raises Refusal bad_number at the entrant."""
    given = tuple((who, _seeding(who, text)) for who, text in wish.typed if text.strip())
    return {"facts": len(desk.carry_out(wish.games, GiveSeedings(wish.contest, wish.part, given)))}


def _seeding(entrant: str, text: str) -> int:
    clean = text.strip()
    if not (clean.isascii() and clean.isdigit() and len(clean) < len("1000")):
        raise Refusal("bad_number", entrant)
    return int(clean)


@dataclass(frozen=True, slots=True)
class Turns:
    """As in NameTurns."""

    games: str
    contest: str
    part: str
    team: str
    athletes: tuple[str, ...]


def name_turns(desk: Desk, wish: Turns) -> Answer:
    """A captain's order of his own."""
    return {"facts": len(desk.carry_out(wish.games, NameTurns(wish.contest, wish.part, wish.team, wish.athletes)))}


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sides of a match, as in SetMatch."""

    games: str
    contest: str
    stage: str
    unit: str
    first: str
    second: str


def pair(desk: Desk, wish: Pairing) -> Answer:
    """Say who meets in a match, or (without sides) that it is not played."""
    command = SetMatch(wish.contest, wish.stage, wish.unit, wish.first, wish.second)
    return {"facts": len(desk.carry_out(wish.games, command))}
