"""Draws and start lists as frozen views: how a list was drawn, and what is released when it is released now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import scoring
from spartakiad.competition.apply_draws import supposed
from spartakiad.competition.decide.listing import listing, pools_of, undrawn
from spartakiad.competition.decide.pools import LETTERS
from spartakiad.competition.drawing.record import Record
from spartakiad.competition.drawing.slips import key_of, lot
from spartakiad.competition.draws import Drawn
from spartakiad.competition.joint import team_words
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.starts.gaps import known_for
from spartakiad.starts.hours import first_start, hour_words
from spartakiad.words.draws import way_title, way_words
from spartakiad.words.stages import pool_words

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """`group`: the heat or the pool, "" in a list; `lot`: the first figures of his lot, "" of slips typed by hand."""

    group: str
    place: int
    entrant: str
    name: str
    team_title: str
    seeding: str
    lot: str


@dataclass(frozen=True, slots=True)
class DrawView:
    """A draw as everybody may see it: sealed, or made. `seed`, `key`: "" before it is made; `key`: what lots are of.

    `seal`: "" of slips typed by hand; `number`: the how manieth draw it is, 0 before the first; `reason`: why anew.
    """

    title: str
    words: str
    seal: str
    at: datetime
    seed: str = ""
    called: str = ""
    key: str = ""
    number: int = 0
    reason: str = ""
    rows: tuple[DrawnRow, ...] = ()

    @property
    def made(self) -> bool:
        return self.number > 0


def sealed_view(state: State, part: Line) -> DrawView | None:
    """The draw that is announced and not made yet."""
    found = state.seals.get((part.id, part.part))
    return DrawView(way_title(found.way), way_words(found.way), found.seal, found.at) if found else None


def drawn_view(state: State, part: Line, name: NameOf) -> DrawView | None:
    """The draw that stands."""
    found = state.draws.get((part.id, part.part))
    if found is None:
        return None
    record = found.record
    return DrawView(
        title=way_title(record.way),
        words=way_words(record.way),
        seal=record.seal,
        at=found.at,
        seed=record.seed,
        called=record.called,
        key=key_of(record.seed, record.called) if record.seed else "",
        number=found.number,
        reason=found.reason,
        rows=tuple(_drawn_rows(state, found, name)),
    )


def _drawn_rows(state: State, drawn: Drawn, name: NameOf) -> list[DrawnRow]:
    record = drawn.record
    slips = {slip.entrant: slip for slip in record.slips}
    into = drawn.into
    return [
        DrawnRow(
            group=_group(into, number),
            place=place,
            entrant=one,
            name=name(one),
            team_title=team_words(state, one),
            seeding=str(slips[one].seeding or ""),
            lot=lot(key_of(record.seed, record.called), one)[:8] if record.seed else "",
        )
        for number, group in enumerate(record.drawn, 1)
        for place, one in enumerate(group, 1)
        if one
    ]


def _group(into: str, number: int) -> str:
    if into == "pools":
        return pool_words(LETTERS[number - 1])
    return f"Забег {number}" if into == "heats" else ""


def draw_record(state: State, part: Line) -> Record:
    """The draw that stands, for a file; by hand there is nothing to draw again. Raises Refusal not_found."""
    found = state.draws.get((part.id, part.part))
    if found is None or found.by_hand:
        raise Refusal("not_found")
    return found.record


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """`start`: the hour, "" where all start together; `heat`, `lane`, `pool`: "" where there are none.

    `late`: came in after the draw.
    """

    place: int
    entrant: str
    bib: str
    start: str
    heat: str
    lane: str
    pool: str
    name: str
    team_title: str
    late: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be released now; `refusal`: why it cannot be. `state`: as the release would leave it."""

    rows: tuple[PreviewRow, ...] = ()
    refusal: Refusal | None = None
    state: State | None = None


def preview(state: State, part: Line, name: NameOf, result: scoring.Result | None, sexes: Mapping[str, str]) -> Preview:
    """Made of the very facts that a release would record."""
    try:
        facts = listing(state, part, known=known_for(state, result, sexes, [part]))
    except Refusal as refusal:
        return Preview(refusal=refusal)
    late = undrawn(state, part)
    found = next((one for one in facts if isinstance(one, StartsListed) and one.unit == MAIN), None)
    if found is None:
        return Preview()
    first, after = first_start(state, part.id, found.delay), dict(found.offsets)
    heats = {one: (heat, lane) for one, heat, lane in found.heats}
    pools = pools_of(state, part) if part.by_matches else {}
    rows = [
        PreviewRow(
            place=place,
            entrant=one,
            bib=bib,
            start=hour_words(first, after[one]) if one in after else "",
            heat=str(heats.get(one, ("",))[0]),
            lane=str(heats.get(one, ("", 0))[1] or ""),
            pool=pools.get(one, ""),
            name=name(one),
            team_title=team_words(state, one),
            late=one in late,
        )
        for place, (one, bib) in enumerate(found.starts, 1)
    ]
    return Preview(tuple(rows), state=supposed(state, facts))
