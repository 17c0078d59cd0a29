"""The technical application as a team and the secretariat see it: its revision, its paper, and taking that paper."""

from dataclasses import dataclass

from spartakiad.competition.decide.technical import TakeTechnical
from spartakiad.competition.desk import Desk
from spartakiad.competition.state import State
from spartakiad.competition.technical import technical, technical_outdated
from spartakiad.store.commands import Answer
from spartakiad.words.counted import came_and_went


@dataclass(frozen=True, slots=True)
class TechnicalOf:
    """`revision`: of what stands now; `told`: that and what became of the paper in hand; `taken`: it is this one."""

    revision: int
    told: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Taking:
    games: str
    contest: str
    team: str
    revision: int


def take_technical(desk: Desk, wish: Taking) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, TakeTechnical(wish.contest, wish.team, wish.revision)))}


def technical_of(state: State, contest: str, team: str) -> TechnicalOf | None:
    """None where nobody of the team is entered and there is no paper."""
    now, paper = technical(state, contest, team), state.technicals.get((contest, team))
    if not now.lines and paper is None:
        return None
    told = [f"Техническая заявка: редакция {now.revision}."]
    if paper:
        changed = technical_outdated(state, contest, team)
        counts = came_and_went(changed.came, changed.went)
        moved = f"изменено: {len(changed.changed)}" if changed.changed else ""
        outdated = ", ".join(filter(None, (counts, moved)))
        told.append(f"Бумага принята, ред. {paper.revision}{f'; бумага устарела: {outdated}' if outdated else ''}.")
    return TechnicalOf(now.revision, " ".join(told), paper is not None and not technical_outdated(state, contest, team))
