"""A final as a frozen view: who comes into it by the heats, whom a person has to choose, who is in its list."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from spartakiad.competition.bibs import worn
from spartakiad.competition.finals import Edge, coming, final_stage
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.reading import written
from spartakiad.competition.starters import final_of, list_of, starters
from spartakiad.competition.state import State

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class FinalRow:
    """`how`: «1-й забег» of one of the first of his heat, else «по времени»; `result`: of his heat."""

    entrant: str
    bib: str
    name: str
    team_title: str
    heat: str
    lane: str
    result: str
    how: str


@dataclass(frozen=True, slots=True)
class EdgeView:
    """`heat`: "" of the next best; so many are `left` to go on of these `rows`."""

    heat: str
    left: int
    rows: tuple[FinalRow, ...]


@dataclass(frozen=True, slots=True)
class FinalView:
    """`out`: it is released, `rows` are its list then. `gone`: who had come into it and does not run."""

    rows: tuple[FinalRow, ...]
    edges: tuple[EdgeView, ...]
    gone: tuple[FinalRow, ...]
    out: bool


def final_view(state: State, part: Line, name: NameOf, without: Collection[str] = ()) -> FinalView:
    """`without`: who is said not to come, where it is not released yet."""
    final = final_of(state, part)
    if final is not None:
        listed = sorted(final.bibs, key=lambda one: final.heats.get(one, (0, 0))[1])
        rows = [_row(state, part, one, name, "") for one in listed]
        return FinalView(tuple(rows), (), _gone(state, part, final.without, name), True)
    found = coming(state, part, without=without)
    rows = [_row(state, part, one.entrant, name, _how(one.heat)) for one in found.finalists]
    edges = tuple(_edge(state, part, one, name) for one in found.edges)
    return FinalView(tuple(rows), edges, _gone(state, part, found.gone, name), False)


def otherwise(state: State, part: Line, name: NameOf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who would be in the final by the heats as they are now and is not, and who is and would not be.

    A heat corrected after its final was made moves nobody by itself: people are told and decide.
    """
    final = final_of(state, part)
    if final is None or final_stage(part) is None:
        return (), ()
    heats = {key: mark for key, mark in state.marks.items() if key[0] != part.id or key[2] != final.stage}
    found = coming(replace(state, marks=heats), part, final.bibs, final.without)
    due = {one.entrant for one in found.finalists} | {one for edge in found.edges for one in edge.among}
    running = starters(state, part)
    comes = [one for one in running if one in due and one not in final.bibs]
    goes = [one for one in running if one in final.bibs and one not in due]
    return _called(state, part, comes, name), _called(state, part, goes, name)


def still_to_run(state: State, part: Line) -> list[tuple[str, str]]:
    """Who of the final's list has no result in it, with his lane, "" where there are none; by lanes."""
    final = final_of(state, part)
    if final is None:
        return []
    waits = [one for one in final.bibs if (part.id, part.part, final.stage, one) not in state.marks]
    lanes = {one: final.heats.get(one, (0, 0))[1] for one in waits}
    return [(one, str(lanes[one] or "")) for one in sorted(waits, key=lanes.__getitem__)]


def _edge(state: State, part: Line, edge: Edge, name: NameOf) -> EdgeView:
    rows = tuple(_row(state, part, one, name, _how(edge.heat)) for one in edge.among)
    return EdgeView(str(edge.heat or ""), edge.left, rows)


def _gone(state: State, part: Line, those: Iterable[str], name: NameOf) -> tuple[FinalRow, ...]:
    return tuple(_row(state, part, one, name, "") for one in those)


def _how(heat: int) -> str:
    return f"{heat}-й забег" if heat else "по результату"


def _row(state: State, part: Line, entrant: str, name: NameOf, how: str) -> FinalRow:
    heats, final = list_of(state, part), final_of(state, part)
    mark = state.marks.get((part.id, part.part, MAIN, entrant))
    lane = final.heats.get(entrant, (0, 0))[1] if final else 0
    return FinalRow(
        entrant=entrant,
        bib=heats.bibs.get(entrant, "") if heats else "",
        name=name(entrant),
        team_title=state.teams[state.entries[part.id, entrant].team].title,
        heat=str(heats.heats.get(entrant, (0, 0))[0] or "") if heats else "",
        lane=str(lane or ""),
        result=written(part, mark.value).value if mark else "",
        how=how,
    )


def _called(state: State, part: Line, those: Iterable[str], name: NameOf) -> tuple[str, ...]:
    return tuple(f"№ {worn(state, part.id, one)} {name(one)}" for one in those)
