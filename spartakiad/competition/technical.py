"""The technical application: whom a team sends into one contest, in which order, and which paper of that is in hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from spartakiad.competition.applied import TechnicalLine, TechnicalPaper
from spartakiad.competition.state import State


@dataclass(frozen=True, slots=True)
class TechnicalChange:
    """Numbers: `came`, `went` (whoever was replaced is in both), `changed`: another part, role, turn or leg, or off."""

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def technical(state: State, contest: str, team: str) -> TechnicalPaper:
    """As it stands now. The revision counts every change, so no two papers that differ have the same one."""
    return TechnicalPaper(_revision(state, contest, team), frozenset(_lines(state, contest, team)))


def technical_outdated(state: State, contest: str, team: str) -> TechnicalChange:
    """What has changed since the paper in hand; nothing while there is none."""
    paper = state.technicals.get((contest, team))
    return _differs(paper, technical(state, contest, team)) if paper else TechnicalChange()


def _differs(before: TechnicalPaper, after: TechnicalPaper) -> TechnicalChange:
    was, now = ({(one.entrant, one.person) for one in paper.lines} for paper in (before, after))
    moved = {one.entrant for one in before.lines ^ after.lines if (one.entrant, one.person) in was & now}
    return TechnicalChange(_sorted(now - was), _sorted(was - now), tuple(sorted(moved)))


def _sorted(those: set[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(sorted(number for number, _ in those))


def _lines(state: State, contest: str, team: str) -> Iterator[TechnicalLine]:
    for entry in (one for one in state.entries_of(contest) if one.team == team):
        turns = state.turns.get((contest, entry.part, team), ())
        turn = str(turns.index(entry.entrant) + 1) if entry.entrant in turns else ""
        off = state.scratches.get((contest, entry.entrant))
        away = (off.absence or "scratched") if off else ""
        athlete = state.athletes.get(entry.entrant)
        yield TechnicalLine(
            entry.entrant, athlete.person if athlete else 0, entry.part, entry.role, entry.category, turn, away
        )
    for how, named in (("leg", state.lineups), ("bench", state.benches)):
        for (of, part, whose), members in named.items():
            if (of, whose) == (contest, team):
                for leg, one in enumerate(members, 1):
                    yield TechnicalLine(one, state.athletes[one].person, part, how, turn=str(leg))


def _revision(state: State, contest: str, team: str) -> int:
    """How often somebody of the team came into the contest or went, was replaced in it, or its order was named."""
    mine = {one.number for one in state.athletes_of(team)} | {one.athlete for one in state.former if one.team == team}
    counted = 0
    for number in {*mine, team}:
        entered = state.versions.get(f"entry:{contest}:{number}", 0)
        counted += entered + state.versions.get(f"scratch:{contest}:{number}", 0)
        counted += sum(one.athlete == number for one in state.replacements) if entered else 0
    orders = [key for key in state.versions if key.endswith(f":{team}")]
    return counted + sum(
        state.versions[key] for key in orders if key.startswith((f"lineup:{contest}:", f"turns:{contest}:"))
    )
