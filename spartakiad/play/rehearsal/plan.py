"""The plan of a rehearsal, made of a seed alone: who types what on which phone, and what befalls the phone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from spartakiad.play.rehearsal import casting
from spartakiad.play.rehearsal.network import Trouble, troubles
from spartakiad.play.rehearsal.programme import CONTESTS, Contest, regulation
from spartakiad.play.rehearsal.results import BETWEEN, Line, Shown, lines
from spartakiad.play.rehearsal.script import Tap, numbered, played
from spartakiad.words.keys import slug_of

LEAST, MOST = 3, len(casting.TEAMS)  # teams
_LATE_BUS = 1  # the team whose bus is late


@dataclass(frozen=True, slots=True)
class Size:
    """`left`: a contest that is left to people: its start list is released, nobody types."""

    teams: int = 6
    judges: int = 10
    left: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """One device and whose it is. `troubles` of its network: by the number of the record typed just before."""

    device: str
    name: str
    role: str
    taps: tuple[Tap, ...]
    troubles: Mapping[int, Trouble]


@dataclass(frozen=True, slots=True)
class Plan:
    """`teams`: slug → title. `held`: contests that are played to the end; `lines`: the truth of each.

    `late`: the team whose bus is late. `phones`: of the judges, then of the secretary of each contest, who types what
    the chief judge sends back.
    """

    seed: int
    size: Size
    on: date
    title: str
    regulation: Mapping[str, Any]
    teams: Mapping[str, str]
    held: tuple[Contest, ...]
    lines: Mapping[str, tuple[Line, ...]]
    late: str
    phones: tuple[Phone, ...]

    @property
    def contests(self) -> tuple[Contest, ...]:
        return CONTESTS

    def called(self, who: str) -> tuple[str, ...]:
        """How the site may call this line: a match by its sides in either order."""
        if BETWEEN in who:
            first, second = (self.teams[team] for team in who.split(BETWEEN))
            return f"{first} – {second}", f"{second} – {first}"
        team, _, seat = who.partition("/")
        if not seat:
            return (self.teams[team],)
        at = casting.SPARE if (team, int(seat)) == (self.late, casting.REPLACED) else int(seat)
        return (casting.full_name(list(self.teams).index(team), at),)

    def taps_of(self, contest: str) -> list[tuple[Phone, Tap]]:
        return [(phone, tap) for phone in self.phones for tap in phone.taps if tap.step.contest == contest]


def plan(seed: int, size: Size, on: date) -> Plan:
    """The same plan for the same seed, size and day."""
    chance = Random(f"{seed}/{size}")
    teams = {slug_of(title): title for title in casting.TEAMS[: size.teams]}
    held = tuple(one for one in CONTESTS if one.id != size.left)
    late = list(teams)[_LATE_BUS]
    truth = {one.id: tuple(_with_late_bus(lines(one, tuple(teams), chance), late)) for one in held}
    title = f"Репетиция от {on:%d.%m.%Y}, № {seed}"
    phones = _phones(held, truth, size.judges, chance)
    return Plan(seed, size, on, title, regulation(title, on), teams, held, truth, late, phones)


def _with_late_bus(found: list[Line], late: str) -> list[Line]:
    """The first of the late team does not start; the bus of the second brought somebody else."""
    missed = f"{late}/0"
    return [replace(one, shown=Shown("н/ст", {"status": "DNS"})) if one.who == missed else one for one in found]


def _phones(
    held: tuple[Contest, ...], truth: Mapping[str, tuple[Line, ...]], judges: int, chance: Random
) -> tuple[Phone, ...]:
    """Each contest has two judges, where there are so many; those beyond are dealt out in turn."""
    names = [*(f"Судья {one + 1}" for one in range(judges)), *(f"Секретарь вида: {one.title}" for one in held)]
    devices = [f"{chance.getrandbits(80):020x}" for _ in names]
    taps: dict[int, list[Tap]] = {}
    for number, contest in enumerate(held):
        own = [one for one in range(judges) if one % len(held) == number] or [number % judges]
        own += [(own[0] + 1) % judges] if len(own) == 1 and judges > 1 else []
        steps = played(contest, truth[contest.id], own, judges + number, chance)
        numbered(contest, steps, devices, taps, chance)
    return tuple(
        Phone(
            devices[at],
            name,
            "judge" if at < judges else "sport_secretary",
            tuple(taps.get(at, ())),
            troubles(len(taps.get(at, ())), chance),
        )
        for at, name in enumerate(names)
    )
