"""«Снят со старта»: verbs, and whom the form of a team's contest offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.decide.replacing import has_competed
from spartakiad.competition.decide.scratching import Scratch, TakeScratchBack
from spartakiad.competition.desk import Desk
from spartakiad.competition.document import takes_part
from spartakiad.competition.state import State
from spartakiad.entries.queries import RosterRow
from spartakiad.store.commands import Answer
from spartakiad.words.dates import moment
from spartakiad.words.states import by_whom


@dataclass(frozen=True, slots=True)
class Scratching:
    games: str
    contest: str
    team: str
    athlete: str
    reason: str
    who: str


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
    command = Scratch(wish.contest, wish.athlete, wish.team, wish.reason, wish.who)
    return {"facts": len(desk.carry_out(wish.games, command))}


def let_back(desk: Desk, wish: LetBack) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, TakeScratchBack(wish.contest, wish.athlete, wish.team)))}


def may_scratch(state: State, contest: str, rows: Sequence[RosterRow]) -> tuple[tuple[str, str], ...]:
    """Pairs (number, words); nobody before the start list is released."""
    found = [(row, state.entries[contest, row.number]) for row in rows if contest in row.roles]
    return tuple(
        (row.number, f"{row.number}. {row.name}")
        for row, entry in found
        if takes_part(state, entry)
        and (contest, row.number) not in state.scratches
        and state.how_far(contest, entry.part).state != "planned"
        and not has_competed(state, entry)
    )


def scratched(state: State, contest: str, rows: Sequence[RosterRow], actors: Mapping[str, str]) -> list[Scratched]:
    found = []
    for row in rows:
        one = state.scratches.get((contest, row.number))
        if one and contest in row.roles:
            written = by_whom(actors.get(one.by, "секретариат"), one.basis) if one.basis else ""
            told = [one.reason, f"сообщил {one.who}" if one.who else "", moment(one.at), written]
            open_still = state.how_far(contest, state.entries[contest, row.number].part).state
            back = open_still not in ("posted", "official")
            found.append(Scratched(row.number, row.name, ", ".join(filter(None, told)), back))
    return found
