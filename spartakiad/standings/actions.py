"""Verbs of the ceremony: hold the results, announce them from the last place, give them to everybody."""

from dataclasses import dataclass

from spartakiad.competition.decide.freeze import PRESSES
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer

STEPS = dict(zip(("hold", "begin", "next", "release"), PRESSES, strict=True))


@dataclass(frozen=True, slots=True)
class Press:
    """`step`: one of STEPS; `seen`: as in HoldResults."""

    games: str
    step: str
    seen: int


def press(desk: Desk, wish: Press) -> Answer:
    """Once everybody sees the results again, pages of the union tell them too."""
    if wish.step not in STEPS:
        raise Refusal("bad_choice", "step")
    held = desk.state(wish.games).freeze is not None
    facts = desk.carry_out(wish.games, STEPS[wish.step](wish.seen))
    if held and desk.state(wish.games).freeze is None:
        desk.note_union("results")
    return {"facts": len(facts)}
