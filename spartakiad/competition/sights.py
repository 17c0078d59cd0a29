"""What a judge had before him when he entered a result: whose line it was, and which mark stood in it.

Both are short texts for comparing: a device keeps them with its list and sends them back with a record.
"""

from collections.abc import Mapping
from hashlib import sha256

from spartakiad.competition.called import called
from spartakiad.competition.matches import is_match, match_of
from spartakiad.competition.programme import Line
from spartakiad.competition.starters import next_stage, stands_in
from spartakiad.competition.state import Mark, State

_BETWEEN = "/"


def line_of(state: State, part: Line, entrant: str) -> str:
    """Stage, number, heat and lane; of a match its stage and sides. "" where nobody of that name is in the list."""
    if is_match(entrant):
        match = match_of(state, part.id, entrant)
        return _BETWEEN.join((match.stage, *match.sides)) if match else ""
    if (part.id, entrant) not in state.entries:
        return ""
    listed = stands_in(state, part, entrant)
    heat, lane = listed.heats.get(entrant, (0, 0)) if listed else (0, 0)
    bib = (listed.bibs.get(entrant) if listed else None) or (entrant if entrant in state.athletes else "")
    return _BETWEEN.join((next_stage(state, part, entrant), bib, str(heat or ""), str(lane or "")))


def moved_line(state: State, part: Line, entrant: str, seen: str) -> tuple[Mapping[str, str], Mapping[str, str]] | None:
    """The line that was seen and the one that is now, for people; None where they are one or nobody told."""
    now = line_of(state, part, entrant)
    if not seen or not now or seen == now:
        return None
    return _told(state, part.id, entrant, seen), _told(state, part.id, entrant, now)


def another_stage(seen: str, now: str) -> bool:
    """Whether two lines are of two stages; one that nobody told is of any."""
    return bool(seen and now) and seen.split(_BETWEEN)[0] != now.split(_BETWEEN)[0]


def _told(state: State, contest: str, entrant: str, line: str) -> Mapping[str, str]:
    """A line for people: the names of its parts; of the sides of a match their titles."""
    stage, *rest = line.split(_BETWEEN)
    if is_match(entrant):
        return {"stage": stage, "sides": " – ".join(called(state, contest, one) for one in rest)}
    bib, heat, lane = (*rest, "", "", "")[:3]
    return {"stage": stage, "bib": bib, "heat": heat, "lane": lane}


def mark_seen(mark: Mark | None) -> str:
    """Of the command that entered a mark, hashed: its name would tell one device's secret to another.

    A version alone does not name a mark: after an older copy of the database was put back it is given once more.
    """
    return sha256(mark.key.encode()).hexdigest()[:8] if mark else ""
