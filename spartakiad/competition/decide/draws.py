"""Drawing lots: the strength and the turns a draw heeds, its seal, the draw itself, or the slips of a meeting."""

import re
from dataclasses import dataclass

from spartakiad.competition.decide.brackets import takes_numbers
from spartakiad.competition.decide.pools import FEWEST, LETTERS, pools_wanted, takes_pools
from spartakiad.competition.decide.slips import typed_slips
from spartakiad.competition.draw_facts import DrawMade, DrawSealed, SeedingsGiven, TurnsNamed
from spartakiad.competition.drawing.slips import Draw, Slip, key_of, seal
from spartakiad.competition.drawing.ways import WAYS
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import Line, line
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal

_SEED = re.compile(r"[0-9a-z]{4,64}", re.ASCII)
_CALLED = re.compile(r"[0-9]{0,40}", re.ASCII)
_WEAKEST = 999  # a seeding
_FEWEST, _MOST = 2, 60  # in a heat


@dataclass(frozen=True, slots=True)
class SealDraw:
    """`part`: as of an entry. `seed`: figures and small letters. `groups`, `size`: as in DrawSealed."""

    contest: str
    part: str
    way: str
    seed: str
    groups: int = 1
    size: int = 0


@dataclass(frozen=True, slots=True)
class MakeDraw:
    """By the seed that was sealed. `called`: figures that the captains add; `reason`: why it is drawn anew."""

    contest: str
    part: str
    called: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DrawByHand:
    """Slips drawn at the meeting: pairs (entrant, what is on his slip)."""

    contest: str
    part: str
    slips: tuple[tuple[str, str], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GiveSeedings:
    """Pairs (entrant, seeding); whoever is left out has none."""

    contest: str
    part: str
    seedings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NameTurns:
    contest: str
    part: str
    team: str
    athletes: tuple[str, ...]


def seal_draw(state: State, command: SealDraw, _by: str) -> list[Fact]:
    """A seal that waits is not replaced by another one for the same draw: nobody tries seeds until one suits him."""
    part = drawable(state, command.contest, command.part)
    if command.way not in ways_of(part):
        raise Refusal("bad_choice" if command.way else "choice_needed", "way")
    if not _SEED.fullmatch(command.seed):
        raise Refusal("bad_seed", "seed")
    groups, size = _how_many(state, part, command)
    waiting = state.seals.get((part.id, part.part))
    if waiting and (waiting.way, waiting.groups, waiting.size) == (command.way, groups, size):
        return []
    return [DrawSealed(part.id, part.part, command.way, groups, seal(command.seed), size, command.seed)]


def _how_many(state: State, part: Line, command: SealDraw) -> tuple[int, int]:
    """Pools and the size of a heat. Raises Refusal at `groups` or `size`."""
    into = WAYS[command.way].into
    if into == "heats" and not _FEWEST <= command.size <= _MOST:
        raise Refusal("out_of_bounds" if command.size else "required", "size", least=_FEWEST, most=_MOST)
    if into != "pools":
        return 1, command.size if into == "heats" else 0
    groups = pools_wanted(part) or command.groups
    most = min(len(starters(state, part)) // FEWEST, len(LETTERS))
    if not 2 <= groups <= most:
        raise Refusal("out_of_bounds", "groups", least=2, most=most)
    return groups, 0


def make_draw(state: State, command: MakeDraw, _by: str) -> list[Fact]:
    """Raises Refusal draw_unsealed before there is a seal; reason_needed where a draw stands already."""
    part = drawable(state, command.contest, command.part)
    sealed = state.seals.get((part.id, part.part))
    if sealed is None:
        raise Refusal("draw_unsealed")
    called = "".join(command.called.split())
    if not _CALLED.fullmatch(called):
        raise Refusal("bad_called", "called")
    reason = _reason(state, part, command.reason)
    slips = slips_of(state, part)
    groups = -(-len(slips) // sealed.size) if sealed.size else sealed.groups
    drawn = WAYS[sealed.way].run(Draw(key_of(sealed.seed, called), slips, groups))
    rows = tuple((one.entrant, one.team, one.seeding, one.turn) for one in slips)
    made = (part.id, part.part, sealed.way, groups, sealed.seal, sealed.seed, called)
    return [DrawMade(*made, rows, drawn, reason)]


def draw_by_hand(state: State, command: DrawByHand, _by: str) -> list[Fact]:
    """What was drawn out of a hat: everybody has one slip, each number from 1 on is on one of them, «2/4» is a lane."""
    part = drawable(state, command.contest, command.part)
    way, drawn = typed_slips(starters(state, part), dict(command.slips), into_of(part))
    before = state.draws.get((part.id, part.part))
    if before and (before.record.way, before.record.drawn) == (way, drawn):
        return []
    reason = _reason(state, part, command.reason)
    rows = tuple((one.entrant, one.team, one.seeding, one.turn) for one in slips_of(state, part))
    return [DrawMade(part.id, part.part, way, len(drawn), "", "", "", rows, drawn, reason)]


def give_seedings(state: State, command: GiveSeedings, _by: str) -> list[Fact]:
    part = drawable(state, command.contest, command.part)
    known = starters(state, part)
    for entrant, seeding in command.seedings:
        if entrant not in known:
            raise Refusal("not_found")
        if not 1 <= seeding <= _WEAKEST:
            raise Refusal("out_of_bounds", entrant, least=1, most=_WEAKEST)
    given = dict(command.seedings)
    if state.seedings.get((part.id, part.part), {}) == given:
        return []
    return [SeedingsGiven(part.id, part.part, tuple(given.items()))]


def name_turns(state: State, command: NameTurns, _by: str) -> list[Fact]:
    """A captain says in which order his own start, until the draw is made."""
    part = line(state, command.contest).list_of(command.part)
    mine = {one.entrant for one in state.entries_of(part.id) if (one.team, one.part) == (command.team, part.part)}
    if part.by_teams or command.team not in state.teams or not set(command.athletes) <= mine:
        raise Refusal("not_found")
    if state.how_far(part.id, part.part).state != "planned" or (part.id, part.part) in state.draws:
        raise Refusal("turns_closed", contest=part.title)
    if len(set(command.athletes)) < len(command.athletes):
        raise Refusal("lineup_twice")
    if state.turns.get((part.id, part.part, command.team), ()) == command.athletes:
        return []
    return [TurnsNamed(part.id, part.part, command.team, command.athletes)]


def ways_of(part: Line) -> tuple[str, ...]:
    """The ways of drawing that fit a list; teams are apart by themselves where they start as such."""
    fit = tuple(name for name, way in WAYS.items() if way.into in into_of(part))
    if part.by_matches:
        return tuple(name for name in fit if name in ("random", "pools", "strongest_first"))
    return tuple(name for name in fit if name != "apart") if part.by_teams else fit


def into_of(part: Line) -> tuple[str, ...]:
    """What a list may be drawn into."""
    if part.by_matches and not takes_pools(part):
        return ("list", "bracket") if takes_numbers(part) else ()
    if part.by_matches:
        return ("pools",) if pools_wanted(part) else ("list", "pools")
    return ("list",) if part.mark == "place" else ("list", "heats")


def slips_of(state: State, part: Line) -> tuple[Slip, ...]:
    """Everybody who starts, with what the draw may heed."""
    seedings = state.seedings.get((part.id, part.part), {})
    found = []
    for entrant in sorted(starters(state, part)):
        team = state.entries[part.id, entrant].team
        named = state.turns.get((part.id, part.part, team), ())
        turn = named.index(entrant) + 1 if entrant in named else 0
        found.append(Slip(entrant, team, seedings.get(entrant, 0), turn))
    return tuple(found)


def drawable(state: State, contest: str, name: str) -> Line:
    """A list that nobody has begun. Raises Refusal wrong_state, nobody_starts."""
    whole = line(state, contest)
    part = whole.list_of(name)
    if whole.parts and part is whole:
        raise Refusal("not_found")
    standing = state.how_far(part.id, part.part).state
    if standing not in ("planned", "start_list"):
        raise Refusal("wrong_state", state=standing, contest=part.title)
    if not starters(state, part):
        raise Refusal("nobody_starts", contest=part.title)
    return part


def _reason(state: State, part: Line, typed: str) -> str:
    reason = free_text(typed, "reason", SENTENCE)
    if (part.id, part.part) in state.draws and not reason:
        raise Refusal("reason_needed", "reason")
    return reason
