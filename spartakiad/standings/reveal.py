"""The overall standing as it is announced at the ceremony: whoever was not named yet is not on the page."""

from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.freezing import Reveal
from spartakiad.competition.memory import Now
from spartakiad.competition.state import State


@dataclass(frozen=True, slots=True)
class RevealLine:
    """`team` is "" until it is announced, and `place` a mere line number then; `fresh`: announced last."""

    place: str
    team: str
    city: str
    total: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class RevealView:
    """`lines`: the first place first. `shown`, `places`: how many places are announced, of how many."""

    lines: tuple[RevealLine, ...]
    shown: int
    places: int
    done: bool


def reveal_view(state: State, reveal: Reveal | None) -> RevealView | None:
    """None before the announcing has begun."""
    if reveal is None:
        return None
    heard, places, teams = reveal.heard, reveal.places, state.teams
    fresh = {row.team for row in places[-reveal.shown]} if 0 < reveal.shown <= len(places) else set()
    hidden = [RevealLine(str(number), "", "", "", False) for number in range(1, len(reveal.rows) - len(heard) + 1)]
    said = [
        RevealLine(row.place or "–", teams[row.team].title, teams[row.team].city, row.total, row.team in fresh)
        for row in heard
    ]
    return RevealView((*hidden, *said), reveal.shown, len(places), reveal.done)


def announced_at(now: Now, at: datetime) -> RevealView | None:
    """What the hall sees of it at this moment: all of it for a while after the last word; None where nothing."""
    until = now.reveal.until if now.reveal else None
    return reveal_view(now.state, now.reveal) if now.hold or (until and at < until) else None


def outdated(reveal: Reveal, rows: tuple[tuple[str, str, str], ...]) -> bool:
    """Whether the standing, `rows`, is another one by now than the one that is being announced."""
    return tuple((one.place, one.team, one.total) for one in reveal.rows) != rows
