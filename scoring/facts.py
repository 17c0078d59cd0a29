"""The facts of a document: who, what was shown, what was decided. Each class is one `[[table]]`."""

from collections.abc import Callable, Mapping, Sequence

from scoring.attempts import Attempt, Attempts, Trials, attempts, best, heights
from scoring.marks.distance import millimetres
from scoring.marks.time import milliseconds
from scoring.numbers import Number
from scoring.order import status
from scoring.shape import ListOf, Named, OneOf, Table, Whole, flag, key, number, table, text
from scoring.spot import Spot
from scoring.statuses import Absence, Status


def name(raw: object, spot: Spot) -> str:
    """What others refer to something by: a blank one is none."""
    found = text(raw, spot)
    if not found.strip():
        spot.refuse("missing_key", key=str(spot.key))
    return found


def label(raw: object, spot: Spot) -> str:
    """A bib or a seed: text, or a whole number."""
    return str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else text(raw, spot)


def absence(raw: object, spot: Spot) -> Absence:
    return Absence(OneOf(tuple(Absence))(raw, spot))


def times(raw: object, spot: Spot) -> int:
    """How often a penalty was given: a number, or a list of numbers by stage of the race."""
    return sum(ListOf(Whole())(raw, spot)) if isinstance(raw, list | tuple) else Whole()(raw, spot)


@table
class Team:
    """`scores = false`: outside the standings. `displaces = false`: takes no place from others anywhere."""

    id: str = key(name)
    title: str = key(text, default="")
    city: str | None = key(text, default=None)
    scores: bool = key(flag, default=True)
    displaces: bool = key(flag, default=True)


@table
class Part:
    """A distance or an age group inside a contest, with its own list; by rules of its own or those of the contest."""

    contest: str = key(text)
    id: str = key(name)
    rules: str | None = key(text, default=None)
    title: str = key(text, default="")


def share(raw: object, spot: Spot) -> Number:
    """From nothing to all of it."""
    value: Number = number(raw, spot)
    if not 0 <= value <= 1:
        spot.refuse("out_of_range", value=str(value)[:40], least=0, most=1)
    return value


@table
class Credit:
    """A share of an entrant's points that goes to a team."""

    team: str = key(text)
    share: Number = key(share, default=1)


@table
class Entrant:
    """`scores = false`: for himself only («лично»); `displaces = false` too: not ranked («в/к»)."""

    id: str = key(name)
    contest: str = key(text)
    team: str | None = key(text, default=None)
    part: str | None = key(text, default=None)
    pool: str | None = key(label, default=None)
    bib: str | None = key(label, default=None)
    seed: str | None = key(label, default=None)
    body_weight: Number | None = key(number, default=None)
    tags: tuple[str, ...] = key(ListOf(text), default=())
    scores: bool = key(flag, default=True)
    displaces: bool = key(flag, default=True)
    credit: tuple[Credit, ...] = key(ListOf(Table(Credit)), default=())


@table
class Mark:
    """What was shown. Times are milliseconds; `status` stands beside a mark and takes its place away."""

    contest: str = key(text)
    entrant: str | None = key(text, default=None)
    team: str | None = key(text, default=None)
    part: str | None = key(text, default=None)
    stage: str | None = key(text, default=None)
    unit: str | None = key(text, default=None)
    time: int | None = key(milliseconds, default=None)
    legs: tuple[int, ...] = key(ListOf(milliseconds), default=())
    watches: tuple[int, ...] = key(ListOf(milliseconds), default=())
    laps: int | None = key(Whole(), default=None)
    distance: int | None = key(millimetres, default=None)
    height: int | None = key(millimetres, default=None)
    attempts: Attempts = key(attempts, default=())
    jump_off: tuple[Trials, ...] = key(heights, default=())
    score: Number | None = key(number, default=None)
    series: tuple[Number, ...] = key(ListOf(number), default=())
    place: int | None = key(Whole(1), default=None)
    status: Status | None = key(status, default=None)
    finish: int | None = key(Whole(1), default=None)
    start: int | None = key(milliseconds, default=None)
    penalties: Mapping[str, int] | None = key(Named(times), default=None)
    tie_break: Number | None = key(number, default=None)
    keys: Mapping[str, Number] | None = key(Named(number), default=None)

    @property
    def who(self) -> str:
        """The entrant; where the team itself is the entrant, the team."""
        return self.entrant or self.team or ""

    def shown(self, kind: str) -> Number | None:
        """The value of one kind of mark: a time may be given by its legs, a score by its series."""
        value: Number | None = getattr(self, kind)
        if value is None and kind in _SHOWN:
            return _SHOWN[kind](self)
        return value


_SHOWN: Mapping[str, Callable[[Mark], Number | None]] = {
    "time": lambda mark: sum(mark.legs) if mark.legs else timed_by_hand(mark.watches),
    "score": lambda mark: sum(mark.series) if mark.series else None,
    "distance": lambda mark: (
        best([one for one in mark.attempts if isinstance(one, Attempt)]) if mark.attempts else None
    ),
    "height": lambda mark: best([one for one in mark.attempts if isinstance(one, Trials)]) if mark.attempts else None,
}


def timed_by_hand(watches: Sequence[int]) -> int | None:
    """Of three watches the time that two agree on, else the middle one; of two the slower."""
    return sorted(watches)[len(watches) // 2] if watches else None


def result(raw: object, spot: Spot) -> Number:
    """Goals or points of one side; a half may be written «½»."""
    if isinstance(raw, str) and raw.endswith("½"):
        raw = f"{raw[:-1] or 0}.5"
    return number(raw, spot)


def two(raw: object, spot: Spot) -> tuple[Number, Number]:
    """What the two sides have, in the order of the sides."""
    pair = ListOf(result)(raw, spot)
    if len(pair) != 2:
        spot.refuse("not_two", found=len(pair))
    return pair[0], pair[1]


def sides(raw: object, spot: Spot) -> tuple[str, str]:
    pair = ListOf(text)(raw, spot)
    if len(pair) != 2 or pair[0] == pair[1]:
        spot.refuse("not_two", found=len(set(pair)))
    return pair[0], pair[1]


def forfeit(raw: object, spot: Spot) -> tuple[str, ...]:
    """The side that did not come; both, where neither did."""
    return ListOf(text, filled=True)(raw, spot) if isinstance(raw, list | tuple) else (text(raw, spot),)


@table
class Match:
    """A meeting of two entrants, or of two teams. `score` in goals or points, or `sets` one by one.

    `decided`: the score was made in overtime or in a shoot-out, which is included in it. `unit` names the match in a
    bracket, or for a decision about it.
    """

    contest: str = key(text)
    stage: str | None = key(text, default=None)
    unit: str | None = key(label, default=None)
    pool: str | None = key(label, default=None)
    sides: tuple[str, str] = key(sides)
    score: tuple[Number, Number] | None = key(two, default=None)
    sets: tuple[tuple[Number, Number], ...] = key(ListOf(two), default=())
    forfeit: tuple[str, ...] = key(forfeit, default=())
    decided: str | None = key(OneOf(("overtime", "shootout")), default=None)

    @property
    def over(self) -> bool:
        return self.score is not None or bool(self.sets) or bool(self.forfeit)


@table
class AbsenceFact:
    """What is known about a team's absence; it outweighs what the marks would say."""

    contest: str = key(text)
    team: str = key(text)
    kind: Absence = key(absence)


@table
class Adjustment:
    """Points with a paper behind them: in a contest (before counting), or added to the total.

    `fair_play`: penalty points for cards and the like, which only a criterion of matches asks for.
    """

    team: str | None = key(text, default=None)
    entrant: str | None = key(text, default=None)
    contest: str | None = key(text, default=None)
    points: Number = key(number, default=0)
    fair_play: Number = key(number, default=0)
    reason: str | None = key(text, default=None)
    document: str | None = key(text, default=None)
