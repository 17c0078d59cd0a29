"""What befalls a line on its way to the truth: a scene is the steps of one or two devices and what comes of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from spartakiad.play.rehearsal.programme import Contest
from spartakiad.play.rehearsal.results import Line, Shown, shown

ENTERED, NOTHING, HELD, MENDED, TAKEN_BACK = "entered", "nothing", "held", "mended", "taken back"
TAKEN, DROPPED = "taken", "dropped"
REJECTED, REOPENED = MOMENTS = ("rejected", "reopened")


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a device.

    `who`: whose line it is, "" of nobody; `typed`: the number that was typed instead of his; `comes`: what comes of it,
    and of a held one `why` and the `verdict` of the secretariat ("" where a later record of the device mends it).
    `device`: which of the two; `after`, `waits`: positions in the scene of the record that this one mends, and of that
    which has to be acknowledged first. `moment`: after which word of the chief judge it is typed, "" before any.
    """

    contest: str
    who: str
    raw: str
    comes: str = ENTERED
    device: int = 0
    typed: str = ""
    why: str = ""
    verdict: str = ""
    undo: bool = False
    after: int | None = None
    waits: int | None = None
    moment: str = ""


Scene = tuple[Step, ...]
NOBODY = "999"  # a number that no start list has


def plain(line: Line, _contest: Contest, _chance: Random) -> Scene:
    return (Step(line.contest, line.who, line.shown.raw),)


def corrected(line: Line, contest: Contest, chance: Random) -> Scene:
    """Mistyped, seen, typed again."""
    wrong = _other(line, contest, chance)
    return (*plain(replace(line, shown=wrong), contest, chance), Step(line.contest, line.who, line.shown.raw, after=0))


def tapped_twice(line: Line, contest: Contest, chance: Random) -> Scene:
    """The same value saved again: nothing changes."""
    return (*plain(line, contest, chance), Step(line.contest, line.who, line.shown.raw, NOTHING, after=0))


def undone(line: Line, contest: Contest, chance: Random) -> Scene:
    """Typed too early, taken back, typed."""
    wrong = Step(line.contest, line.who, _other(line, contest, chance).raw)
    back = Step(line.contest, line.who, "", TAKEN_BACK, undo=True, after=0)
    return (wrong, back, Step(line.contest, line.who, line.shown.raw, after=1))


def misread(line: Line, _contest: Contest, _chance: Random) -> Scene:
    """What cannot be read waits for the secretariat, until the judge himself mends it."""
    wrong = Step(line.contest, line.who, "20:75,0", HELD, why="mark_unreadable")
    return (wrong, Step(line.contest, line.who, line.shown.raw, MENDED, after=0))


def unknown(line: Line, _contest: Contest, _chance: Random) -> Scene:
    """The number was not seen: the secretariat finds out whose result it is."""
    return (Step(line.contest, line.who, line.shown.raw, HELD, typed="?", why="not_entered", verdict=TAKEN),)


def stranger(line: Line, contest: Contest, chance: Random) -> Scene:
    """A number of no start list, beside an ordinary entry: the secretariat leaves it out."""
    other = _other(line, contest, chance).raw
    odd = Step(line.contest, "", other, HELD, typed=NOBODY, why="not_entered", verdict=DROPPED)
    return (odd, *plain(line, contest, chance))


def disagreed(line: Line, contest: Contest, chance: Random) -> Scene:
    """A judge without network types for whom another has typed meanwhile; the secretariat decides for one of them."""
    other = _other(line, contest, chance).raw
    taken = chance.random() < 0.5
    first, second = (other, line.shown.raw) if taken else (line.shown.raw, other)
    verdict = TAKEN if taken else DROPPED
    rival = Step(line.contest, line.who, second, HELD, 1, why="mark_changed", verdict=verdict, waits=0)
    return (Step(line.contest, line.who, first), rival)


def sent_back(line: Line, contest: Contest, chance: Random) -> Scene:
    """The chief judge finds it on the paper before he posts the sheet."""
    return _later(line, contest, chance, REJECTED)


def found_late(line: Line, contest: Contest, chance: Random) -> Scene:
    """… or after he has posted it."""
    return _later(line, contest, chance, REOPENED)


def _later(line: Line, contest: Contest, chance: Random, moment: str) -> Scene:
    wrong = Step(line.contest, line.who, _other(line, contest, chance).raw)
    return (wrong, Step(line.contest, line.who, line.shown.raw, moment=moment))


def _other(line: Line, contest: Contest, chance: Random) -> Shown:
    return shown(contest, chance, line.shown.raw)


Make = Callable[[Line, Contest, Random], Scene]
ONCE: Sequence[Make] = (sent_back, found_late)  # in each contest
AGAIN: Sequence[Make] = (corrected, tapped_twice, undone, disagreed)
IN_LISTS: Sequence[Make] = (unknown, stranger)  # where starters have numbers
IN_TIMES: Sequence[Make] = (misread,)


def usual(contest: Contest) -> list[Make]:
    """What may befall a line of this contest, besides nothing."""
    lists = IN_LISTS if contest.seats else ()
    return [*AGAIN, *lists, *(IN_TIMES if contest.kind == "time" else ())]
