"""The race of a standing as a drawing: a line a team, from its place after one contest to that after the next."""

from dataclasses import dataclass
from itertools import pairwise

from spartakiad.standings.race import Race, Runner

_TONES = 8  # lines told apart by colour too; of more teams only the first few are
_FIRST = 3
_LETTER, _LEAST = 8, 5  # pixels of a small letter; letters that are told of a contest however many there are


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes of a drawing in pixels: where lines begin, how far apart the lines are, room for names.

    `longest`: letters of a name.
    """

    width: int
    left: int
    right: int
    top: int
    row: int
    dot: int
    longest: int


WIDE = Frame(width=1200, left=200, right=220, top=64, row=44, dot=14, longest=20)
NARROW = Frame(width=328, left=12, right=146, top=34, row=40, dot=10, longest=16)


@dataclass(frozen=True, slots=True)
class Dot:
    x: int
    y: int
    place: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of a team: what is official, and `loose` what is only provisional. `tone`: "" of a grey one."""

    slug: str
    city: str
    tone: str
    team: str
    total: str
    sure: str
    loose: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The head of a step."""

    x: int
    number: int
    short: str
    title: str
    official: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    frame: Frame
    marks: tuple[Mark, ...]
    curves: tuple[Curve, ...]


def drawing(race: Race, frame: Frame) -> Drawing:
    """The first teams come last, so that their lines lie above the others."""
    gap = (frame.width - frame.left - frame.right) / max(len(race.steps) - 1, 1)
    xs = [round(frame.left + at * gap) for at in range(len(race.steps))]
    letters = max(_LEAST, int(gap / _LETTER))
    marks = [
        Mark(x, one.number, _fitting(one.short, letters), one.title, one.official)
        for x, one in zip(xs, race.steps, strict=True)
    ]
    tones = _TONES if len(race.runners) <= _TONES else _FIRST
    curves = [
        _curve(race, one, xs, frame, f"tone-{at}" if at <= tones else "") for at, one in enumerate(race.runners, 1)
    ]
    height = frame.top + frame.row * len(race.runners)
    return Drawing(frame.width, height, frame, tuple(marks), tuple(reversed(curves)))


def _curve(race: Race, runner: Runner, xs: list[int], frame: Frame, tone: str) -> Curve:
    ys = [frame.top + frame.row * (one.line - 1) + frame.row // 2 for one in runner.stands]
    dots = [Dot(x, y, one.place) for x, y, one in zip(xs, ys, runner.stands, strict=True)]
    ways = [_way(one, two) for one, two in pairwise(dots)]
    told = [step.official for step in race.steps[1:]]
    sure = "".join(way for way, official in zip(ways, told, strict=True) if official)
    loose = "".join(way for way, official in zip(ways, told, strict=True) if not official)
    last = runner.stands[-1]
    name = _fitting(runner.team, frame.longest)
    return Curve(runner.slug, runner.city, tone, name, last.total, sure, loose, tuple(dots))


def _fitting(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip(' .,')}…"


def _way(one: Dot, two: Dot) -> str:
    half = (one.x + two.x) // 2
    return f"M{one.x} {one.y}C{half} {one.y} {half} {two.y} {two.x} {two.y}"
