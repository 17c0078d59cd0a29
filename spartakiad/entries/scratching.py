"""«Снят со старта»: verbs, and whom the form of a team's contest offers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.applied import Entry
from spartakiad.competition.applied import Scratch as Told
from spartakiad.competition.decide.scratching import Scratch, TakeScratchBack, for_secretariat, too_late
from spartakiad.competition.desk import Desk
from spartakiad.competition.document import takes_part
from spartakiad.competition.state import State
from spartakiad.entries.queries import RosterRow
from spartakiad.store.commands import Answer
from spartakiad.words.dates import moment
from spartakiad.words.scratches import absence_words
from spartakiad.words.states import by_whom


@dataclass(frozen=True, slots=True)
class Scratching:
    games: str
    contest: str
    team: str
    athlete: str
    reason: str
    who: str
    absence: str = ""


@dataclass(frozen=True, slots=True)
class LetBack:
    games: str
    contest: str
    team: str
    athlete: str


@dataclass(frozen=True, slots=True)
class Scratched:
    """`told`: why, who said so, when and who wrote it; `back`: he may be let back in."""

    number: str
    name: str
    told: str
    back: bool


def scratch(desk: Desk, wish: Scratching) -> Answer:
    told = (wish.reason, wish.who, wish.absence if wish.athlete == wish.team else "")
    command = Scratch(wish.contest, wish.athlete, wish.team, *told, stands_in=bool(desk.by.basis))
    return {"facts": len(desk.carry_out(wish.games, command))}


def let_back(desk: Desk, wish: LetBack) -> Answer:
    command = TakeScratchBack(wish.contest, wish.athlete, wish.team, stands_in=bool(desk.by.basis))
    return {"facts": len(desk.carry_out(wish.games, command))}


def may_scratch(
    state: State, contest: str, team: str, rows: Sequence[RosterRow], *, stands_in: bool
) -> tuple[tuple[str, str], ...]:
    """Pairs (number, words), the team itself first; nobody before the start list is released."""
    named = [(team, "Команда целиком"), *((row.number, f"{row.number}. {row.name}") for row in rows)]
    entries = [(state.entries.get((contest, one)), words) for one, words in named]
    return tuple(
        (entry.entrant, words) for entry, words in entries if entry and _leaves(state, entry, stands_in=stands_in)
    )


def _leaves(state: State, entry: Entry, *, stands_in: bool) -> bool:
    if (entry.contest, entry.entrant) in state.scratches or state.how_far(entry.contest, entry.part).state == "planned":
        return False
    there = entry.entrant in state.teams or takes_part(state, entry)
    return there and not too_late(state, entry) and (stands_in or not for_secretariat(state, entry))


def scratched(
    state: State, contest: str, team: str, rows: Sequence[RosterRow], actors: Mapping[str, str], *, stands_in: bool
) -> list[Scratched]:
    """The team itself first."""
    named = [(team, "Команда целиком"), *((row.number, f"{row.number}. {row.name}") for row in rows)]
    found = []
    for number, name in named:
        entry, one = state.entries.get((contest, number)), state.scratches.get((contest, number))
        if one and entry:
            back = state.how_far(contest, entry.part).state not in ("posted", "official")
            back = back and (stands_in or not for_secretariat(state, entry))
            found.append(Scratched(number, name, ", ".join(_told(one, actors)), back))
    return found


def _told(one: Told, actors: Mapping[str, str]) -> Iterator[str]:
    if one.absence:
        yield absence_words(one.absence)
    if one.reason:
        yield one.reason
    if one.who:
        yield f"сообщил {one.who}"
    yield moment(one.at)
    if one.basis:
        yield by_whom(actors.get(one.by, "секретариат"), one.basis)
