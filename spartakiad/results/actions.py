"""Verbs of marks."""

from dataclasses import dataclass

from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class TypedMark:
    """What a judge typed for one entrant; `version`: of the mark he saw; `sure`: an implausible value is meant."""

    games: str
    contest: str
    entrant: str
    raw: str
    version: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    games: str
    contest: str
    items: tuple[tuple[str, int], ...]
    verdict: str
    reason: str = ""


def enter_mark(desk: Desk, typed: TypedMark) -> Answer:
    """One mark; typing the same again changes nothing."""
    command = EnterMark(typed.contest, typed.entrant, typed.raw, typed.version, typed.sure)
    return {"facts": len(desk.carry_out(typed.games, command)), "number": desk.state(typed.games).number}


def check_marks(desk: Desk, wish: Checked) -> Answer:
    """Another person confirms the marks he compared with the paper, or sends one back with a reason."""
    if not wish.items:
        raise Refusal("nothing_ticked")
    facts = 0
    for entrant, version in wish.items:
        facts += len(desk.carry_out(wish.games, CheckMark(wish.contest, entrant, version, wish.verdict, wish.reason)))
    return {"facts": facts}
