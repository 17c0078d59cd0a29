"""What the public sees while results are held for the ceremony, and how far the places have been announced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import scoring

_READ = timedelta(minutes=2)  # the hall keeps the first place before it as long as that


@dataclass(frozen=True, slots=True)
class Freeze:
    """`number`: of the journal, which the public sees; `at`, `by`: who held the results, when.

    `moved`: the last fact that changed what the public sees since; `personal`: the last one about a person, which no
    freeze holds back.
    """

    number: int
    at: datetime
    by: str
    moved: int
    personal: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """A line of the standing that is announced; `place` is "" where there is none."""

    place: str
    team: str
    total: str


@dataclass(frozen=True, slots=True)
class Reveal:
    """The overall standing as it is announced; `shown`: how many places, from the last one, everybody has heard.

    `released`: when everybody was given the results.
    """

    rows: tuple[Reached, ...]
    shown: int = 0
    released: datetime | None = None

    @property
    def places(self) -> tuple[tuple[Reached, ...], ...]:
        """Those who share a place together, the first place first."""
        placed = [row for row in self.rows if row.place]
        return tuple(tuple(rows) for _, rows in groupby(placed, key=lambda row: row.place))

    @property
    def heard(self) -> tuple[Reached, ...]:
        """Whom everybody has heard of, the best first; whoever has no place was never a secret."""
        places = self.places
        said = [row for rows in places[len(places) - self.shown :] for row in rows]
        return (*said, *(row for row in self.rows if not row.place))

    @property
    def done(self) -> bool:
        return self.shown >= len(self.places)

    @property
    def until(self) -> datetime | None:
        """How long the whole standing stays before the hall; None while it is not announced to its end."""
        return self.released + _READ if self.released and self.done else None


def overall_of(regulation: Mapping[str, Any], result: scoring.Result | None) -> scoring.Table | None:
    """The standing that the cup rests on."""
    if result is None or not result.standings:
        return None
    named = regulation.get("cup", {}).get("standing")
    return result.standings.get(named) or next(iter(result.standings.values()))
